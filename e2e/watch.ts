import type { Page, Request } from 'playwright-core'

/** What went wrong in a page that nobody asked for. */
const troubles = new WeakMap<Page, string[]>()
/** Questions to the server that have not been answered yet. */
const open = new WeakMap<Page, Set<Request>>()

/** Answers that belong to a page which does not know yet who is signed in, or whether there is a profile. */
const USUAL = [/^401 GET \/api\/me$/, /^404 GET \/api\/me\/talent$/]

const isUsual = (answer: string): boolean => USUAL.some((usual) => usual.test(answer))

/** Notes errors of the console, uncaught exceptions, requests that failed and answers nobody expected. */
export function watchPage(page: Page): void {
  const noted: string[] = []
  const asked = new Set<Request>()
  troubles.set(page, noted)
  open.set(page, asked)
  page.on('request', (request) => asked.add(request))
  page.on('pageerror', (error) => noted.push(`uncaught ${error.message}`))
  page.on('console', (message) => {
    // The browser reports every answer from 400 on here too; those are noted below, by address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      noted.push(`console ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    asked.delete(request)
    const reason = request.failure()?.errorText ?? ''
    // A page that is left takes back what it asked for.
    if (reason !== 'net::ERR_ABORTED') noted.push(`failed ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    asked.delete(response.request())
    const answer = `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`
    if (response.status() >= 400 && !isUsual(answer)) noted.push(answer)
  })
}

/**
 * What went wrong since it was last asked, without what the journey brought about on purpose.
 * @param expected e.g. `/^409 POST .*decision$/`
 */
export function takeTroubles(page: Page, expected: readonly RegExp[] = []): string[] {
  const noted = troubles.get(page)?.splice(0) ?? []
  return noted.filter((trouble) => !expected.some((each) => each.test(trouble)))
}

/** Waits until every question has been answered and its answer is drawn. */
export async function untilQuiet(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = open.get(page)?.size ? 0 : quiet + 1) await page.waitForTimeout(60)
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'))
}
