import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const COMPRESSED = /^text\/|svg|json/
/** Below this a compressed answer saves nothing worth a header. */
const SMALL = 600

export type Encoding = 'br' | 'gzip' | 'plain'
export interface PageFile {
  type: string
  tag: string
  /** Its name carries a hash of its content. */
  hashed: boolean
  /** The content under an encoding; compressed at the first request and kept. */
  bytes: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compress: Record<Encoding, (content: Buffer, hashed: boolean) => Promise<Buffer>> = {
  // The best takes six times as long, a second for all scripts of a view, once: they never change, and lose 7 %.
  br: (content, hashed) => brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: hashed ? 11 : 9 } }),
  gzip: (content) => zip(content, { level: 9 }),
  plain: async (content) => content,
}

/** A page made for one request, packed fast; plain where that is not worth a header. */
export async function packPage(page: string, encoding: Encoding): Promise<{ bytes: Buffer; packed: boolean }> {
  const content = Buffer.from(page)
  const packed = encoding !== 'plain' && content.length > SMALL
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  if (!packed) return { bytes: content, packed }
  return { bytes: await (encoding === 'br' ? brotli(content, quality) : zip(content)), packed }
}

async function openFile(path: string, name: string): Promise<PageFile> {
  const content = await readFile(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const worth = COMPRESSED.test(type) && content.length > SMALL
  const kept = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  const hashed = name.startsWith('/assets/')
  return {
    type,
    tag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    hashed,
    bytes: (encoding) => {
      const known = kept.get(encoding)
      if (known) return known
      const made = compress[worth ? encoding : 'plain'](content, hashed).then((bytes) => new Uint8Array(bytes))
      kept.set(encoding, made)
      return made
    },
  }
}

/** The built pages of a folder, held in memory; read again when a new build has taken the folder's place. */
export function openPages(folder: string) {
  let readAt: number | null = null
  let files = new Map<string, PageFile>()
  const refresh = async () => {
    const at = await stat(join(folder, 'index.html')).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    if (at === readAt) return
    const entries = at === null ? [] : await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const named = paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path] as const)
    files = new Map(await Promise.all(named.map(async ([name, path]) => [name, await openFile(path, name)] as const)))
    readAt = at
  }
  return {
    /** The file of a path of the address, as listed in the folder: nothing outside it can be named. */
    find: async (path: string): Promise<PageFile | undefined> => {
      const known = files.get(path)
      // A file with a hash never changes; the others are looked after at each request.
      if (known?.hashed) return known
      await refresh()
      return files.get(path)
    },
  }
}
