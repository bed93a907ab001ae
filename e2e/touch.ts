import type { Page } from 'playwright-core'
import { untilQuiet } from './watch.ts'

/** What is touched on a phone: WCAG 2.5.5. */
const SIZE = 44
const TOUCHED = 'a[href], button, input, select, textarea, summary'
const SENTENCE = 'p, li, label, figcaption'
const NARROW = { width: 360, height: 740 }

/** Everything on the page that is smaller, measured from its middle to where a touch no longer meets it. */
const measure = ([touched, sentence, size]: readonly [string, string, number]): string[] =>
  [...document.querySelectorAll(touched)].flatMap((element) => {
    let isShown = element.checkVisibility({ checkVisibilityCSS: true }) && !element.matches(':disabled, .skip')
    for (let each: Element | null = element; each; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== 'none') isShown = false
    const words = element.textContent
    const around = getComputedStyle(element).display === 'inline' ? element.closest(sentence) : null
    if (!isShown || (around && around.textContent.length > words.length + 4)) return []
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = element.getClientRects()[0]!
    const reach = (across: number, down: number): number => {
      for (let steps = 1; steps <= size; steps++) {
        const met = document.elementFromPoint(left + width / 2 + across * steps, top + height / 2 + down * steps)
        if (!met || !(element.contains(met) || met.closest('label')?.contains(element))) return steps - 1
      }
      return size
    }
    const [wide, high] = [reach(-1, 0) + reach(1, 0) + 1, reach(0, -1) + reach(0, 1) + 1]
    return Math.min(wide, high) < size
      ? [`${wide}x${high} ${element.tagName.toLowerCase()} ${words.trim().slice(0, 20)}`]
      : []
  })

/**
 * What of a page is smaller than a thumb at 360 px; words beside a box and room around small signs count. Links inside a
 * sentence are left out, as the guideline does.
 * @returns one line each: width and height in pixels, element, words
 */
export async function smallTargets(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? NARROW
  await page.setViewportSize(NARROW)
  await untilQuiet(page)
  const found = await page.evaluate(measure, [TOUCHED, SENTENCE, SIZE] as const)
  await page.setViewportSize(before)
  return found
}
