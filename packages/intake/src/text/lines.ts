import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'

/** A physical line: `number` counts from 1, `end` is the line end as written (empty for the last). */
export type TextLine = { number: number; text: string; end: string }

const LINE_END = /\r\n|\n|\r/g

const tooLong = (path: string, line: number): IntakeError =>
  new IntakeError('line.tooLong', { path, line, limit: LIMITS.lineLength })

/**
 * Cuts a stream of text into lines, a batch per chunk. Line ends are CRLF, LF or a lone CR; zero characters and the
 * byte order mark are dropped. Error: `line.tooLong`.
 */
export async function* readLines(chunks: AsyncIterable<string>, path: string): AsyncGenerator<TextLine[]> {
  let rest = ''
  let number = 0
  for await (const chunk of chunks) {
    const text = rest + (chunk.includes('\0') ? chunk.replaceAll('\0', '') : chunk)
    const batch: TextLine[] = []
    let from = number === 0 && text.startsWith('\ufeff') ? 1 : 0
    for (const match of text.matchAll(LINE_END)) {
      // A CR at the very end of a chunk may be the first half of a CRLF.
      if (match[0] === '\r' && match.index === text.length - 1) break
      if (match.index - from > LIMITS.lineLength) throw tooLong(path, number + 1)
      batch.push({ number: ++number, text: text.slice(from, match.index), end: match[0] })
      from = match.index + match[0].length
    }
    rest = text.slice(from)
    if (rest.length > LIMITS.lineLength) throw tooLong(path, number + 1)
    yield batch
  }
  const last = rest.replace(/^\ufeff/, '')
  if (last) yield [{ number: number + 1, text: last.replace(/\r$/, ''), end: last.endsWith('\r') ? '\r' : '' }]
}
