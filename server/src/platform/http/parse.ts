import { platformFailures, type Route } from '@renshu/contracts'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Language } from './language.ts'

const WORDS = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** JSON of a form or a record stays far below; files have their own limit. */
export const LARGEST_BODY = 1_000_000
export const LARGEST_FILE = 20_000_000

const inWords = (bytes: number): string => `${bytes / 1_000_000} MB`

/** Reads a body up to its limit, without trusting the announced length. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError(platformFailures.bodyTooLarge, { limit: inWords(most) })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function jsonOf(request: Request): Promise<{ body: unknown; bytes: Uint8Array<ArrayBuffer> }> {
  const bytes = await bytesOf(request, LARGEST_BODY)
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    // Also what is nested deeper than the stack is refused here.
    refuseUnstorable(body)
    return { body, bytes }
  } catch {
    throw new AppError(platformFailures.malformedBody)
  }
}

/** `a=1&b=2&b=3` as `{ a: '1', b: ['2', '3'] }`. */
function queryOf(url: string): Record<string, string | string[]> {
  const search = new URL(url).searchParams
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name)
      return [name, values.length > 1 ? values : values[0]!]
    }),
  )
}

function part(name: string, schema: z.ZodType, value: unknown, language: Language): unknown {
  const parsed = schema.safeParse(value, { error: WORDS[language] })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: [name, ...path].join('.'), message }))
  throw new AppError(platformFailures.invalidInput, {}, fields)
}

/** NUL and lone surrogates, as JSON.stringify escapes them, after an even number of backslashes. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** PostgreSQL keeps neither NUL nor lone surrogates: text holding one is refused before it reaches a column. */
function refuseUnstorable(value: unknown): void {
  if (UNSTORABLE.test(JSON.stringify(value))) throw new AppError(platformFailures.malformedBody)
}

export interface Parsed {
  input: { params?: unknown; query?: unknown; body?: unknown; bytes?: Uint8Array<ArrayBuffer> }
  /** What the idempotency key was used for: address and body. */
  sent: Uint8Array
}

/**
 * The parts of a request as the contract describes them.
 * @throws platform.invalidInput with the fields, platform.malformedBody, platform.bodyTooLarge
 */
export async function parse(
  route: Route,
  request: Request,
  params: Record<string, string>,
  language: Language,
): Promise<Parsed> {
  const input: Parsed['input'] = {}
  const query = queryOf(request.url)
  refuseUnstorable([params, query])
  if (route.params) input.params = part('params', route.params, params, language)
  if (route.query) input.query = part('query', route.query, query, language)
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array()
  if (route.consumes === 'bytes') bytes = input.bytes = await bytesOf(request, route.largest ?? LARGEST_FILE)
  if (route.body) {
    const sent = await jsonOf(request)
    input.body = part('body', route.body, sent.body, language)
    bytes = sent.bytes
  }
  const { pathname, search } = new URL(request.url)
  return { input, sent: Buffer.concat([Buffer.from(`${pathname}${search}\n`), bytes]) }
}
