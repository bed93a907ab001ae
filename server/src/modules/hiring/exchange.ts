import type { Context } from '../../platform/http/index.ts'
import { openBetween } from './store/processes.ts'

/** Open processes of an organisation with a talent, and whether it may know him by name there. Scope member. */
export async function openProcesses({ tx, city }: Context, organisationId: string, talentId: string) {
  const rows = await openBetween(tx, city, organisationId, talentId)
  return rows.map(({ id, contact }) => ({ id, named: contact }))
}
