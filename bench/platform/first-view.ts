import type { DemoRole } from '@renshu/server'
import { findChromium, openBrowser, openVisitor } from '../../e2e/browser.ts'
import { untilQuiet } from '../../e2e/watch.ts'

/** What a visitor with an empty cache loads to see a page. */
export interface FirstView {
  page: string
  scripts: number
  /** kB of script as they went over the wire. */
  kilobytes: number
}

interface View {
  page: string
  path: string
  token?: string | undefined
}

/** The public site and the start of each desk. */
const viewsOf = (organisationId: string, agencyId: string, tokens: Partial<Record<DemoRole, string>>): View[] => [
  { page: 'home', path: '/' },
  { page: 'directory', path: '/organisations' },
  { page: 'profile', path: `/organisations/${agencyId}` },
  { page: 'sign-in', path: '/sign-in' },
  { page: 'person', path: '/me/account', token: tokens.seeker },
  { page: 'organisation', path: `/desk/${organisationId}`, token: tokens.employerOwner },
  { page: 'bureau', path: '/bureau', token: tokens.administrator },
  { page: 'city', path: '/city', token: tokens.administrator },
]

/** The machine may be busy. */
const PATIENCE = 60_000

type Browser = Awaited<ReturnType<typeof openBrowser>>

async function view(browser: Browser, address: string, { page: name, path, token }: View): Promise<FirstView> {
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
  return { page: name, scripts: sizes.length, kilobytes: bytes / 1000 }
}

/** Undefined where there is no Chromium. */
export async function firstViews(
  address: string,
  organisationId: string,
  agencyId: string,
  tokens: Partial<Record<DemoRole, string>>,
): Promise<FirstView[] | undefined> {
  if (!findChromium()) return undefined
  const browser = await openBrowser()
  try {
    const views: FirstView[] = []
    for (const each of viewsOf(organisationId, agencyId, tokens)) views.push(await view(browser, address, each))
    return views
  } finally {
    await browser.close()
  }
}
