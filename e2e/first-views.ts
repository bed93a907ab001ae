/**
 * What a visitor with an empty cache loads to see pages, for the bench: `tsx first-views.ts ADDRESS VIEWS`, where VIEWS
 * is JSON, `[{"page":"home","path":"/","token":"…"}]`. Prints JSON: scripts and their bytes as they went over the wire.
 */
import { type Browser } from 'playwright-core'
import { findChromium, openBrowser, openVisitor } from './browser.ts'
import { untilQuiet } from './watch.ts'

interface View {
  page: string
  path: string
  token?: string
}

/** The machine may be busy. */
const PATIENCE = 60_000

async function view(browser: Browser, address: string, { page: name, path, token }: View) {
  const page = await openVisitor(browser, address)
  page.setDefaultTimeout(PATIENCE)
  if (token) await page.context().addCookies([{ name: 'renshu_session', value: token, url: address, httpOnly: true }])
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js'))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(path)
  await page.waitForSelector('h1')
  await untilQuiet(page)
  if (new URL(page.url()).pathname !== path) throw new Error(`${path} led to ${page.url()}`)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.context().close()
  return { page: name, scripts: sizes.length, bytes }
}

const [address, views] = process.argv.slice(2)
const found: Awaited<ReturnType<typeof view>>[] = []
if (findChromium()) {
  const browser = await openBrowser()
  try {
    for (const each of JSON.parse(views!) as View[]) found.push(await view(browser, address!, each))
  } finally {
    await browser.close()
  }
}
process.stdout.write(JSON.stringify(found))
