import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { watchPage } from './watch.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Chromium of this machine: `CHROMIUM`, else where Debian and others put it; undefined where there is none. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM'], ...PLACES].find((path) => path !== undefined && existsSync(path))

/** A headless browser with a folder of its own, which is deleted when it closes. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findChromium()!, args: FLAGS })

export const DESKTOP = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

/** How long a page may take to show what is waited for; the machine may be busy. */
const PATIENCE = 20_000

/** Somebody at a browser of his own: no cookie is shared with anybody else. */
export async function openVisitor(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: DESKTOP,
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  watchPage(page)
  return page
}

/** A picture of a page that did not do what it should, for whoever looks into it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../.cache/e2e')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true }).catch(() => {})
}
