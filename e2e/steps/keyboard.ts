import type { Page } from 'playwright-core'

/** More than the stops of any page before what is looked for. */
const MOST = 80

/** Presses Tab until an element is focused that the selector means, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

/** Whether the focused element shows that it is: an outline of its own. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' && outlineWidth !== '0px'
  })
