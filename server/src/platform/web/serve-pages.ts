import type { Context as Request, Hono } from 'hono'
import { openPages, type PageFile } from './pages.ts'
import { PLACE } from './place.ts'

const YEAR = 31_536_000

/** The best encoding the caller takes: brotli, gzip, none. */
function encodingOf(accepted: string): 'br' | 'gzip' | 'plain' {
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

/** Serves the built pages: their files by name, and `index.html` for every other address that is not of the API. */
export function servePages(app: Hono, folder: string = PLACE.built): void {
  const pages = openPages(folder)
  const respond = async (request: Request): Promise<Response> => {
    const { path } = request.req
    const file = await pages.find(path)
    if (file) return answer(request, file)
    // A missing file of an older build is missing: HTML in the place of a script would break the page that asks.
    if (path.startsWith('/assets/')) return request.text('', 404)
    const index = await pages.find('/index.html')
    return index ? answer(request, index) : request.text(MISSING, 503, { 'retry-after': '5' })
  }
  app.get('*', (request) => respond(request))
}
