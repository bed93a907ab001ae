import { dayOf } from '../../../platform/clock.ts'
import { jobStates, ownedJob, type OwnedJob } from '../../jobs/index.ts'
import { closeWithJob, endWithMerge, holdWithJob, moveWithMerge } from '../actions/by-itself.ts'
import type { Desk, Hear } from '../desk.ts'
import { openProcessesBy } from '../store/processes.ts'
import type { ProcessRow } from '../tables.ts'

/**
 * The posting into which another one was merged, where processes of that one can go on: of the same organisation for
 * the same employer. Anybody else was never chosen by those who applied, and is not shown who they are.
 */
async function placeToGo({ tx, city }: Desk, { organisationId, employerId }: ProcessRow, into: string) {
  const kept = await ownedJob(tx, city, organisationId, into)
  return kept?.employerId === employerId && kept.status !== 'closed' ? kept : undefined
}

/** One process of a posting that was merged: it goes on, or ends and its person is told where the posting stands. */
async function follow(desk: Desk, row: ProcessRow, into: string, kept: OwnedJob | undefined): Promise<void> {
  const { tx, city, now } = desk
  const there = await openProcessesBy(tx, city, 'jobId', into)
  const isThere = there.some(({ talentId }) => talentId === row.talentId)
  const moved = kept && !isThere ? await moveWithMerge(desk, row, kept) : undefined
  if (!moved) return endWithMerge(desk, row, into)
  const refused = (await jobStates(tx, city, [into], dayOf(now()))).get(into)?.refused ?? false
  await holdWithJob(desk, moved, refused)
}

/** What led to no offer ends with its posting; where it was merged into another one, processes go on there. */
export const jobClosed: Hear = async (desk, { jobId = '', into }) => {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'jobId', jobId))
    if (into) await follow(desk, row, into, await placeToGo(desk, row, into))
    else await closeWithJob(desk, row)
}
