import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { keepPicture, openBrowser, openVisitor } from '../browser.ts'
import { skipMessages } from './messages.ts'

/** The platform goes on so many days after the true day; sign-ins of officers have ended then. */
export async function moveOn(days: number): Promise<void> {
  const response = await fetch(`${inject('timeMachine')}/${days}`, { method: 'POST' })
  if (!response.ok) throw new Error(await response.text())
}

/** As much of a page in the log as tells why a test failed where its picture cannot be had. */
const MOST_WORDS = 600

async function tellOf(page: Page): Promise<void> {
  const words = await page
    .locator('main')
    .last()
    .innerText({ timeout: 1000 })
    .catch(() => '')
  console.log(`${page.url()}: ${words.replaceAll(/\s+/g, ' ').slice(0, MOST_WORDS)}`)
}

/** A browser for the tests of one file, and visitors in it. What they saw when a test failed is kept and told. */
export function openStage() {
  let browser: Browser
  const pages: Page[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    await skipMessages(inject('address'))
  })
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      for (const [at, page] of pages.entries()) {
        await keepPicture(page, `${task.name.replaceAll(/\W+/g, '-')}-${at + 1}`)
        await tellOf(page)
      }
    })
  })
  afterAll(() => browser.close())
  return async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await openVisitor(browser, inject('address'), options)
    pages.push(page)
    return page
  }
}
