import { talentById } from '../../talents/index.ts'
import { endAsMerged } from '../actions/by-itself.ts'
import type { Hear } from '../desk.ts'
import { progressOf } from '../rules/index.ts'
import { moveToTalent, openProcessesBy } from '../store/processes.ts'
import { stateOf } from '../store/rows.ts'
import type { ProcessRow } from '../tables.ts'

/** What is further on stands first, then the older. */
const byProgress = (a: ProcessRow, b: ProcessRow): number =>
  progressOf(stateOf(b)) - progressOf(stateOf(a)) ||
  a.startedAt.getTime() - b.startedAt.getTime() ||
  (a.id < b.id ? -1 : 1)

/**
 * The processes of one profile go on as those of the other. Of two open about one posting, on whichever side they are,
 * that stays which is further on, then the older: nobody loses an offer for having two profiles.
 */
export const talentMerged: Hear = async (desk, { from = '', into = '' }) => {
  const { tx, city } = desk
  const talent = await talentById(tx, city, into)
  if (!talent) return
  const both = [
    ...(await openProcessesBy(tx, city, 'talentId', into)),
    ...(await openProcessesBy(tx, city, 'talentId', from)),
  ].toSorted(byProgress)
  const goingOn = new Set<string>()
  for (const row of both)
    if (goingOn.has(row.jobId)) await endAsMerged(desk, row)
    else goingOn.add(row.jobId)
  await moveToTalent(tx, city, from, talent)
}
