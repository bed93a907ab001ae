import type { Page } from 'playwright-core'
import { untilQuiet } from '../../watch.ts'

/** Opens a case at the bureau by the code of its receipt, from the list of all cases or the inbox. */
export async function openCase(page: Page, list: '/bureau/cases' | '/bureau/cases/all', code: string): Promise<void> {
  await page.goto(`${list}?code=${code}`)
  await page.locator('tbody tr[role=row] a').first().click()
  await page.getByText(code).first().waitFor()
  await untilQuiet(page)
}

interface StepGiven {
  words?: string
  reason?: string
}

/** Takes a step in its dialog, and waits until the case says so. */
export async function takeStep(page: Page, step: string, { words, reason }: StepGiven = {}): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await untilQuiet(page)
  if (reason) await dialog.getByLabel('理由').selectOption({ label: reason })
  if (words) await dialog.getByLabel('说明', { exact: false }).fill(words)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已办理：${step}`).waitFor()
  await untilQuiet(page)
}

/** The code of the receipt, as the page of the case says it. */
export async function codeOfCase(page: Page): Promise<string> {
  const lead = page.getByText(/受理编号 \d{8}-[0-9A-Z]{5}-[0-9A-Z]{5}/).first()
  await lead.waitFor()
  return /\d{8}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await lead.textContent()) ?? '')![0]
}
