import type { Context as Request, Hono } from 'hono'
import { dayOf } from '../clock.ts'
import type { Tx } from '../database/index.ts'
import { callerOf } from '../http/request.ts'
import type { Services } from '../services.ts'

/** An address of the site that the public may read, and the day on which it last changed. */
export interface Address {
  path: string
  changedOn: string
}

/** Addresses in a fixed order. Scope public. */
export interface Addresses {
  count: (tx: Tx, city: string, on: string) => Promise<number>
  page: (tx: Tx, city: string, on: string, from: number, most: number) => Promise<Address[]>
}

/** Most that a file may list, https://www.sitemaps.org/protocol.html */
const MOST = 50_000
/** Seconds for which a file made once is given again: it is the same for everybody and long. */
const KEPT = 600

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

const listOf = (origin: string, addresses: readonly Address[]): string =>
  [
    XML,
    `<urlset ${NAMESPACE}>`,
    ...addresses.map(({ path, changedOn }) => `<url><loc>${origin}${path}</loc><lastmod>${changedOn}</lastmod></url>`),
    '</urlset>\n',
  ].join('\n')

const indexOf = (origin: string, parts: number): string =>
  [
    XML,
    `<sitemapindex ${NAMESPACE}>`,
    ...Array.from({ length: parts }, (_, at) => `<sitemap><loc>${origin}/sitemap.xml?part=${at + 1}</loc></sitemap>`),
    '</sitemapindex>\n',
  ].join('\n')

interface Asked {
  city: string
  origin: string
  /** From 1; null: the whole, which is an index where there are too many for one file. */
  part: number | null
}

/** @returns undefined where there is no such part */
async function makeFile(services: Services, addresses: Addresses, asked: Asked, most: number) {
  const { city, origin, part } = asked
  const on = dayOf(services.clock.now())
  return services.database.transaction(
    { kind: 'public', city },
    async (tx) => {
      const parts = Math.ceil((await addresses.count(tx, city, on)) / most)
      if (part === null && parts > 1) return indexOf(origin, parts)
      if (part !== null && (part < 1 || part > parts)) return undefined
      return listOf(origin, await addresses.page(tx, city, on, ((part ?? 1) - 1) * most, most))
    },
    true,
  )
}

function askedBy(request: Request, services: Services): Asked | undefined {
  const { city } = callerOf(request, services)
  const part = request.req.query('part') ?? null
  if (!services.cities.has(city) || (part !== null && !/^[1-9]\d{0,3}$/.test(part))) return undefined
  const origin = services.config.PUBLIC_URL?.replace(/\/$/, '') ?? new URL(request.req.url).origin
  return { city, origin, part: part === null ? null : Number(part) }
}

/** Tells search engines which pages there are: `/robots.txt` names `/sitemap.xml`, which lists them. */
export function serveSitemap(app: Hono, services: Services, addresses: Addresses, most = MOST): void {
  const kept = new Map<string, { until: number; file: string }>()
  const fileFor = async (asked: Asked): Promise<string | undefined> => {
    const now = services.clock.now().getTime()
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
    const key = JSON.stringify(asked)
    const known = kept.get(key)
    if (known) return known.file
    const file = await makeFile(services, addresses, asked, most)
    if (file !== undefined && services.config.PUBLIC_URL) kept.set(key, { until: now + KEPT * 1000, file })
    return file
  }
  const answer = async (request: Request): Promise<Response> => {
    const asked = askedBy(request, services)
    const file = asked && (await fileFor(asked))
    if (file === undefined) return request.text('', 404)
    const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': `public, max-age=${KEPT}` }
    return request.body(file, 200, headers)
  }
  app.get('/sitemap.xml', (request) => answer(request))
  app.get('/robots.txt', (request) => {
    const { origin = '' } = askedBy(request, services) ?? {}
    return request.text(`User-agent: *\nAllow: /\n${origin && `Sitemap: ${origin}/sitemap.xml\n`}`)
  })
}
