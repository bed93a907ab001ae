import type { Job, Talent } from '@renshu/match'
import type { Columns, RecordKind } from './columns/fields.ts'

import type { Source, SourceOptions } from './files/source.ts'
import type { Note, Reject } from './records/reject.ts'

export { INTAKE_PROBLEMS, IntakeError, type IntakeProblem } from './errors.ts'
export type { RawRow, Source, SourceEncoding, SourceOptions } from './files/source.ts'
export { openSource } from './files/open-source.ts'
export { detectKind, recogniseColumns } from './columns/recognise.ts'
export { type Columns, type Field, FIELDS, type RecordKind } from './columns/fields.ts'
export type { Note, NoteReason, Reject, RejectReason } from './records/reject.ts'

const pending = (): never => {
  throw new Error('not yet')
}
export { intakeMessage, reasonMessage } from './messages.ts'
export type JobRead = { job: Job; notes: Note[] } | { reject: Reject }
export type TalentRead = { talent: Talent; notes: Note[] } | { reject: Reject }
export const readJobs = (_source: Source, _columns: Columns): AsyncIterable<JobRead> => pending()
export const readTalents = (_source: Source, _columns: Columns): AsyncIterable<TalentRead> => pending()

/** Share of a field's values that were understood. `share` is understood / nonEmpty, 1 for an empty column. */
export type FieldShare = {
  nonEmpty: number
  understood: number
  share: number
  topUnparsed: { value: string; count: number }[]
}
export type Meter = { seconds: () => number; peakMemoryMb: () => number }
export type InspectOptions = SourceOptions & {
  kind?: RecordKind
  map?: Record<string, string>
  /** Clock and memory reading of the process; without it seconds, rowsPerSecond and peakMemoryMb are 0. */
  meter?: Meter
  onProgress?: (share: number) => void
}
export type Inspection = {
  kind: RecordKind
  rows: number
  rejected: number
  fields: Record<'salary' | 'education' | 'experience' | 'occupation', FieldShare> & {
    place: FieldShare & { ambiguous: number; anywhere: number }
  }
  duplicates: number
  /** Line numbers of a few groups. */
  duplicateGroups: number[][]
  occupations: { code: string; name: string; count: number }[]
  places: { code: string; name: string; count: number }[]
  columns: { fields: Columns['fields']; unknown: string[] }
  rejects: Reject[]
  seconds: number
  rowsPerSecond: number
  peakMemoryMb: number
}
export const inspectFile = (_path: string, _options?: InspectOptions): Promise<Inspection> => pending()

export { type TableColumn, tableFormat, type TableWriter, openTableWriter } from './writing/table-writer.ts'
export { writeRejects } from './writing/rejects.ts'
