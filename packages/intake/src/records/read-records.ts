import type { Job, Talent } from '@renshu/match'
import type { Columns } from '../columns/fields.ts'
import { countHeaderNames } from '../columns/names.ts'
import { recogniseColumns } from '../columns/recognise.ts'
import type { RawRow, Source } from '../files/source.ts'
import { type RowView, viewRow } from '../values/row-view.ts'
import { dateNotes, toJob } from './job.ts'
import { cellNotes, readJobColumns, unreadNotes } from './job-reading.ts'
import { type JobWording, wordingOf } from './job-wording.ts'
import type { Note, Reject } from './reject.ts'
import { toTalent } from './talent.ts'
import { readTalentColumns, talentNotes } from './talent-reading.ts'
import { type TalentWording, talentWordingOf } from './talent-wording.ts'

/** `wording` reads what the engine has no use for, for whoever keeps the posting itself. */
export type JobRead = { job: Job; notes: Note[]; wording: () => JobWording } | { reject: Reject }
export type TalentRead = { talent: Talent; notes: Note[]; wording: () => TalentWording } | { reject: Reject }

/** `asOf` is the day that "随时", "一周内" and ages count from, ISO date; without it they stay unread. */
export type ReadOptions = { asOf?: string }

export type UsableRow = { view: RowView; row: RawRow; id: string }

/** True for the header once more in the middle of the data, as on every printed page. */
const isHeaderAgain = (row: RawRow): boolean => {
  const own = Object.entries(row.cells).filter(([column, value]) => column === value).length
  return own >= 2 || (own === 1 && countHeaderNames(Object.values(row.cells)) >= 3)
}

const rejectBroken = (file: string, row: RawRow): Reject | undefined =>
  row.broken && { file, line: row.line, column: '', value: row.broken.text.slice(0, 200), reason: row.broken.problem }

const rejectJob = (view: RowView): Reject | undefined => {
  const title = view.first('title')
  if (title === '') return view.reject('title', '', 'title.missing')
  return /\p{L}/u.test(title) ? undefined : view.reject('title', title, 'title.meaningless')
}

const rejectTalent = (view: RowView): Reject | undefined => {
  const wish = view.first('wish')
  return /\p{L}/u.test(wish + view.first('title')) ? undefined : view.reject('wish', wish, 'wish.missing')
}

/**
 * Sorts out what cannot be used: broken rows, rows without the one thing that matters, ids seen before.
 * A row without an id is called `row-<line>`.
 */
export async function* usableRows(source: Source, columns: Columns): AsyncGenerator<UsableRow | { reject: Reject }> {
  const ids = new Set<string>()
  const rejectRecord = columns.kind === 'jobs' ? rejectJob : rejectTalent
  let known = columns
  let width = source.columns.length
  for await (const row of source.rows) {
    if (source.columns.length > width) {
      width = source.columns.length
      known = recogniseColumns(source.columns, columns.kind, columns.map)
    }
    const view = viewRow(source.path, row, known)
    const stated = view.first('id')
    const id = stated || `row-${row.line}`
    const reject =
      rejectBroken(source.path, row) ??
      (isHeaderAgain(row) ? view.reject(undefined, '', 'row.repeatedHeader') : undefined) ??
      rejectRecord(view) ??
      (ids.has(id) ? view.reject('id', id, 'id.duplicate') : undefined)
    if (!reject && stated) ids.add(id)
    yield reject ? { reject } : { view, row, id }
  }
}

/**
 * Jobs of a table, one answer per row read: the job with notes on values left out, or why the row was rejected.
 * @example for await (const read of readJobs(source, recogniseColumns(source.columns, 'jobs'))) …
 */
export async function* readJobs(source: Source, columns: Columns, options: ReadOptions = {}): AsyncGenerator<JobRead> {
  for await (const one of usableRows(source, columns)) {
    if ('reject' in one) {
      yield one
      continue
    }
    const reading = readJobColumns(one.view)
    const notes = [
      ...cellNotes(one.view, one.row.notes),
      ...unreadNotes(one.view, reading),
      ...dateNotes(one.view, options.asOf),
    ]
    yield {
      job: toJob(one.view, reading, one.id, options.asOf),
      notes,
      wording: () => wordingOf(one.view, reading, one.row.line),
    }
  }
}

/** The people of a table, in the same way. */
export async function* readTalents(
  source: Source,
  columns: Columns,
  options: ReadOptions = {},
): AsyncGenerator<TalentRead> {
  for await (const one of usableRows(source, columns)) {
    if ('reject' in one) {
      yield one
      continue
    }
    const reading = readTalentColumns(one.view)
    const notes = [...cellNotes(one.view, one.row.notes), ...talentNotes(one.view, reading)]
    yield {
      talent: toTalent(one.view, reading, one.id, options.asOf),
      notes,
      wording: () => talentWordingOf(one.view, one.row.cells),
    }
  }
}
