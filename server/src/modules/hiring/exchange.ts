import type { Context } from '../../platform/http/index.ts'
import { isTakenUp } from './rules/index.ts'
import { openBetween } from './store/processes.ts'
import { jobsOfTalent } from './store/talent-jobs.ts'

/**
 * Open processes of an organisation with a talent: whether the talent's side takes part, and whether the organisation
 * may know him by name there. Scope member.
 */
export async function openProcesses({ tx, city }: Context, organisationId: string, talentId: string) {
  const rows = await openBetween(tx, city, organisationId, talentId)
  return rows.map((row) => ({ id: row.id, takenUp: isTakenUp(row), named: row.contact && !row.held }))
}

/** Postings that need not be recommended to a talent: he is in a process there, or one was ended by either side. */
export const jobsMetBy = ({ tx, city }: Context, talentId: string): Promise<Set<string>> =>
  jobsOfTalent(tx, city, talentId)
