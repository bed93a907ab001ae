import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { openDesk } from '../steps/hiring.ts'
import { creditCodeOf, passOn, REFUND, tableOfFacts } from '../steps/policy.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

describe.each([
  { where: 'desk', viewport: DESKTOP },
  { where: 'phone', viewport: PHONE },
])('somebody without an account looks whether a policy is for him ($where)', ({ where, viewport }) => {
  let page: Page
  beforeAll(async () => {
    page = await visit({ viewport })
  })

  test('finds the policy by a word, with its conditions drawn', async () => {
    await page.goto('/policies')
    await page.getByRole('link', { name: '失业保险稳岗返还' }).waitFor()
    await examine(page)
    await portray(page, `policies-${where}`)
    await page.getByLabel('查找').fill('工伤 医药费')
    await expect.poll(() => page.locator('article').count()).toBe(1)
    await page.getByRole('link', { name: '补充工伤保险：职业伤害医疗赔付' }).click()
    await page.getByRole('heading', { name: '条件（3 条）' }).waitFor()
    expect(await page.locator('.logic.whole').innerText()).toContain('医药费 > 免赔额')
    await examine(page)
  })

  test('is asked one question after the other; what cannot be read is said, and a reload loses nothing', async () => {
    const cost = page.getByRole('textbox', { name: '治疗这次伤害共花费多少医药费？' })
    await cost.fill('两万多')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('请填金额，只用数字和小数点').waitFor()
    await examine(page)
    await cost.fill('22,189.16')
    await page.reload()
    await expect.poll(() => cost.inputValue()).toBe('22,189.16')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '受伤时，所在单位是否已为本人投保补充工伤保险？' }).waitFor()
    await page.getByRole('button', { name: '是', exact: true }).click()
    await page.getByRole('heading', { name: /因工作原因受伤？/ }).waitFor()
    await page.getByRole('button', { name: '是', exact: true }).click()
    const decision = page.getByRole('region', { name: '判定结果' })
    await decision.getByText('18,775.79 元').waitFor()
    expect(await decision.innerText()).toContain('(22,189.16 − 100.00) × 85%')
    await page.reload()
    await decision.getByText('18,775.79 元').waitFor()
    await examine(page)
    await portray(page, `calculator-${where}`)
  })

  test('is told which condition fails and what would change it', async () => {
    await page.getByRole('button', { name: '修改：医药费' }).click()
    await page.getByRole('textbox', { name: '治疗这次伤害共花费多少医药费？' }).fill('80')
    await page.getByRole('button', { name: '下一步' }).click()
    const decision = page.getByRole('region', { name: '判定结果' })
    await decision.getByText('“医药费”为 100.01 元 时，这一条就满足。').waitFor()
    await decision.getByText('不满足').waitFor()
    await examine(page)
  })
})

test('a person sees all policies for himself, and what is missing', async () => {
  const page = await visit({ viewport: PHONE })
  await signIn(page, { phone: '19900000170', totp: null }, '祁远山')
  await page.goto('/me/policies')
  await page.getByRole('link', { name: '领取失业保险金的期限' }).waitFor()
  await examine(page)
  for (const room of ['entitlements', 'decisions']) {
    await page.goto(`/me/policies/${room}`)
    await untilQuiet(page)
    await examine(page)
  }
})

describe('a firm gets its refund without applying', () => {
  let owner: Page
  let officer: Page
  let desk: string
  let creditCode: string
  let caseId: string

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
    await examine(page)
  })

  test('stands in the public notice with its amount', async () => {
    await owner.goto('/notices')
    await owner.getByText(REFUND).first().waitFor()
    await examine(owner)
  })
})
