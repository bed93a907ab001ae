import type { Page } from 'playwright-core'

interface Shown {
  to: string
  text: string
}

/** Texts that were read before: what is waited for comes a moment after it was asked for. */
const read = new Set<string>()

async function shownMessages(request: (path: string) => Promise<{ json: () => Promise<unknown> }>): Promise<Shown[]> {
  const response = await request('/api/development/messages')
  return ((await response.json()) as { items: Shown[] }).items
}

/** Counts what other journeys have sent as read. */
export async function skipMessages(address: string): Promise<void> {
  const shown = await shownMessages((path) => fetch(address + path))
  for (const { text } of shown) read.add(text)
}

/** What a pattern captures in the next message to a phone, which the platform shows instead of sending it. */
async function nextIn(page: Page, phone: string, pattern: RegExp): Promise<string> {
  for (let asked = 0; asked < 60; asked++) {
    const shown = await shownMessages((path) => page.request.get(path))
    const text = shown.find((each) => each.to === phone && pattern.test(each.text) && !read.has(each.text))?.text
    if (text) {
      read.add(text)
      return pattern.exec(text)![1]!
    }
    await page.waitForTimeout(250)
  }
  throw new Error(`Nothing like ${pattern} was sent to ${phone}`)
}

export const nextCode = (page: Page, phone: string): Promise<string> => nextIn(page, phone, /验证码 (\d{6})/)
export const nextInvitation = (page: Page, phone: string): Promise<string> =>
  nextIn(page, phone, /邀请码 ([a-z0-9]{10})/)
/** Waits until a message with these words has been sent to a phone. */
export const nextNotice = (page: Page, phone: string, words: string): Promise<string> =>
  nextIn(page, phone, new RegExp(`(${words})`))
