import { createHash } from 'node:crypto'
import type { Context as Request, Hono } from 'hono'
import { type DescribedPage, withHead } from './head.ts'
import { type Encoding, openPages, packPage, type PageFile } from './pages.ts'
import { PLACE } from './place.ts'

const YEAR = 31_536_000

/** The best encoding the caller takes: brotli, gzip, none. */
function encodingOf(accepted: string): Encoding {
  const taken = accepted.split(',').map((part) => part.trim().split(/;\s*q=/))
  const takes = (name: string) => taken.some(([each, weight]) => each === name && Number(weight ?? 1) > 0)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'plain'
}

async function answer(request: Request, file: PageFile): Promise<Response> {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.tag,
    vary: 'accept-encoding',
    // index.html names the files of its build, so it is asked for each time; the files never change.
    'cache-control': file.hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache',
  })
  if (request.req.header('if-none-match') === file.tag) return new Response(null, { status: 304, headers })
  const encoding = encodingOf(request.req.header('accept-encoding') ?? '')
  const [bytes, plain] = await Promise.all([file.bytes(encoding), file.bytes('plain')])
  if (bytes.length < plain.length) headers.set('content-encoding', encoding)
  return new Response(bytes.length < plain.length ? bytes : plain, { headers })
}

const MISSING = '页面还没有构建，请稍后刷新。The pages are not built yet; reload in a moment.\n'

/** A page of a development server whose clock is ahead reads from its head by how many days. */
const told = (page: string, daysAhead: number): string =>
  daysAhead ? page.replace('</head>', `<meta name="days-ahead" content="${daysAhead}" /></head>`) : page

/** A page made for this request: it says itself what it shows. */
async function answerMade(request: Request, page: string, status: 200 | 404 | 503): Promise<Response> {
  const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding, accept-language, renshu-city',
    'cache-control': 'no-cache',
    ...(status === 200 && { etag: tag }),
  })
  if (status === 200 && request.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers })
  const encoding = encodingOf(request.req.header('accept-encoding') ?? '')
  const { bytes, packed } = await packPage(page, encoding)
  if (packed) headers.set('content-encoding', encoding)
  return new Response(new Uint8Array(bytes), { status, headers })
}

const ASKED = ['accept-language', 'renshu-city'] as const

/** Asks the API what a page shows, for anybody: a page is kept and passed on, and knows no session. */
async function askApi(app: Hono, request: Request): Promise<Response> {
  const headers = new Headers()
  for (const name of ASKED) {
    const value = request.req.header(name)
    if (value) headers.set(name, value)
  }
  return app.request(`/api${request.req.path}`, { headers })
}

/** The page with a head of what the API answers; where there is no such thing it says so by its status too. */
async function answerDescribed(request: Request, app: Hono, index: string, { headOf }: DescribedPage) {
  const answer = await askApi(app, request)
  if (answer.ok) {
    const head = headOf(await answer.json())
    return answerMade(request, head ? withHead(index, head) : index, 200)
  }
  return answerMade(request, index, answer.status >= 500 ? 503 : 404)
}

interface Serving {
  folder: string
  daysAhead: number
  described: readonly DescribedPage[]
}

/**
 * Serves the built pages: their files by name, and `index.html` for every other address that is not of the API.
 * @param daysAhead days by which the clock of a development server is ahead
 * @param described pages that tell in their head what they show
 */
export function servePages(
  app: Hono,
  { folder = PLACE.built, daysAhead = 0, described = [] }: Partial<Serving> = {},
): void {
  const pages = openPages(folder)
  const indexText = async () => {
    const index = await pages.find('/index.html')
    return index && told(Buffer.from(await index.bytes('plain')).toString(), daysAhead)
  }
  const respond = async (request: Request): Promise<Response> => {
    const { path } = request.req
    const file = await pages.find(path)
    if (file) return answer(request, file)
    // A missing file of an older build is missing: HTML in the place of a script would break the page that asks.
    if (path.startsWith('/assets/')) return request.text('', 404)
    const index = await pages.find('/index.html')
    if (index && daysAhead) return answerMade(request, (await indexText())!, 200)
    return index ? answer(request, index) : request.text(MISSING, 503, { 'retry-after': '5' })
  }
  const describe = async (request: Request, page: DescribedPage): Promise<Response> => {
    const index = await indexText()
    return index ? answerDescribed(request, app, index, page) : respond(request)
  }
  for (const page of described) app.get(page.path, (request) => describe(request, page))
  app.get('*', (request) => respond(request))
}
