import type { Plain } from '@renshu/policy'
import type { Tx } from './database/index.ts'
import type { Services } from './services.ts'

/** Of whom a record is. */
export interface RecordSubject {
  kind: 'person' | 'organisation'
  id: string
}

/** What a record says, and since when or for which day; `statedBy` where another authority said it. */
export interface KnownRecord {
  value: Plain
  on: string
  statedBy?: string
}
/** Records by their names; what nobody knows is left out. */
export type KnownRecords = Readonly<Record<string, KnownRecord | undefined>>

/** What records are read with; scope `system`. */
export interface RecordReading extends Pick<Services, 'cities'> {
  tx: Tx
  city: string
  /** `2026-03-01`. */
  today: string
}

/** A module that knows records: `parts.ts` hands all of them to the policies. Decision 0018. */
export interface RecordSource {
  names: Readonly<Record<RecordSubject['kind'], readonly string[]>>
  /** What it knows of some of its names, of many subjects at once, by their id. */
  read: (
    reading: RecordReading,
    kind: RecordSubject['kind'],
    ids: readonly string[],
    names: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, KnownRecords>>
}
