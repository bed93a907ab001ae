import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildPages, isStale } from './build-pages.ts'
import { servePages } from './serve-pages.ts'

const SCRIPT = 'console.log(1)\n'.repeat(100)
let folder: string
let app: Hono

function write(path: string, text: string, age = 0): void {
  const whole = join(folder, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, text)
  const at = new Date(1_700_000_000_000 - age)
  utimesSync(whole, at, at)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renshu-pages-'))
  write('dist/index.html', '<html>1</html>')
  write('dist/assets/main-abc.js', SCRIPT)
  write('secret.txt', 'secret')
  app = new Hono()
  app.get('/api/health', (request) => request.json({ status: 'ok' }))
  app.all('/api/*', (request) => request.json({}, 404))
  servePages(app, { folder: join(folder, 'dist') })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('servePages', () => {
  it('keeps files with a hash for a year, and asks for the page itself each time', async () => {
    const script = await app.request('/assets/main-abc.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await app.request('/')).headers.get('cache-control')).toBe('no-cache')
  })

  it('answers an address of the application with the page, and a missing file with 404', async () => {
    expect(await (await app.request('/organisations/1?x=2')).text()).toBe('<html>1</html>')
    expect((await app.request('/assets/main-old.js')).status).toBe(404)
  })

  it('leaves the API alone', async () => {
    expect(await (await app.request('/api/health')).json()).toEqual({ status: 'ok' })
    expect((await app.request('/api/nothing')).status).toBe(404)
  })

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt'])(
    'never leaves its folder for %s',
    async (path) => {
      expect(await (await app.request(`http://localhost${path}`)).text()).not.toContain('secret')
    },
  )

  it('compresses as the caller takes it, and only then', async () => {
    const ask = (accepted: string) => app.request('/assets/main-abc.js', { headers: { 'accept-encoding': accepted } })
    const unpacked = async (answer: Response, unpack: (bytes: Buffer) => Buffer) =>
      unpack(Buffer.from(await answer.arrayBuffer())).toString()
    const br = await ask('gzip, deflate, br')
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(await unpacked(br, brotliDecompressSync)).toBe(SCRIPT)
    const gz = await ask('gzip, br;q=0')
    expect(gz.headers.get('content-encoding')).toBe('gzip')
    expect(await unpacked(gz, gunzipSync)).toBe(SCRIPT)
    expect((await ask('')).headers.get('content-encoding')).toBeNull()
  })

  it('answers 304 to whoever has the same content', async () => {
    const tag = (await app.request('/')).headers.get('etag')!
    const again = await app.request('/', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  it('serves a new build without a restart', async () => {
    await app.request('/')
    write('dist/index.html', '<html>2</html>', -1000)
    write('dist/assets/main-def.js', 'new')
    expect(await (await app.request('/')).text()).toBe('<html>2</html>')
    expect(await (await app.request('/assets/main-def.js')).text()).toBe('new')
  })

  it('tells the page by how many days the clock of a development server is ahead, and else nothing', async () => {
    write('dist/index.html', '<html><head></head></html>', -1000)
    const ahead = new Hono()
    servePages(ahead, { folder: join(folder, 'dist'), daysAhead: 8 })
    expect(await (await ahead.request('/me')).text()).toContain('<meta name="days-ahead" content="8" /></head>')
    expect(await (await app.request('/me')).text()).not.toContain('days-ahead')
  })

  it('puts what the API answers into the head, where nothing in it can end the block or become a tag', async () => {
    write('dist/index.html', '<html><head><title>Site</title></head></html>', -1000)
    const headed = new Hono()
    const title = '</script><b>&"$&'
    headed.get('/api/things/1', (request) => request.json({ title, data: { name: title } }))
    headed.get('/api/things/2', (request) => request.json({}, 500))
    headed.all('/api/*', (request) => request.json({}, 404))
    const headOf = (answer: unknown) => ({ description: 'of it', canonical: null, ...(answer as typeof of1) })
    const of1 = { title, data: { name: title } }
    const described = [{ path: '/things/:id', headOf }]
    servePages(headed, { folder: join(folder, 'dist'), described })
    const found = await headed.request('/things/1')
    const page = await found.text()
    expect(page).toContain('<title>&lt;/script&gt;&lt;b&gt;&amp;&quot;$&amp; - Site</title>')
    const block = /<script type="application\/ld\+json" data-served>(.*?)<\/script>/.exec(page)![1]!
    expect(JSON.parse(block)).toEqual({ name: title })
    const again = await headed.request('/things/1', { headers: { 'if-none-match': found.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const packed = await headed.request('/things/1', { headers: { 'accept-encoding': 'br' } })
    expect(await packed.text()).toContain('Site')
    expect((await headed.request('/things/2')).status).toBe(503)
    const missing = await headed.request('/things/3')
    expect([missing.status, await missing.text()]).toEqual([404, '<html><head><title>Site</title></head></html>'])
  })

  it('says so where nothing is built', async () => {
    const empty = new Hono()
    servePages(empty, { folder: join(folder, 'nothing') })
    expect((await empty.request('/')).status).toBe(503)
  })
})

describe('buildPages', () => {
  const place = () => ({ source: folder, built: join(folder, 'dist'), work: join(folder, 'work') })

  it('finds the pages stale where they are missing or a source is younger', () => {
    write('index.html', '', 1000)
    expect(isStale(place())).toBe(false)
    write('src/ui/button.tsx', '', -1000)
    // A folder changes when a file is put into it.
    expect(isStale(place())).toBe(true)
    rmSync(join(folder, 'dist'), { recursive: true })
    expect(isStale(place())).toBe(true)
  })

  it('does nothing while a living process builds', async () => {
    write('index.html', '', -1000)
    write('work/building', String(process.pid))
    expect(await buildPages(place())).toBe(false)
  })

  it('does nothing where the source is not installed', async () => {
    expect(await buildPages({ ...place(), source: join(folder, 'elsewhere') })).toBe(false)
  })
})
