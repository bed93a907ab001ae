import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { rowsOfBankFile } from '../steps/office/bank.ts'
import { codeOfCase, openCase, takeStep } from '../steps/office/case.ts'
import { makePaper } from '../steps/paper.ts'
import { bringAnswer, draftBatch, releaseBatch, today } from '../steps/office/payment.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const WORKER = { phone: '19900000180', totp: null }
const NAME = '郑七安'
const COST = '22189.16'
/** (22189.16 − 100) × 85 %, rounded to the fen: the example that was reported. */
const AMOUNT = '18,775.79'
/** Where the counter of the made-up office is. */
const DISTRICT = '370211'
const SERVICE = '补充工伤保险理赔'
const ACCOUNT = '6222020000000000180'

/** The last digits are seen by every officer, the number by a cashier who says why. */
async function revealAccount(cashier: Page): Promise<void> {
  expect(await cashier.getByText(ACCOUNT, { exact: false }).count()).toBe(0)
  await cashier.getByRole('button', { name: '查看完整账户' }).click()
  const dialog = cashier.getByRole('dialog')
  await dialog.getByRole('textbox').fill('与银行核对收款账户')
  await dialog.getByRole('button', { name: '查看完整账户' }).click()
  await cashier.getByText(ACCOUNT, { exact: false }).waitFor()
}

describe('an injured worker is paid', () => {
  let worker: Page
  let cashier: Page
  let code: string
  let bankFile: string
  beforeAll(async () => {
    worker = await visit({ viewport: PHONE })
  })

  test('finds the service on a phone, and reads what it takes', async () => {
    await signIn(worker, WORKER, NAME)
    await worker.goto('/services')
    await worker.getByRole('link', { name: /^个人/ }).click()
    await worker.getByRole('link', { name: /^领补贴/ }).click()
    await examine(worker)
    await worker.getByRole('heading', { name: SERVICE }).getByRole('link').click()
    await worker.getByText('医药费超过免赔额').first().waitFor()
    await worker.getByText('诊断证明、病历资料').first().waitFor()
    await examine(worker)
  })

  test('fills in the form; what is typed is kept without a press of a button', async () => {
    await worker.getByRole('button', { name: '为自己办理' }).click()
    await worker.getByLabel('治疗这次伤害共花费多少医药费？', { exact: false }).fill(COST)
    await worker.getByLabel('在哪个区市参保？').selectOption(DISTRICT)
    await worker.getByLabel('哪一天受的伤？').fill('2026-11-02')
    await worker.getByLabel('赔款拨到哪个账户？').fill(`示例银行示例支行 ${ACCOUNT}`)
    await worker.getByLabel('受伤时，所在单位是否已为本人投保', { exact: false }).selectOption('yes')
    await worker.getByLabel('是否在工作中因工作原因受伤？').selectOption('yes')
    await worker.getByText(AMOUNT, { exact: false }).first().waitFor()
    await worker.reload()
    await untilQuiet(worker)
    expect(await worker.getByLabel('治疗这次伤害共花费多少医药费？', { exact: false }).inputValue()).toBe(COST)
    await examine(worker)
  })

  test('is told which papers are missing, and that a picture which is none is refused', async () => {
    await worker.getByRole('button', { name: '下一步：核对' }).click()
    await worker.getByText('还缺：收费票据、费用清单、诊断证明、病历资料').waitFor()
    const [receipts, diagnosis] = [worker.locator('input[type=file]').nth(0), worker.locator('input[type=file]').nth(1)]
    await receipts.setInputFiles({ name: '票据.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
    await worker
      .getByRole('alert')
      .filter({ hasText: /格式|内容|文件/ })
      .first()
      .waitFor()
    await receipts.setInputFiles(makePaper('票据.pdf'))
    await worker.getByText('票据.pdf').waitFor()
    await diagnosis.setInputFiles(makePaper('诊断证明.pdf'))
    await worker.getByText('诊断证明.pdf').waitFor()
    await examine(worker, [/400/, /415/, /422/])
  })

  test('checks it once more, sends it, and has a code', async () => {
    await worker.getByRole('button', { name: '下一步：核对' }).click()
    await worker.getByRole('heading', { name: '请核对您填写的内容' }).waitFor()
    await examine(worker)
    await worker.getByRole('button', { name: '提交', exact: true }).click()
    await worker.getByText('已收到，受理编号', { exact: false }).waitFor()
    code = await codeOfCase(worker)
    await worker.getByRole('button', { name: '下载：收件回执' }).waitFor()
    await examine(worker)
    const anybody = await visit()
    await anybody.goto('/services')
    // Below the list: what is typed before that has come moves under the pointer.
    await anybody.getByRole('link', { name: SERVICE }).first().waitFor()
    await anybody.getByLabel('受理编号').fill(code)
    await anybody.getByRole('button', { name: '查询' }).click()
    await anybody.getByText('待受理').first().waitFor()
    expect(await anybody.getByText(NAME).count()).toBe(0)
  })

  test('the counter accepts it; a reviewer sees the paper beside the facts and binds the amount', async () => {
    const counter = await visit()
    await signIn(counter, inject('demo').counter)
    await openCase(counter, '/bureau/cases', code)
    await examine(counter)
    await takeStep(counter, '受理')
    const reviewer = await visit()
    await signIn(reviewer, inject('demo').reviewer)
    await openCase(reviewer, '/bureau/cases', code)
    await reviewer.getByText('医药费超过免赔额').first().waitFor()
    await reviewer.getByText(AMOUNT, { exact: false }).first().waitFor()
    await reviewer.getByText('票据.pdf', { exact: true }).waitFor()
    // Drawn beside the facts, not downloaded and not framed.
    await reviewer.getByText('第 1 页，共 1 页').waitFor()
    await reviewer.locator('.sheet-frame[aria-busy=false] canvas').waitFor()
    expect(await reviewer.locator('iframe, embed, object').count()).toBe(0)
    await examine(reviewer)
    await portray(reviewer, 'case-desk')
    await takeStep(reviewer, '审核通过')
    await reviewer.getByRole('button', { name: '核验历史' }).click()
    await reviewer.getByText('历史完整', { exact: false }).waitFor()
  })

  test('another person approves, and the cashier lets it be paid', async () => {
    const approver = await visit()
    await signIn(approver, inject('demo').approver)
    await openCase(approver, '/bureau/cases', code)
    await takeStep(approver, '复核通过')
    cashier = await visit()
    await signIn(cashier, inject('demo').cashier)
    await openCase(cashier, '/bureau/cases', code)
    await revealAccount(cashier)
    await examine(cashier)
    await takeStep(cashier, '支付')
    await cashier.getByRole('link', { name: '看支付' }).click()
    await cashier.getByRole('link', { name: NAME }).waitFor()
    await examine(cashier)
  })

  test('who drafts a batch may not release it', async () => {
    await draftBatch(cashier, NAME)
    await examine(cashier)
    expect(await cashier.getByRole('button', { name: '复核并发出' }).count()).toBe(0)
  })

  test('another cashier releases it, and the file for the bank has the amount to the fen', async () => {
    const second = await visit({ acceptDownloads: true })
    await signIn(second, inject('demo').releaser)
    bankFile = await releaseBatch(second, new URL(cashier.url()).pathname)
    expect(rowsOfBankFile(bankFile).map((row) => [row[2], row[5]])).toEqual([[NAME, AMOUNT.replace(',', '')]])
    await examine(second)
  })

  test('the answer of the bank is booked once, and the same file again changes nothing', async () => {
    await bringAnswer(cashier, bankFile, today())
    await cashier.getByText('已登记 1 行').waitFor()
    await cashier.getByText('已登记', { exact: true }).waitFor()
    await examine(cashier)
    await bringAnswer(cashier, bankFile, today())
    await cashier.getByText('这个文件以前登记过', { exact: false }).waitFor()
    await cashier.goto('/bureau/payments/reconciliation')
    await cashier.getByText('各项相加与台账一致', { exact: false }).waitFor()
    await examine(cashier)
  })

  test('the worker sees on the phone that the money is paid', async () => {
    await worker.reload()
    await worker.locator('.stage-now').getByText('已转付款').waitFor()
    await worker.locator('.card', { hasText: '看款项明细' }).getByText('已支付').waitFor()
    await worker.goto('/me/payments')
    await worker.getByText(AMOUNT, { exact: false }).first().waitFor()
    await worker.getByText('已支付').first().waitFor()
    await examine(worker)
  })
})
