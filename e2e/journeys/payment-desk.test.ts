import type { Page } from 'playwright-core'
import { beforeAll, describe, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { allPaid, answerOf, rowsOfBankFile } from '../steps/office/bank.ts'
import { bringAnswer, draftBatch, releaseBatch, today } from '../steps/office/payment.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const ANSWERS = '/bureau/payments/answers'

describe('a payment of the made-up city goes to the bank, and comes back', () => {
  let cashier: Page
  let second: Page
  let bankFile: string
  let payable: string

  beforeAll(async () => {
    cashier = await visit()
    await signIn(cashier, inject('demo').cashier)
    second = await visit({ acceptDownloads: true })
    await signIn(second, inject('demo').releaser)
  })

  test('what is open is found by the name of its policy', async () => {
    await cashier.goto('/bureau/payments/payables')
    await cashier.getByLabel('政策').selectOption({ label: '失业保险稳岗返还' })
    await cashier.getByLabel('状态').selectOption({ label: '待支付' })
    const row = cashier.locator('tbody tr[role=row]').first()
    payable = (await row.getByRole('link').first().textContent())!.trim()
    await examine(cashier)
    await draftBatch(cashier, payable)
    bankFile = await releaseBatch(second, new URL(cashier.url()).pathname)
  })

  test('a file of the bank that cannot be used is refused whole, and why is said', async () => {
    const [row] = rowsOfBankFile(bankFile)
    const [number, line, , , , amount] = row!
    const paid = [number!, line!, amount!, '成功', today(), 'L1', '']
    const files = [
      [Buffer.from(`\uFEFF${bankFile}`, 'utf16le'), '读不出文字：请用 UTF-8 或 GB18030 编码的 CSV'],
      [Buffer.alloc(0), '文件是空的'],
      [Buffer.from(bankFile), '表头不对'],
      [answerOf([paid], { sum: '1.00' }), `校验行写着 1 行 1.00 元，文件里是 1 行 ${amount} 元`],
      [answerOf([paid], { rows: 5 }), '校验行写着 5 行'],
      [answerOf([paid.with(2, '一百元')], { sum: '0.00' }), '第 2 行的“金额”读不懂：一百元'],
      [Buffer.from(answerOf([paid]).toString().replace('成功', '失败')), '校验值不符，文件在生成之后被改动过'],
      [Buffer.from(answerOf([paid]).toString().split('校验')[0]!), '最后一行不是校验行，文件可能不完整'],
    ] as const
    for (const [buffer, said] of files) {
      await cashier.goto(ANSWERS)
      await cashier.getByLabel('银行回单（CSV）').setInputFiles({ name: '回单.csv', mimeType: 'text/csv', buffer })
      await cashier.getByRole('alert').filter({ hasText: said }).waitFor()
    }
    await examine(cashier, [/^422 POST/])
  })

  test('a row of another batch is listed and books nothing; another person settles it', async () => {
    const [row] = rowsOfBankFile(bankFile)
    const foreign = answerOf([['20200101-FFFFFF', '1', row![5]!, '成功', today(), 'L9', '']])
    await cashier.goto(ANSWERS)
    await cashier
      .getByLabel('银行回单（CSV）')
      .setInputFiles({ name: '别的批次.csv', mimeType: 'text/csv', buffer: foreign })
    await cashier.getByText('已登记 0 行，1 行对不上').waitFor()
    await cashier.getByText('没有这一行').waitFor()
    await examine(cashier)
    await second.goto(new URL(cashier.url()).pathname)
    await second.getByRole('button', { name: '处理' }).click()
    await second.getByRole('dialog').getByLabel('怎样处理').selectOption({ label: '不登记' })
    await second.getByRole('dialog').getByLabel('理由').fill('已问银行，是另一家单位的文件。')
    await second.getByRole('dialog').getByRole('button', { name: '处理' }).click()
    await second.getByText('已问银行，是另一家单位的文件。', { exact: false }).waitFor()
    await examine(second)
  })

  test('the right answer is booked once', async () => {
    await bringAnswer(cashier, bankFile, today())
    await cashier.getByText('已登记 1 行', { exact: true }).waitFor()
    await cashier.goto(ANSWERS)
    await cashier.getByLabel('银行回单（CSV）').setInputFiles(allPaid(bankFile, today()))
    await cashier.getByText('这个文件以前登记过', { exact: false }).waitFor()
    await examine(cashier)
  })

  test('a decision that was undone is reversed by two people, and the money claimed back', async () => {
    await cashier.goto('/bureau/payments/payables')
    await cashier.getByRole('link', { name: payable }).click()
    await cashier.getByRole('button', { name: '提出撤销' }).click()
    const proposing = cashier.getByRole('dialog')
    await proposing.getByLabel('理由').fill('复查发现上年度裁员率超过标准。')
    await proposing.getByRole('button', { name: '提出撤销' }).click()
    await cashier.getByText('待另一人确认', { exact: false }).waitFor()
    await examine(cashier)
    await second.goto(new URL(cashier.url()).pathname)
    await second.getByRole('button', { name: '确认或退回撤销' }).click()
    const deciding = second.getByRole('dialog')
    await deciding.getByLabel('怎样处理').selectOption({ label: '确认' })
    await deciding.getByLabel('理由').fill('已核对复查记录。')
    await deciding.getByRole('button', { name: '确认或退回撤销' }).click()
    await second.getByText('决定已于', { exact: false }).waitFor()
    await examine(second)
    await second.goto('/bureau/payments/recoveries')
    await second.getByRole('link', { name: payable }).click()
    await second.locator('.status', { hasText: '已立案' }).waitFor()
    await second.getByRole('button', { name: '登记到账' }).waitFor()
    await examine(second)
    await portray(second, 'recovery-desk')
  })

  test('and every sum agrees with the ledger', async () => {
    await second.goto('/bureau/payments/reconciliation')
    await second.getByText('各项相加与台账一致', { exact: false }).waitFor()
    await untilQuiet(second)
    await examine(second)
  })
})
