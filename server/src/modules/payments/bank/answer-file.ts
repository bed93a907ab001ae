import { Day, fileFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import { fail } from '../errors.ts'
import { fenOf, MOST_ROWS, type Said, sumFenOf, yuan } from '../rules.ts'
import { ANSWER_COLUMNS, CHECK, PAID, RETURNED, sha256 } from './layout.ts'

/** One row of the bank's answer. */
export interface AnswerLine extends Said {
  /** In the file, the header being 1. */
  line: number
  batchNumber: string
  row: string
  reference: string
}

export interface AnswerRead {
  rows: AnswerLine[]
  sumFen: number
}

const NEWLINE = 0x0a
const LONGEST_LINE = 2000

/** The text of the bytes: UTF-8, or else GB18030, which many banks still send. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // The next one, or none.
    }
  throw fail.badEncoding()
}

/** Bytes without a byte order mark, and where the last line begins that is not empty. */
function cut(bytes: Uint8Array): { body: Uint8Array; check: Uint8Array } {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const whole = hasMark ? bytes.subarray(3) : bytes
  let end = whole.length
  while (end > 0 && (whole[end - 1] === NEWLINE || whole[end - 1] === 0x0d)) end--
  const from = whole.lastIndexOf(NEWLINE, end - 1) + 1
  return { body: whole.subarray(0, from), check: whole.subarray(from, end) }
}

/**
 * The cells of one line after RFC 4180; undefined where quotes do not match, or the line is longer than any is. Each sign
 * can be read in one way only, so that no line takes longer than it is long.
 */
function cellsOf(line: string): string[] | undefined {
  if (line.length > LONGEST_LINE) return undefined
  const cells: string[] = []
  const cell = /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|$)/y
  for (;;) {
    const found = cell.exec(line)
    if (!found) return undefined
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    if (found[3] === '') return cells
  }
}

function rowOf(text: string, line: number): AnswerLine {
  const refuse = (column: string, value: string) => fail.badRow({ line, column, value: value.slice(0, 40) })
  const cells = cellsOf(text)
  if (cells?.length !== ANSWER_COLUMNS.length) throw refuse(ANSWER_COLUMNS.join('、'), text)
  const [batchNumber, row, amount, result, on, reference, reason] = cells as [string, ...string[]] & { length: 7 }
  const amountFen = fenOf(amount!)
  if (amountFen === undefined) throw refuse('金额', amount!)
  if (result !== PAID && result !== RETURNED) throw refuse('结果', result!)
  if (!Day.safeParse(on).success) throw refuse('付款日期', on!)
  const said = {
    amountFen,
    result: result === PAID ? 'paid' : 'returned',
    on: on!,
    reason: reason!.slice(0, 200),
  } as const
  return {
    line,
    batchNumber: batchNumber.slice(0, 40),
    row: row!.slice(0, 10),
    reference: reference!.slice(0, 60),
    ...said,
  }
}

/**
 * Reads the bank's answer: header, rows, check line. A file in which anything cannot be read, whose sum is not the one
 * it states or that was changed after it was made is refused as a whole.
 * @throws files.empty, payments.badEncoding, badColumns, badRow, noCheckLine, changedFile, wrongSum, tooManyRows
 */
export function readAnswer(bytes: Uint8Array): AnswerRead {
  if (bytes.length === 0) throw new AppError(fileFailures.empty)
  const { body, check } = cut(bytes)
  const lines = decode(body).split(/\r?\n/)
  const checks = cellsOf(decode(check)) ?? []
  const columns = cellsOf(body.length ? lines[0]! : decode(check)) ?? []
  if (ANSWER_COLUMNS.some((name, at) => columns[at] !== name) || columns.length !== ANSWER_COLUMNS.length)
    throw fail.badColumns({ columns: ANSWER_COLUMNS.join('、') })
  if (checks[0] !== CHECK) throw fail.noCheckLine()
  if (checks[3]?.toLowerCase() !== sha256(body)) throw fail.changedFile()
  if (lines.length - 2 > MOST_ROWS * 4) throw fail.tooManyRows({ most: MOST_ROWS * 4 })
  const rows = lines.flatMap((text, at) => (at === 0 || text === '' ? [] : [rowOf(text, at + 1)]))
  const sumFen = rows.reduce((total, { amountFen }) => total + amountFen, 0)
  if (checks[1] !== String(rows.length) || sumFenOf(checks[2] ?? '') !== sumFen)
    throw fail.wrongSum({
      rowsStated: checks[1] ?? '',
      sumStated: checks[2] ?? '',
      rows: rows.length,
      sum: yuan(sumFen),
    })
  return { rows, sumFen }
}
