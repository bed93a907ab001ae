import { SaxesParser } from 'saxes'
import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'

/** Values by name as written, prefix included. */
export type Attributes = Record<string, string>

/** What is done at each tag; names come without their prefix. */
export type XmlVisitor<T> = {
  /** What has been completed since the last piece. */
  found: T[]
  open: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** True while something is being collected that must not grow without end; `line` names it in the error. */
  isInside?: () => boolean
  line?: () => number
}

/** Deeper than any part of a workbook nests. */
const MAX_DEPTH = 200

/** Faults of single characters, which stay as they are; anything else means that the structure is broken. */
const BORNE =
  /undefined entity|malformed character entity|disallowed character\.$|"]]>" is disallowed|duplicate attribute/

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const createParser = (visitor: XmlVisitor<unknown>, path: string, onTag: () => void) => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', (error) => {
    if (!BORNE.test(error.message)) throw new IntakeError('file.truncated', { path })
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new IntakeError('file.truncated', { path })
    visitor.open(withoutPrefix(name), attributes)
    onTag()
  })
  parser.on('closetag', ({ name }) => {
    depth--
    visitor.close?.(withoutPrefix(name))
    onTag()
  })
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (piece) => visitor.text?.(piece))
  return parser
}

/**
 * Walks through XML without building a tree and yields what the visitor finds, piece by piece. Entities a document
 * declares itself are not expanded. Errors: `file.truncated` for XML that is not well-formed, `line.tooLong`.
 */
export async function* walkXml<T>(
  chunks: AsyncIterable<string>,
  path: string,
  visitor: XmlVisitor<T>,
): AsyncGenerator<T> {
  let from = 0
  const parser = createParser(visitor, path, () => {
    if (visitor.isInside?.() !== true) from = parser.position
  })
  for await (const chunk of chunks) {
    parser.write(chunk)
    if (parser.position - from > LIMITS.lineLength)
      throw new IntakeError('line.tooLong', { path, line: visitor.line?.() ?? 0, limit: LIMITS.lineLength })
    yield* visitor.found
    visitor.found.length = 0
  }
  parser.close()
}

export type Tag = { name: string; parent: string; attributes: Attributes }

/** Everything a walk finds, for parts that are kept whole. */
export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The tags of these names with the name of what they stand in. */
export async function* readTags(chunks: AsyncIterable<string>, path: string, names: string[]): AsyncGenerator<Tag> {
  const wanted = new Set(names)
  const found: Tag[] = []
  const parents: string[] = []
  yield* walkXml(chunks, path, {
    found,
    open(name, attributes) {
      if (wanted.has(name)) found.push({ name, parent: parents.at(-1) ?? '', attributes })
      parents.push(name)
    },
    close: () => void parents.pop(),
  })
}

/** The XML of a part as text; OOXML is UTF-8 wherever it matters. */
export async function* decodeXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const character = (code: number): string => (code > 0 ? String.fromCodePoint(code) : '')

/** `_x000D_` is how OOXML spells a character that XML cannot hold. */
export const spellOut = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    : text

/** Collects the text of a string item: all its runs, without phonetic guides. */
export const createRuns = () => {
  let text = ''
  let isRun = false
  let guides = 0
  return {
    open(name: string): void {
      if (name === 'rPh') guides++
      isRun = name === 't' && guides === 0
    },
    close(name: string): void {
      if (name === 'rPh') guides--
      isRun = false
    },
    text(piece: string): void {
      if (isRun) text += piece
    },
    take(): string {
      const taken = spellOut(text)
      text = ''
      return taken
    },
  }
}
