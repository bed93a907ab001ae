import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
/** Pages that anybody may open. */
const PAGES = ['/', '/organisations', '/jobs', '/sign-in', '/development', '/nowhere'] as const
/** Pages of whoever is signed in, of officers and of administrators. */
const INNER_PAGES = [
  ...['account', 'devices', 'privacy', 'consents', 'helpers', 'data'].map((room) => `/me/${room}`),
  '/desk',
  '/desk/new',
  ...['', '/verifications', '/licences', '/organisations', '/imports'].map((room) => `/bureau${room}`),
  ...['', '/totals', '/chain'].map((room) => `/bureau/ledger${room}`),
  '/city',
  '/city/parameters',
  '/city/officers',
] as const

describe('in the dark', () => {
  test.each(PAGES)('%s can be read', async (path) => {
    const page = await visit({ colorScheme: 'dark' })
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await examine(page)
    if (path === '/organisations') await portray(page, 'directory-dark')
    await page.context().close()
  })
})

const CHINESE = /\p{Script=Han}/u
const WORDS = ':is(h1, h2, label, legend, thead th, nav a, .button, .lead):not(tbody *)'

/** Words of the page itself, not of the records it shows, that are Chinese. */
async function chineseWords(page: Page): Promise<string[]> {
  await untilQuiet(page)
  const words = await page.locator(WORDS).allTextContents()
  return words.filter((word) => CHINESE.test(word) && word !== '中文')
}

describe('in English', () => {
  test.each(PAGES)('%s says nothing in Chinese', async (path) => {
    const page = await visit({ locale: 'en-GB' })
    await page.goto(path)
    await examine(page)
    if (path === '/organisations') await portray(page, 'directory-english')
    expect(await chineseWords(page)).toEqual([])
    expect(await page.getAttribute('html', 'lang')).toBe('en-GB')
    await page.context().close()
  })

  test('on the narrowest phones the head of the page stays in one line, signed in or not', async () => {
    const person = await visit()
    await signIn(person, inject('demo').seeker)
    for (const storageState of [undefined, await person.context().storageState()]) {
      const page = await visit({
        locale: 'en-GB',
        viewport: { width: 360, height: 740 },
        ...(storageState && { storageState }),
      })
      await page.goto('/')
      await page
        .getByRole(storageState ? 'button' : 'link', { name: storageState ? 'Me, my menu' : 'Sign in' })
        .waitFor()
      await untilQuiet(page)
      const middles = await page
        .locator('.shell-bar > .brand, .shell-tools > *')
        .evaluateAll((parts) =>
          parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2),
        )
      expect(middles.length).toBeGreaterThan(3)
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12)
      await examine(page)
      await page.context().close()
    }
  })

  test('nor does any page of the desks', async () => {
    const officer = await visit()
    await signIn(officer, inject('demo').administrator)
    const page = await visit({ locale: 'en-GB', storageState: await officer.context().storageState() })
    const found: string[] = []
    for (const path of INNER_PAGES) {
      await page.goto(path)
      found.push(...(await chineseWords(page)).map((word) => `${path}: ${word}`))
    }
    expect(found).toEqual([])
  })

  test('the language and the theme that somebody chose last', async () => {
    const page = await visit()
    await page.goto('/')
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.getByRole('button', { name: /As the system/ }).click()
    await page.reload()
    await page.getByRole('button', { name: /: Light$/ }).click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await examine(page)
  })
})
