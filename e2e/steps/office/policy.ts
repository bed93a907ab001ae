import type { Page } from 'playwright-core'

const DAY_MS = 86_400_000
/** Yesterday in Beijing, `2026-03-01`. */
const yesterday = (now: Date): string => new Date(now.getTime() + DAY_MS / 3 - DAY_MS).toISOString().slice(0, 10)

/** What the authorities would state of a firm that kept its people: 60 % of 15,432.08 come back. */
const KEPT_ITS_PEOPLE = {
  'insurance.unemploymentMonths': '24',
  'insurance.unemploymentInsured': '25',
  'insurance.unemploymentClaimants': '1',
  'insurance.unemploymentPaid': '15432.08',
  'registry.size': '中小微企业',
  'funds.refundRaised': '否',
  'funds.unemploymentReserve': '18',
}
export const REFUND = '9,259.25'

/** A table of facts as an authority hands it in, with one row that cannot be used. */
export function tableOfFacts(creditCode: string): Buffer {
  const on = yesterday(new Date())
  const rows = Object.entries(KEPT_ITS_PEOPLE).map(([record, value]) => [creditCode, '', record, value, on, '社保示例'])
  const wrong = [creditCode, '', 'insurance.unemploymentMonths', '很多', on, '社保示例']
  const heading = ['统一社会信用代码', '身份证号', '记录', '值', '日期', '来源']
  return Buffer.from([heading, ...rows, wrong].map((row) => row.join(',')).join('\n'))
}

/** Credit code of the organisation whose desk is open, as its own record says. */
export const creditCodeOf = (page: Page, desk: string): Promise<string> =>
  page.evaluate(async (id) => {
    const answer = await fetch(`/api/organisations/${id}`)
    return ((await answer.json()) as { creditCode: string }).creditCode
  }, desk.split('/').at(-1)!)

/** An officer opens a case, takes one step, and sees where it stands now. */
export async function passOn(page: Page, caseId: string, step: string, stage: string): Promise<void> {
  await page.goto(`/bureau/cases/${caseId}`)
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.locator('.status', { hasText: stage }).first().waitFor()
}
