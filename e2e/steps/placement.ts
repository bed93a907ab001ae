import type { Page } from 'playwright-core'

const DAY = 86_400_000
/** Days of Beijing, `2026-03-01`, from now. */
export const dayAhead = (days: number): string => new Date(Date.now() + DAY / 3 + days * DAY).toISOString().slice(0, 10)

/** Applies for a posting as the person who is signed in; the path of the application. */
export async function applyFor(page: Page, title: string): Promise<string> {
  const jobs = await page.request.get(`/api/jobs?q=${encodeURIComponent(title)}`)
  const { items } = (await jobs.json()) as { items: { id: string; title: string }[] }
  const job = items.find((each) => each.title === title)
  if (!job) throw new Error(`No posting ${title} is listed`)
  const applied = await page.request.post('/api/me/processes', {
    headers: { 'idempotency-key': `journey-applies-${Date.now()}` },
    data: { jobId: job.id, note: '可以随时到岗', shareContact: true },
  })
  if (!applied.ok()) throw new Error(`The application was refused: ${await applied.text()}`)
  return `/me/applications/${((await applied.json()) as { id: string }).id}`
}

/** Opens a step of the process that is open on the desk, fills it in and takes it. */
export async function takeStepAt(page: Page, step: string, fill: (form: Page) => Promise<void>): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(page)
  await dialog.locator('button[type=submit]').click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Offers work from today on, with a few days for the answer. */
export const offer = (page: Page): Promise<void> =>
  takeStepAt(page, '发出录用意向', async () => {
    const form = page.getByRole('dialog')
    await form.getByLabel('税前月薪').fill('6200')
    await form.getByLabel('到岗日期').fill(dayAhead(0))
    await form.getByLabel('请对方在此日前答复').fill(dayAhead(5))
  })
