import type { Tx } from '../../../platform/database/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { refreshStanding } from '../store/standing-days.ts'
import type { Fact } from './fact.ts'
import { factById, insertFact, insertWithdrawal } from './store.ts'

/** What recording needs; the context of a request has it all. Without an actor the system recorded it. */
export interface Recording {
  tx: Tx
  city: string
  now: () => Date
  newId: () => string
  actor?: { personId: string | null }
}

export interface NewStandingFact extends Pick<Fact, 'kind' | 'detail' | 'fromOn' | 'untilOn'> {
  organisationId: string
  /** The kind of record that made it true, `module.noun`, and its id. */
  source: string
  sourceId: string
}

/** Tells that an organisation's standing may be another: `registry.standingChanged` {organisationId, factId}. */
export const tellStandingChanged = (
  { tx, city, now }: Pick<Recording, 'tx' | 'city' | 'now'>,
  organisationId: string,
  factId: string,
): Promise<void> =>
  emit(tx, { city, kind: 'registry.standingChanged', payload: { organisationId, factId }, happenedAt: now() })

/**
 * Records a fact of standing, in the transaction that made it true. Scope officer or system.
 * @returns its id, by which it is withdrawn
 */
export async function recordStandingFact(recording: Recording, fact: NewStandingFact): Promise<string> {
  const { tx, city, now, newId, actor } = recording
  const id = newId()
  await insertFact(tx, city, { id, ...fact, recordedAt: now(), recordedBy: actor?.personId ?? null })
  await refreshStanding(tx, city, [fact.organisationId])
  await tellStandingChanged(recording, fact.organisationId, id)
  return id
}

/**
 * Takes a fact back: from now on it counts for no day, while what was known before stays explained. A second
 * withdrawal changes nothing. Scope officer or system.
 * @throws registry.noOrganisation for an unknown fact
 */
export async function withdrawStandingFact(recording: Recording, factId: string, reason: string): Promise<void> {
  const { tx, city, now, actor } = recording
  const fact = await factById(tx, city, factId)
  if (!fact) throw fail.noOrganisation()
  const withdrawnBy = actor?.personId ?? null
  if (!(await insertWithdrawal(tx, { city, id: factId, withdrawnAt: now(), withdrawnBy, reason }))) return
  await refreshStanding(tx, city, [fact.organisationId])
  await tellStandingChanged(recording, fact.organisationId, factId)
}
