import type { Page } from 'playwright-core'

interface Shown {
  to: string
  text: string
  sentAt: string
}

/** Texts that were read before: what is waited for comes a moment after it was asked for. */
const read = new Set<string>()

/** The next message to a phone, which the platform shows instead of sending it. */
export async function nextMessage(page: Page, phone: string): Promise<string> {
  for (let asked = 0; asked < 60; asked++) {
    const response = await page.request.get('/api/development/messages')
    const { items } = (await response.json()) as { items: Shown[] }
    const text = items.find((each) => each.to === phone && !read.has(each.text))?.text
    if (text) {
      read.add(text)
      return text
    }
    await page.waitForTimeout(250)
  }
  throw new Error(`No message to ${phone}`)
}

/** The one-time code in the next message to a phone. */
export async function nextCode(page: Page, phone: string): Promise<string> {
  const code = /\d{6}/.exec(await nextMessage(page, phone))?.[0]
  if (!code) throw new Error(`The message to ${phone} has no code`)
  return code
}
