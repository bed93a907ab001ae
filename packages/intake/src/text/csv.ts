import { LIMITS } from '../files/limits.ts'
import type { TableLine } from '../files/table.ts'
import type { TextLine } from './lines.ts'

export const DELIMITERS = [',', '\t', ';', '|'] as const

type Record = {
  cells: string[]
  /** The text ends inside quotes. */
  open: boolean
  /** Something other than a delimiter follows a closing quote. */
  stray: boolean
}

/** Takes one record apart after RFC 4180; a quote inside an unquoted value is an ordinary character. */
export const splitRecord = (text: string, delimiter: string): Record => {
  const cells: string[] = []
  let at = 0
  let stray = false
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      const value = readQuoted(text, at + 1)
      if (value.end === undefined) return { cells: [...cells, value.cell], open: true, stray }
      cell = value.cell
      at = value.end
      stray ||= at < text.length && text[at] !== delimiter
    }
    const next = text.indexOf(delimiter, at)
    cells.push(cell + text.slice(at, next < 0 ? text.length : next))
    if (next < 0) return { cells, open: false, stray }
    at = next + 1
  }
}

const readQuoted = (text: string, from: number): { cell: string; end?: number } => {
  let cell = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at) }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 }
    cell += '"'
    at = quote + 2
  }
}

/** The delimiter that cuts most of the lines into the same number of cells, more than one. */
export const detectDelimiter = (lines: string[]): string => {
  const score = (delimiter: string): number => {
    const sizes = new Map<number, number>()
    for (const line of lines) {
      const size = splitRecord(line, delimiter).cells.length
      if (size > 1) sizes.set(size, (sizes.get(size) ?? 0) + size)
    }
    return Math.max(0, ...sizes.values())
  }
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/**
 * Walks the records. A quoted value may run over several lines; a quote that is never closed, or whose closing would
 * swallow its neighbours, makes only its own line broken, and reading goes on with the next line.
 */
export async function* readCsv(batches: AsyncIterable<TextLine[]>, delimiter: string): AsyncGenerator<TableLine> {
  let width = 0
  let waiting: TextLine[] = []
  let ended = false
  const source = batches[Symbol.asyncIterator]()
  const more = async (): Promise<boolean> => {
    const step = await source.next()
    if (step.done) ended = true
    else waiting = waiting.concat(step.value)
    return !ended
  }
  try {
    while ((await more()) || waiting.length > 0) {
      let used = 0
      while (used < waiting.length) {
        const taken = takeRecord(waiting, used, delimiter, width, ended)
        if (!taken) break
        used += taken.lines
        if (!taken.line.broken) width = Math.max(width, taken.line.cells.length)
        yield taken.line
      }
      waiting = waiting.slice(used)
    }
  } finally {
    await source.return?.()
  }
}

type Taken = { line: TableLine; lines: number }

const broken = (line: TextLine): Taken => ({
  line: { line: line.number, cells: [], broken: { problem: 'row.unbalancedQuote', text: line.text } },
  lines: 1,
})

/** The record that begins at `lines[at]`; undefined when more lines are needed to tell. */
const takeRecord = (
  lines: TextLine[],
  at: number,
  delimiter: string,
  width: number,
  ended: boolean,
): Taken | undefined => {
  const first = lines[at]!
  const record = splitRecord(first.text, delimiter)
  if (!record.open) return { line: { line: first.number, cells: record.cells }, lines: 1 }
  let text = first.text
  for (let next = at + 1; next - at < LIMITS.quotedLines && text.length < LIMITS.lineLength; next++) {
    const line = lines[next]
    if (!line) return ended ? broken(first) : undefined
    text += lines[next - 1]!.end + line.text
    if (!line.text.includes('"')) continue
    const whole = splitRecord(text, delimiter)
    if (whole.open) continue
    if (whole.stray || (width > 0 && whole.cells.length > width)) return broken(first)
    return { line: { line: first.number, cells: whole.cells }, lines: next - at + 1 }
  }
  return broken(first)
}
