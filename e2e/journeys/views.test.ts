import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, inject, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import type { DemoRole } from '../demo.ts'
import { portray } from '../portray.ts'
import { openDesk } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()
const WIDTHS = [
  { where: 'desk', viewport: DESKTOP },
  { where: 'phone', viewport: PHONE },
]
/** Main pages by who sees them; `desk:` stands for the desk of the one organisation an account belongs to. */
const PAGES: readonly (readonly [DemoRole | null, Record<string, string>])[] = [
  [null, { jobs: '/jobs?q=叉车', market: '/data', services: '/services' }],
  ['seeker', { seeker: '/me', recommendations: '/me/recommendations', cases: '/me/cases' }],
  ['employerOwner', { postings: 'desk:/jobs', processes: 'desk:/processes', hiring: 'desk:/hiring' }],
  ['administrator', { policy: '/bureau/policies' }],
  ['reviewer', { tasks: '/bureau/cases' }],
  ['cashier', { payments: '/bureau/payments' }],
]

async function open(options: BrowserContextOptions, role: DemoRole | null): Promise<[page: Page, desk: string]> {
  const page = await visit(options)
  if (role === null) return [page, '']
  await signIn(page, inject('demo')[role])
  return [page, role === 'employerOwner' ? await openDesk(page) : '']
}

/** Only for the documentation: other journeys walk these pages and look at them more closely. */
describe.runIf(inject('portraits'))('main pages as they stand', () => {
  test.each(PAGES)('of %s, at the width of a desk and of a phone', async (role, pages) => {
    for (const { where, viewport } of WIDTHS) {
      const [page, desk] = await open({ viewport }, role)
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path.replace('desk:', desk))
        await page.getByRole('heading', { level: 1 }).waitFor()
        // Whatever is drawn behind the first view, a chart among it.
        await page.waitForTimeout(1500)
        await portray(page, `${name}-${where}`)
      }
      await page.context().close()
    }
  })
})
