import type { Stage } from '@renshu/contracts'
import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { isOpen } from './rules/index.ts'
import { openBetween, processesOfTalents } from './store/processes.ts'

/** Open processes of an organisation with a talent, and whether it may know him by name there. Scope member. */
export async function openProcesses({ tx, city }: Context, organisationId: string, talentId: string) {
  const rows = await openBetween(tx, city, organisationId, talentId)
  return rows.map(({ id, contact }) => ({ id, named: contact }))
}

/**
 * The latest process of a posting with each of some talents, as far as the caller may see them; an open one before
 * others.
 */
export async function processesBetween(
  tx: Tx,
  city: string,
  jobId: string,
  talentIds: readonly string[],
): Promise<Map<string, { id: string; stage: Stage; open: boolean }>> {
  const rows = await processesOfTalents(tx, city, jobId, talentIds)
  const sorted = rows.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))
  return new Map(sorted.map((row) => [row.talentId, { id: row.id, stage: row.stage, open: isOpen(row) }]))
}
