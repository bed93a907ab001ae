import type { Page } from 'playwright-core'

/** A profile of somebody signed in, saved as his pages save it. */
export async function saveProfile(page: Page, wish: string, place: string): Promise<void> {
  const status = await page.evaluate(
    async ([title, code]) => {
      const known = await fetch('/api/me/talent')
      const version = known.ok ? ((await known.json()) as { version: number }).version : null
      const answer = await fetch('/api/me/talent', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          version,
          wishes: [{ title }],
          places: [code],
          salary: { min: 500_000 },
          education: 'senior',
          years: 5,
          certificates: [{ code: 'forklift-n1' }],
          visibility: 'open',
        }),
      })
      return answer.status
    },
    [wish, place] as const,
  )
  if (status !== 200) throw new Error(`The profile was answered with ${status}`)
}

/** Opens the desk of the one organisation a person belongs to; its path. */
export async function openDesk(page: Page): Promise<string> {
  await page.goto('/desk')
  await page.locator('main a[href^="/desk/0"]').first().click()
  await page.getByRole('navigation').getByRole('link', { name: '岗位', exact: true }).waitFor()
  return new URL(page.url()).pathname
}

/** Pastes a text on the page for a new posting and has it read. */
export async function pastePosting(page: Page, desk: string, text: string): Promise<void> {
  await page.goto(`${desk}/jobs/new`)
  await page.getByLabel('招聘文字').fill(text)
  await page.getByRole('button', { name: '读取并填表' }).click()
}
