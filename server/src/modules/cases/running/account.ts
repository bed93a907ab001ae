import type { CaseStepBody } from '@renshu/contracts'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { type Acting, officerActing } from './actor.ts'
import { requireCase } from './on-duty.ts'
import { type Live, liveStory } from './perform.ts'
import { recordsFor, subjectOf } from './records.ts'
import { isConcerned } from './task.ts'
import { type CaseRow, tables } from '../tables.ts'
import { isAccount, maskedFor } from '../views/accounts.ts'
import { shownOf } from '../views/values.ts'

/** Why an officer may not see accounts of a case in full; undefined where he may. Scope `system`. */
export async function barredFromAccounts(
  desk: Desk,
  row: Pick<CaseRow, 'personId' | 'organisationId' | 'concerned' | 'decision'>,
  { person, at }: Acting,
): Promise<'notYourRole' | 'ownCase' | undefined> {
  const { roles, district } = at(row.decision)
  if (district !== row.decision || !roles.includes('cashier')) return 'notYourRole'
  return (await isConcerned(desk, row, person)) ? 'ownCase' : undefined
}

/**
 * An account of a case in full, for the cashiers of its place; the look stays on record with its reason.
 * @throws cases.noCase, cases.ended, cases.notYourRole, cases.ownCase, cases.unknownField
 */
export async function lookAtAccount(
  context: Context,
  { caseId, factKey }: { caseId: string; factKey: string },
  reason: string,
): Promise<{ shown: string }> {
  const { tx, city, newId, now, actor, cities } = context
  const row = await requireCase(context, caseId)
  const acting = await officerActing(context)
  return context.asSystem(async () => {
    const barred = await barredFromAccounts(context, row, acting)
    if (barred) throw fail[barred]()
    const { prepared, state } = await liveStory(context, row)
    const [field, fact] = [prepared.fields.get(factKey), state.facts[factKey]]
    if (!field || !fact || !isAccount(field)) throw fail.unknownField({ keys: factKey })
    const { personId, organisationId, service } = row
    const look = { city, id: newId(), personId, organisationId, service, reason }
    await tables(tx)
      .insertInto('cases.look')
      .values({ ...look, lookedBy: actor.personId!, lookedAt: now() })
      .execute()
    return { shown: shownOf(field, fact.value, cities.get(city)) }
  })
}

type Resolve = z.output<typeof CaseStepBody>['resolve']

/** What an officer takes over without having seen it in full is what the record says. Scope `system`. */
export async function unmasked(
  ports: CasesPorts,
  context: Context,
  { row, prepared, state }: Live,
  resolve: NonNullable<Resolve>,
): Promise<NonNullable<Resolve>> {
  const taken = Object.entries(resolve).filter(([key, how]) => {
    const field = prepared.fields.get(key)
    return 'take' in how && field !== undefined && isAccount(field)
  })
  if (taken.length === 0) return resolve
  const records = await recordsFor(ports, context, prepared, subjectOf(row), state.facts)
  const inFull = taken.flatMap(([key, how]) => {
    const field = prepared.fields.get(key)!
    const known = field.record === undefined ? undefined : records[field.record]?.value
    const isIt = typeof known === 'string' && 'take' in how && how.take === maskedFor(field, known)
    return isIt ? [[key, { take: known }] as const] : []
  })
  return { ...resolve, ...Object.fromEntries(inFull) }
}
