import { FIELDS as INTAKE_FIELDS, type Inspection, reasonMessage } from '@renshu/intake'
import { type Terminal, widthOf } from './terminal.ts'
import { layOutTable } from './text/table.ts'
import { displayWidth, padRight, wrap, wrapItems } from './text/width.ts'

const FIELDS = ['salary', 'place', 'education', 'experience', 'occupation'] as const
const SHOWN_VALUES = 8
const SHOWN_CODES = 10
const SHOWN_ROWS = 10

/** The object that `--json` prints; its keys are part of the interface. */
export function inspectionJson(inspection: Inspection): string {
  const { rows, rejected, fields, duplicates, seconds, rowsPerSecond, peakMemoryMb } = inspection
  const shares = FIELDS.map((field) => {
    const { nonEmpty, understood, share } = fields[field]
    return [field, { nonEmpty, understood, share }]
  })
  return JSON.stringify({
    rows,
    rejected,
    fields: Object.fromEntries(shares),
    duplicates,
    seconds: Math.round(seconds * 100) / 100,
    rowsPerSecond: Math.round(rowsPerSecond),
    peakMemoryMb: Math.round(peakMemoryMb),
  })
}

/** The report a person reads. */
export function inspectionReport(path: string, inspection: Inspection, terminal: Terminal): string {
  const { messages } = terminal
  const m = messages.inspect
  const width = widthOf(terminal.output, 100)
  const { kind, rows, rejected, duplicates, seconds, rowsPerSecond, peakMemoryMb } = inspection
  const sections = [
    [m.title(path, m.kind[kind]), m.rows(rows - rejected, rejected), m.duplicates(duplicates)],
    [m.columns, ...columnLines(inspection, terminal, width)],
    shareLines(inspection, terminal),
    section(m.unparsed, unparsedLines(inspection, terminal, width)),
    section(m.occupations, codeLines(inspection.occupations, width)),
    section(m.topPlaces, codeLines(inspection.places, width)),
    section(m.groups, inspection.duplicateGroups.slice(0, SHOWN_VALUES).map(m.lines).map(indent)),
    section(m.rejects, rejectLines(inspection, terminal, width)),
    [m.effort(seconds, rowsPerSecond, peakMemoryMb)],
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const indent = (line: string): string => `  ${line}`
const section = (title: string, lines: string[]): string[] => (lines.length > 0 ? [title, ...lines] : [])

function columnLines({ columns }: Inspection, { messages }: Terminal, width: number): string[] {
  const rows = INTAKE_FIELDS.flatMap((field) => {
    const names = columns.fields[field]
    return names ? [[messages.field[field], names.join(messages.comma)]] : []
  })
  const unknown = messages.inspect.unknownColumns(columns.unknown.join(messages.comma))
  const lines = [
    ...layOutTable(rows, { width: width - 2 }),
    ...(columns.unknown.length > 0 ? wrap(unknown, width - 2) : []),
  ]
  return lines.map(indent)
}

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`

function shareLines({ fields }: Inspection, { messages }: Terminal): string[] {
  const rows = FIELDS.map((field) => {
    const { nonEmpty, understood, share } = fields[field]
    const counts = nonEmpty === 0 ? ['0', '', ''] : [String(nonEmpty), String(understood), percent(share)]
    return [messages.field[field], ...counts]
  })
  const table = layOutTable([messages.inspect.shares, ...rows], { width: 80, rightAligned: [1, 2, 3] })
  const { ambiguous, anywhere } = fields.place
  return ambiguous + anywhere > 0 ? [...table, messages.inspect.places(ambiguous, anywhere)] : table
}

function unparsedLines({ fields }: Inspection, { messages }: Terminal, width: number): string[] {
  const left = Math.max(...FIELDS.map((field) => displayWidth(messages.field[field]))) + 4
  return FIELDS.flatMap((field) => {
    const values = fields[field].topUnparsed.slice(0, SHOWN_VALUES)
    if (values.length === 0) return []
    const shown = values.map(({ value, count }) => `“${value}”${count > 1 ? ` ${messages.inspect.times(count)}` : ''}`)
    const lines = wrapItems(shown, messages.comma, width - left)
    return lines.map((line, place) => padRight(place === 0 ? `  ${messages.field[field]}` : '', left) + line)
  })
}

const codeLines = (codes: Inspection['places'], width: number): string[] =>
  layOutTable(
    codes.slice(0, SHOWN_CODES).map(({ code, name, count }) => [String(count), name, code]),
    { width: width - 2, rightAligned: [0] },
  ).map(indent)

function rejectLines({ rejects, rejected }: Inspection, { language, messages }: Terminal, width: number): string[] {
  const shown = rejects.slice(0, SHOWN_ROWS)
  const lines = shown.map(({ line, column, value, reason }) =>
    messages.inspect.reject(line, column, value, reasonMessage(reason, language)),
  )
  if (rejected > shown.length) lines.push(messages.inspect.more(rejected - shown.length))
  return lines.flatMap((line) => wrap(line, width - 2)).map(indent)
}
