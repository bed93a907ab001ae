import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DESKTOP, PHONE } from './browser.ts'
import { takeTroubles, untilQuiet } from './watch.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The narrowest phone that is still about. */
const NARROW = { width: 360, height: 740 }
const GRAVE = new Set<unknown>(['serious', 'critical'])

declare global {
  interface Window {
    axe: { run: (root: Document, options: object) => Promise<AxeResults> }
  }
}

/** Violations that keep somebody out, one line each: rule, element, width. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated rather than added as an element: the policy of the pages forbids scripts in the document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations: found } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
  )
  const width = page.viewportSize()?.width
  return found
    .filter(({ impact }) => GRAVE.has(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')} (${width} px)`))
}

/** What sticks out to the right of the window, where anything does. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = Array.from(document.body.querySelectorAll('*')).filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    return wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className} sticks out`)
  })

/**
 * Looks at a page as it stands, at the width of a desk and of a phone: accessibility, sideways scrolling, errors.
 * @param expected troubles the journey brought about on purpose
 */
export async function findingsOf(page: Page, expected: readonly RegExp[] = []): Promise<string[]> {
  const before = page.viewportSize() ?? DESKTOP
  const found: string[] = []
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await untilQuiet(page)
    found.push(...(await violations(page)))
  }
  await page.setViewportSize(NARROW)
  found.push(...(await overflow(page)))
  await page.setViewportSize(before)
  return [...found, ...takeTroubles(page, expected)]
}

/** A page that everybody can read and use, on which nothing went wrong. */
export async function examine(page: Page, expected: readonly RegExp[] = []): Promise<void> {
  expect(await findingsOf(page, expected), `${new URL(page.url()).pathname} ${await page.title()}`).toEqual([])
}
