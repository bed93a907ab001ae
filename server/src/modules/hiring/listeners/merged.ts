import { hasConsent } from '../../accounts/index.ts'
import { talentById } from '../../talents/index.ts'
import { CONTACT } from '../actions/begin.ts'
import { endAsMerged, hideAsMerged } from '../actions/by-itself.ts'
import type { Desk, Hear } from '../desk.ts'
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
 * Whether the contact goes on being shown in a process that is now another profile's: that one has agreed to it for this
 * organisation, or the same agency keeps both. Else a phone would be shown that nobody offered.
 */
const staysShown = (desk: Desk, { organisationId, agencyId }: ProcessRow, into: Into): boolean | Promise<boolean> =>
  into.personId
    ? hasConsent(desk, into.personId, CONTACT.purpose, organisationId)
    : into.agencyId !== null && into.agencyId === agencyId

type Into = Pick<ProcessRow, 'personId' | 'agencyId'>

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
  const moved = new Map(
    both.filter(({ talentId, contact }) => talentId === from && contact).map((row) => [row.id, row]),
  )
  for (const row of moved.size > 0 ? await openProcessesBy(tx, city, 'talentId', into) : []) {
    const before = moved.get(row.id)
    if (before && !(await staysShown(desk, before, talent))) await hideAsMerged(desk, row)
  }
}
