import type { Messages } from '../messages/index.ts'
import { layOutTable } from '../text/table.ts'
import { wrap } from '../text/width.ts'
import type { Figure, FigureName, Section } from './figures.ts'

/** A section as people read it: a line per figure, a column per thing it was measured on. */
export function printSection({ name, figures, remarks = [] }: Section, { bench }: Messages, width: number): string[] {
  const names = [...new Set(figures.map(({ name }) => name))]
  const columns = [...new Set(figures.map(({ of }) => of))]
  const sides: Record<string, string> = bench.side
  const header = columns.map((of) => (of === undefined ? '' : (sides[of] ?? of)))
  const cell = (row: FigureName, of: string | undefined): string => {
    const found = figures.find((figure) => figure.name === row && figure.of === of)
    return found ? formatFigure(found, bench.unit) : ''
  }
  const rows = names.map((row) => [bench.figure[row]].concat(columns.map((of) => cell(row, of))))
  const isHeaded = header.some(Boolean)
  const rightAligned = figures.every(({ unit }) => unit !== 'text') ? columns.map((_, at) => at + 1) : []
  const lines = layOutTable(isHeaded ? [['', ...header], ...rows] : rows, { width: width - 2, rightAligned })
  const notes = [bench.note[name] ?? '', ...remarks].filter(Boolean).flatMap((note) => wrap(note, width - 2))
  return [`## ${bench.section[name]}`, ...[...lines, ...notes].map((line) => `  ${line}`)]
}

/** Three significant digits, with the unit. */
export function formatFigure({ value, unit }: Figure, names: Messages['bench']['unit']): string {
  if (typeof value === 'string') return value
  switch (unit) {
    case 'bytes':
      return formatBytes(value)
    case 'count':
      return value.toLocaleString('en-US')
    case 'share':
      return `${formatShare(value)} %`
    case 'ratio':
      return `${inShort(value)} ×`
    case 'perSecond':
      return `${inShort(value)} ${names.perSecond}`
    default:
      return `${inShort(value)} ${names[unit]}`
  }
}

const inShort = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)))

/** Cut rather than rounded when near the whole, so that only the whole reads as 100. */
const formatShare = (share: number): number =>
  share > 0.99 ? Math.floor(share * 10_000) / 100 : Number((share * 100).toPrecision(4))

const BYTES = ['B', 'kB', 'MB', 'GB'] as const

function formatBytes(bytes: number): string {
  const step = Math.min(BYTES.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${inShort(bytes / 1000 ** step)} ${BYTES[step]}`
}
