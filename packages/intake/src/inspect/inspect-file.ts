import { detectKind, recogniseColumns } from '../columns/recognise.ts'
import type { Columns, RecordKind } from '../columns/fields.ts'
import { IntakeError } from '../errors.ts'
import { openSource } from '../files/open-source.ts'
import type { Source, SourceOptions } from '../files/source.ts'
import { rangeOf } from '../records/job.ts'
import { type JobReading, readJobColumns } from '../records/job-reading.ts'
import { usableRows } from '../records/read-records.ts'
import { isFilled, readTalentColumns, unreadTerms } from '../records/talent-reading.ts'
import type { RowView } from '../values/row-view.ts'
import { type Collector, collectInspection, type Inspection } from './inspection.ts'
import { collectRepeats, plainName, type Posting, type Repeats, workPlaces } from './repeats.ts'
import { sketchOf } from './sketch.ts'

/** Clock and memory of the process, read by whoever owns them. */
export type Meter = { seconds: () => number; peakMemoryMb: () => number }

export type InspectOptions = SourceOptions & {
  kind?: RecordKind
  map?: Record<string, string>
  /** Without it `seconds`, `rowsPerSecond` and `peakMemoryMb` are 0. */
  meter?: Meter
  /** Called now and then with the share of the file read, 0–1. */
  onProgress?: (share: number) => void
}

const PROGRESS_EVERY = 500
const GROUPS_SHOWN = 5

/** (J10908), 职位编号：6961287162529220901 */
const POSITION_NUMBER = /[A-Z]{0,3}\d{5,}/

const postingOf = (view: RowView, reading: JobReading): Posting => {
  const { place, education, experience, salary } = reading
  const range = rangeOf(salary)
  const sketch = sketchOf(reading.description)
  const number = POSITION_NUMBER.exec(reading.title.text)?.[0]
  return {
    line: view.line,
    employer: plainName(view.first('employer')),
    title: plainName(reading.title.title),
    ...(number && { number }),
    places: workPlaces(place?.kind === 'division' ? place.codes : [], reading.title.facts.places),
    ...(range && { salary: range }),
    ...(education?.kind === 'level' && { education: education.level }),
    ...(experience?.kind === 'years' && { years: experience.min }),
    ...(sketch && { sketch }),
  }
}

const inspectJob = (view: RowView, collector: Collector, repeats: Repeats): void => {
  const reading = readJobColumns(view)
  collector.row()
  collector.place(reading.place)
  collector.occupation(reading.title.text, reading.occupations[0]?.code)
  if (reading.salary) collector.salary(reading.salary.text, reading.salary.kind !== 'unknown')
  countTerms(view, reading.unread, collector)
  repeats.add(postingOf(view, reading))
}

/** A cell counts as understood when it says education or experience, in whichever of the two columns it stands. */
const countTerms = (view: RowView, unread: readonly string[], collector: Collector): void => {
  for (const field of ['education', 'experience'] as const) {
    const cell = view.first(field)
    if (cell && isFilled(cell)) collector[field](cell, !unread.includes(field))
  }
}

/** Only a number or a name with a day of birth makes two rows one person; profiles that read alike are two. */
const identityOf = (view: RowView): string | undefined => {
  const number = view.first('idNumber') || view.first('phone').replace(/\D/g, '')
  if (number.length >= 11 && !number.includes('*')) return number
  const [name, birth] = [view.first('name'), view.first('birth')]
  return name && birth && !/[*某]/.test(name) ? `${name}|${birth}|${view.first('home')}` : undefined
}

const inspectTalent = (view: RowView, collector: Collector, repeats: Repeats): void => {
  const reading = readTalentColumns(view)
  collector.row()
  collector.place(reading.home)
  if (reading.wished) {
    const { codes, anywhere, remote, unread } = reading.wished
    const text = view.first('wishPlace')
    if (unread.length > 0) collector.place(unread[0])
    else
      collector.place(
        codes.length > 0 ? { text, kind: 'division', codes } : { text, kind: 'anywhere', remote: remote && !anywhere },
      )
  }
  for (const wish of reading.wishes) collector.occupation(wish.title.text, wish.occupations[0]?.code)
  if (reading.salary) collector.salary(reading.salary.text, reading.salary.kind !== 'unknown')
  countTerms(view, unreadTerms(reading), collector)
  const identity = identityOf(view)
  if (identity) repeats.add({ line: view.line, employer: identity, title: '', places: [] })
}

const chooseColumns = (source: Source, options: InspectOptions): Columns => {
  const kind = options.kind ?? detectKind(source.columns)
  if (!kind) throw new IntakeError('kind.unknown', { path: source.path, found: source.columns.join('、') })
  return recogniseColumns(source.columns, kind, options.map)
}

/**
 * What can be understood of a file, in one streaming pass. Throws `IntakeError` for a file that cannot be used.
 * @example (await inspectFile('jobs.csv')).fields.salary.share // 0.998
 */
export const inspectFile = async (path: string, options: InspectOptions = {}): Promise<Inspection> => {
  const { meter, onProgress } = options
  const began = meter?.seconds() ?? 0
  const source = await openSource(path, options)
  const columns = chooseColumns(source, options)
  const collector = collectInspection()
  const repeats = collectRepeats()
  const inspectRow = columns.kind === 'jobs' ? inspectJob : inspectTalent
  let seen = 0
  for await (const one of usableRows(source, columns)) {
    if ('reject' in one) collector.reject(one.reject)
    else inspectRow(one.view, collector, repeats)
    if (++seen % PROGRESS_EVERY === 0) onProgress?.(source.progress())
  }
  const result = collector.result()
  const seconds = (meter?.seconds() ?? 0) - began
  const { fields, unknown } = recogniseColumns(source.columns, columns.kind, options.map)
  return {
    kind: columns.kind,
    ...result,
    duplicates: repeats.count(),
    duplicateGroups: repeats.groups(GROUPS_SHOWN),
    columns: { fields, unknown },
    seconds,
    rowsPerSecond: seconds > 0 ? Math.round(result.rows / seconds) : 0,
    peakMemoryMb: meter?.peakMemoryMb() ?? 0,
  }
}
