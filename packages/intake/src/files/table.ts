import { countHeaderNames, isSubHeaderName } from '../columns/names.ts'
import { IntakeError } from '../errors.ts'
import { LIMITS } from './limits.ts'
import type { RawRow } from './source.ts'

/** A line of a table by position: what csv and sheets have in common. */
export type TableLine = {
  line: number
  cells: string[]
  broken?: RawRow['broken']
  notes?: { position: number; reason: 'cell.formulaWithoutValue' | 'cell.error' }[]
}

export type Table = { columns: string[]; rows: AsyncIterable<RawRow> }

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '')

const filledCount = (cells: string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** Position of the header among the first lines: the one with most known names, else the first of the fullest. */
export const findHeader = (lines: string[][]): number => {
  const best = (score: (cells: string[]) => number): { at: number; score: number } =>
    lines.reduce((best, cells, at) => (score(cells) > best.score ? { at, score: score(cells) } : best), {
      at: 0,
      score: 0,
    })
  const known = best(countHeaderNames)
  const widest = Math.max(...lines.map(filledCount))
  return known.score >= Math.min(2, widest) ? known.at : best(filledCount).at
}

/** True for the lower half of a header in two rows: 薪资 above, 最低 and 最高 below; names merged downwards repeat. */
const isSubHeader = (upper: string[], lower: string[] | undefined): lower is string[] =>
  lower !== undefined &&
  lower.some(isSubHeaderName) &&
  lower.every((cell, at) => cell.trim() === '' || isSubHeaderName(cell) || cell.trim() === (upper[at] ?? '').trim())

const joinHeader = (upper: string[], lower: string[]): string[] => {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    group = (upper[at] ?? '').trim() || group
    const below = (lower[at] ?? '').trim()
    return isSubHeaderName(below) ? group + below : (upper[at] ?? '')
  })
}

/** Names of the columns by position; empty where there is none, `备注 (2)` for a second 备注. */
export const nameColumns = (header: string[]): string[] => {
  const seen = new Map<string, number>()
  const taken = new Set(header.map((name) => name.trim()))
  return header.map((cell) => {
    const name = cell.replace(/\s+/g, ' ').trim()
    if (name === '') return ''
    let times = (seen.get(name) ?? 0) + 1
    while (times > 1 && taken.has(`${name} (${times})`)) times++
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const toRow = (line: TableLine, names: string[]): RawRow => {
  const cells: Record<string, string> = {}
  line.cells.forEach((cell, at) => {
    const text = cell.trim()
    const name = names[at]
    if (name && text !== '') cells[name] = text
  })
  const row: RawRow = { line: line.line, cells }
  if (line.broken) row.broken = line.broken
  const notes = line.notes?.flatMap((note) => {
    const column = names[note.position]
    return column ? [{ column, reason: note.reason }] : []
  })
  if (notes && notes.length > 0) row.notes = notes
  return row
}

const takeStart = async (lines: AsyncIterator<TableLine>): Promise<TableLine[]> => {
  const start: TableLine[] = []
  while (start.length < LIMITS.headerRows) {
    const step = await lines.next()
    if (step.done) break
    if (step.value.broken || !isBlank(step.value.cells)) start.push(step.value)
  }
  return start
}

/** Finds the header of a table and gives the rows under it; empty rows are left out. Error: `file.empty`. */
export const openTable = async (source: AsyncIterable<TableLine>, path: string): Promise<Table> => {
  const lines = source[Symbol.asyncIterator]()
  const start = await takeStart(lines)
  if (start.length === 0) throw new IntakeError('file.empty', { path })
  const at = findHeader(start.map((line) => line.cells))
  const upper = start[at]!.cells
  const lower = start[at + 1]?.cells
  const twoRows = isSubHeader(upper, lower)
  const names = nameColumns(twoRows ? joinHeader(upper, lower) : upper)
  const rest = start.slice(at + (twoRows ? 2 : 1))
  return { columns: names.filter((name) => name !== ''), rows: walkRows(rest, lines, names) }
}

async function* walkRows(start: TableLine[], lines: AsyncIterator<TableLine>, names: string[]): AsyncGenerator<RawRow> {
  try {
    for (const line of start) yield toRow(line, names)
    for (let step = await lines.next(); !step.done; step = await lines.next()) {
      if (step.value.broken || !isBlank(step.value.cells)) yield toRow(step.value, names)
    }
  } finally {
    await lines.return?.()
  }
}
