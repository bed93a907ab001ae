import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { rowsOfBankFile } from '../steps/office/bank.ts'
import { takeStep } from '../steps/office/case.ts'
import { openDesk } from '../steps/hiring.ts'
import { bringAnswer, draftBatch, releaseBatch, today } from '../steps/office/payment.ts'
import { creditCodeOf, passOn, REFUND, tableOfFacts } from '../steps/office/policy.ts'
import { signIn } from '../steps/sign-in.ts'
import { moveOn, openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
/** Somebody who has something against it. */
const NEIGHBOUR = { phone: '19900000190', totp: null }
/** Five working days are over then, also where a week of holidays lies between. */
const LATER = 15

// By its name the last journey: from the notice on, the platform lives days later.
describe('a firm gets its refund without applying', () => {
  let owner: Page
  let officer: Page
  let desk: string
  let creditCode: string
  let caseId: string
  let cashier: Page

  beforeAll(async () => {
    owner = await visit()
    await signIn(owner, inject('demo').employerOwner)
    desk = await openDesk(owner)
    creditCode = await creditCodeOf(owner, desk)
    officer = await visit()
    await signIn(officer, inject('demo').administrator)
  })

  test('an officer imports what the insurance states; a row that cannot be read comes back', async () => {
    await officer.goto('/bureau/policies/records')
    await officer.getByLabel('数据文件').setInputFiles({
      name: '社保.csv',
      mimeType: 'text/csv',
      buffer: tableOfFacts(creditCode),
    })
    await officer.getByText('已完成').waitFor({ timeout: 60_000 })
    await officer.getByRole('cell', { name: '很多' }).waitFor()
    await examine(officer)
  })

  test('what a change would cost is simulated over the city', async () => {
    await officer.goto('/bureau/policies/budget?policy=job-retention-refund')
    await officer.getByLabel('改一个标准').selectOption('返还比例')
    await officer.getByLabel('中小微企业 (%)').fill('90')
    await officer.getByRole('button', { name: '测算并与现行标准对照' }).click()
    await officer.getByText('参与测算').waitFor({ timeout: 60_000 })
    // A chart is drawn when it comes into view.
    await officer.locator('.chart').first().scrollIntoViewIfNeeded()
    await officer.locator('.chart svg').first().waitFor()
    await examine(officer)
    await portray(officer, 'budget-desk')
  })

  test('the run finds whoever is entitled', async () => {
    await officer.goto('/bureau/policies')
    await officer.getByRole('button', { name: '立即运行' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '立即运行' }).click()
    const row = officer.getByRole('row', { name: /失业保险稳岗返还/ })
    await expect
      .poll(
        async () => {
          await officer.reload()
          await row.waitFor()
          return row.getByRole('link', { name: '0', exact: true }).count()
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBeLessThan(4)
    await examine(officer)
    for (const room of ['entitlements', 'subject', 'files']) {
      await officer.goto(`/bureau/policies/${room}`)
      await untilQuiet(officer)
      await examine(officer)
    }
  })

  test('the owner is told on the desk, and why', async () => {
    await owner.goto(desk)
    await owner.getByRole('link', { name: '去看看' }).click()
    const card = owner.locator('article', { hasText: `${REFUND} 元` })
    await card.getByRole('link', { name: '失业保险稳岗返还' }).waitFor()
    await examine(owner)
    await portray(owner, 'entitlement-desk')
    await card.getByRole('link', { name: '为什么符合' }).click()
    await owner.getByRole('button', { name: '再算一次' }).click()
    await owner.getByText('一分不差', { exact: true }).waitFor()
    await examine(owner)
    await owner.goto(`${desk}/policies`)
    await owner.getByRole('link', { name: '去办理：失业保险稳岗返还' }).waitFor()
    await examine(owner)
  })

  test('consents by one press, since records know the rest, and finds the case among its own', async () => {
    await owner.goto(`${desk}/policies/entitlements`)
    const card = owner.locator('article', { hasText: `${REFUND} 元` })
    await card.getByRole('button', { name: '同意办理' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: '同意办理' }).click()
    await card.getByRole('link', { name: '看办件进度' }).click()
    await owner.getByRole('heading', { name: '失业保险稳岗返还', level: 1 }).waitFor()
    await owner.getByText('待受理').first().waitFor()
    await examine(owner)
    caseId = new URL(owner.url()).pathname.split('/').at(-1)!
    await owner.goto(`${desk}/cases`)
    await owner.getByRole('link', { name: '失业保险稳岗返还' }).first().waitFor()
  })

  test.each([
    { role: 'counter', step: '受理', stage: '审核中' },
    { role: 'reviewer', step: '审核通过', stage: '复核中' },
    { role: 'approver', step: '复核通过', stage: '公示中' },
  ] as const)('passes the $role', async ({ role, step, stage }) => {
    const page = await visit()
    await signIn(page, inject('demo')[role])
    await passOn(page, caseId, step, stage)
    // A service without papers shows no empty place for them.
    expect(await page.getByText('没有上传的材料').count()).toBe(0)
    await examine(page)
  })

  test('stands in the public notice with its amount', async () => {
    await owner.goto('/notices')
    await owner.getByText(REFUND).first().waitFor()
    await examine(owner)
    await portray(owner, 'notices-desk')
  })

  test('somebody objects to it on a phone, once; the counter finds that it does not hold', async () => {
    const neighbour = await visit({ viewport: PHONE })
    await signIn(neighbour, NEIGHBOUR, '柳青禾')
    await neighbour.goto('/notices')
    const notice = neighbour.locator('li.card', { hasText: REFUND })
    const object = async (words: string) => {
      await notice.getByRole('button', { name: '提出异议' }).click()
      await neighbour.getByRole('dialog').getByLabel('您的意见和依据').fill(words)
      await neighbour.getByRole('dialog').getByRole('button', { name: '提出', exact: true }).click()
    }
    await object('听说这家单位今年裁了人。')
    await neighbour.getByText('异议已送到受理窗口').waitFor()
    await object('再说一遍。')
    await neighbour.getByRole('dialog').getByText('您对这条公示的异议还没有答复', { exact: false }).waitFor()
    await examine(neighbour, [/409/])
    const counter = await visit()
    await signIn(counter, inject('demo').counter)
    await counter.goto(`/bureau/cases/${caseId}`)
    await counter.getByText('听说这家单位今年裁了人。').waitFor()
    await examine(counter)
    await counter.getByRole('button', { name: '答复', exact: false }).click()
    await counter.getByRole('dialog').getByRole('textbox').fill('已核对参保记录，上年度没有裁员，异议不成立。')
    await counter.getByRole('dialog').locator('button[type=submit]').click()
    await counter.getByText('异议不成立', { exact: false }).first().waitFor()
    await examine(counter)
    await counter.goto('/bureau/cases/notices')
    await counter.getByText(REFUND).first().waitFor()
    await examine(counter)
  })

  test('days later the notice is over, and the case waits for the payment', async () => {
    await moveOn(LATER)
    await expect
      .poll(
        async () => {
          await owner.goto(`${desk}/cases/${caseId}`)
          await untilQuiet(owner)
          return owner.locator('.stage-now').innerText()
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toContain('待支付')
    await owner.getByText(`时钟拨快了 ${LATER} 天`, { exact: false }).waitFor()
    await examine(owner)
  })

  test('a cashier lets it be paid and drafts the batch', async () => {
    cashier = await visit()
    await signIn(cashier, inject('demo').cashier)
    await cashier.goto(`/bureau/cases/${caseId}`)
    await takeStep(cashier, '支付')
    await cashier.getByRole('link', { name: '看支付' }).click()
    await draftBatch(cashier, REFUND)
    await examine(cashier)
  })

  test('another one releases it, and the bank pays', async () => {
    const second = await visit({ acceptDownloads: true })
    await signIn(second, inject('demo').releaser)
    const bankFile = await releaseBatch(second, new URL(cashier.url()).pathname)
    expect(rowsOfBankFile(bankFile).map((row) => row[5])).toEqual([REFUND.replace(',', '')])
    await bringAnswer(cashier, bankFile, today(LATER))
    await cashier.getByText('已登记 1 行').waitFor()
    await cashier.goto('/bureau/payments/reconciliation')
    await cashier.getByText('各项相加与台账一致', { exact: false }).waitFor()
    await examine(cashier)
  })

  test('the firm sees the amount and the day; the ledger has the entry to the fen', async () => {
    await owner.goto(`${desk}/payments`)
    const row = owner.getByRole('row', { name: /失业保险稳岗返还/ })
    await row.getByText(REFUND, { exact: false }).waitFor()
    await row.getByText('已支付').waitFor()
    const [year, month, date] = today(LATER).split('-').map(Number)
    await row.getByText(`${year}年${month}月${date}日`).waitFor()
    await examine(owner)
    await portray(owner, 'paid-desk')
    await owner.goto(`${desk}/cases/${caseId}`)
    await owner.locator('.stage-now').getByText('已转付款').waitFor()
    await owner.locator('.card', { hasText: '看款项明细' }).getByText('已支付').waitFor()
    const later = await visit()
    await signIn(later, inject('demo').administrator)
    await later.goto('/bureau/ledger?kind=payments.paid')
    await later.getByRole('row').filter({ hasText: REFUND }).waitFor()
    await examine(later)
  })
})
