import type { Plain } from '@renshu/policy'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'

/** Something another authority stated, for a city that is made up. */
export interface HeldFactFill {
  subject: RecordSubject
  record: string
  value: Plain
  on: string
  statedBy: string
}

/** Writes held facts of a made-up city. Scope `system`. */
export const fillHeldFacts = (
  { tx, city, newId, now }: Clock & { tx: Tx; city: string },
  facts: readonly HeldFactFill[],
): Promise<void> =>
  insertMany(
    tx,
    'policy.held_fact',
    facts.map(({ subject, record, value, on, statedBy }) => ({
      city,
      id: newId(),
      subjectKind: subject.kind,
      subjectId: subject.id,
      record,
      value,
      onDay: on,
      statedBy,
      recordedAt: now(),
      recordedBy: null,
    })),
  )
