import type { DutyRole } from '@renshu/contracts'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { CounterRow } from '../tables.ts'

/** How the office of a made-up city is set up. */
export interface OfficeFill {
  duties: readonly { personId: string; role: DutyRole; district: string | null; since: string }[]
  counters: readonly Omit<CounterRow, 'city' | 'id' | 'version'>[]
}

/** Scope `system`. */
export async function fillOffice(
  { tx, city, newId }: Clock & { tx: Tx; city: string },
  { duties, counters }: OfficeFill,
): Promise<void> {
  const given = { givenBy: null, endedAt: null, endedBy: null }
  await insertMany(
    tx,
    'cases.duty',
    duties.map((duty) => ({ city, id: newId(), ...duty, ...given })),
  )
  await insertMany(
    tx,
    'cases.counter',
    counters.map((counter) => ({ city, id: newId(), ...counter, version: 1 })),
  )
}
