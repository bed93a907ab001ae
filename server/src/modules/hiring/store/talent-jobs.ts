import { OPEN_STAGES } from '@renshu/contracts'
import type { Tx } from '../../../platform/database/index.ts'
import type { HiringTables } from '../tables.ts'

/** Over by a word of one side, or by work that began; one that lapsed or was closed may begin again. */
const DECIDED = ['placed', 'refused', 'withdrawn'] as const

/** Postings with which a talent has an open process, or one that a side ended; as far as the caller sees them. */
export async function jobsOfTalent(tx: Tx, city: string, talentId: string): Promise<Set<string>> {
  const rows = await tx
    .withTables<HiringTables>()
    .selectFrom('hiring.process')
    .select('jobId')
    .where('city', '=', city)
    .where('talentId', '=', talentId)
    .where('stage', 'in', [...OPEN_STAGES, ...DECIDED])
    .execute()
  return new Set(rows.map(({ jobId }) => jobId))
}
