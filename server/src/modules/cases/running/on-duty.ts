import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { caseById } from '../store/cases.ts'
import { dutiesOf } from '../store/duties.ts'
import type { CaseRow } from '../tables.ts'

/** A case that the caller may see. @throws cases.noCase */
export async function requireCase({ tx, city }: Context, id: string): Promise<CaseRow> {
  const row = await caseById(tx, city, id)
  if (!row) throw fail.noCase()
  return row
}

/**
 * Cases are looked into by whom a duty lets, and by administrators, who hand tasks on.
 * @param caseId of the case that is asked for, if one is
 * @throws cases.noDuty, cases.noCase where the case is not to be seen anyway
 */
export async function requireDuty(context: Context, caseId?: string): Promise<void> {
  const { tx, city, actor } = context
  if (actor.officer?.administrator || (await dutiesOf(tx, city, actor.personId!)).length > 0) return
  if (caseId !== undefined) await requireCase(context, caseId)
  throw fail.noDuty()
}
