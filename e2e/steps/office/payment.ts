import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { allPaid } from './bank.ts'

const DAY_MS = 86_400_000

/** The day in Beijing, or so many days after it. */
export const today = (later = 0): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + later * DAY_MS))

/** Puts the one payment to a payee, on the list that is open, into a batch of its own; ends on its page. */
export async function draftBatch(cashier: Page, payee: string): Promise<void> {
  await cashier.getByRole('checkbox', { name: new RegExp(payee) }).check()
  await cashier.getByRole('button', { name: '用选中的 1 笔做批次' }).click()
  await cashier.getByRole('dialog').getByRole('button', { name: '生成批次' }).click()
  await cashier.getByText('要由另一名支付人员复核发出', { exact: false }).waitFor()
}

/** Another cashier releases a batch; what the file for the bank says. */
export async function releaseBatch(second: Page, path: string): Promise<string> {
  await second.goto(path)
  await second.getByRole('button', { name: '复核并发出' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '复核并发出' }).click()
  await second.getByText('批次已发出').waitFor()
  const [download] = await Promise.all([
    second.waitForEvent('download'),
    second.getByRole('button', { name: '下载银行文件' }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

/** Brings the bank's answer that everything of its file was paid on a day. */
export async function bringAnswer(cashier: Page, bankFile: string, on: string): Promise<void> {
  await cashier.goto('/bureau/payments/answers')
  await cashier.getByLabel('银行回单（CSV）').setInputFiles(allPaid(bankFile, on))
}
