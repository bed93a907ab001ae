import type { FileAnswer } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import type { Holder, Sections } from '../holdings.ts'
import { ownId } from '../rules.ts'
import { holdOwners, membershipsOf } from '../store/members.ts'
import { findOfficer } from '../store/officers.ts'
import { findOwn } from './me.ts'
import { keepAnAdministrator } from './officers.ts'
import { type Proof, prove } from './proof.ts'

/** Everything every module holds about the person who asks. */
export async function exportMe(context: Context, holders: readonly Holder[]): Promise<FileAnswer> {
  const personId = ownId(context)
  const sections: Sections = {}
  for (const holder of holders) Object.assign(sections, await holder.export(context, personId))
  const text = JSON.stringify({ madeAt: context.now().toISOString(), personId, sections }, null, 2)
  return {
    name: `我的信息-${dayOf(context.now())}.json`,
    type: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  }
}

/** What others depend on is handed over first. */
async function refuseWhileNeeded(context: Context, personId: string): Promise<void> {
  for (const { organisationId, role } of await membershipsOf(context, personId))
    if (role === 'owner' && (await holdOwners(context, organisationId)).length === 1) throw fail.lastOwner()
  const officer = await findOfficer(context, personId)
  if (officer) await keepAnAdministrator(context, officer.id)
}

/**
 * Erases the person who asks, in every module, those further up first: they may need the account to find their rows.
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.lastOwner, accounts.lastAdministrator
 */
export async function eraseMe(context: Context, holders: readonly Holder[], proof: Proof): Promise<void> {
  const person = await findOwn(context)
  await prove(context, person, proof)
  await refuseWhileNeeded(context, person.id)
  for (const holder of holders.toReversed()) await holder.erase(context, person.id)
  const { tx, city, now } = context
  await emit(tx, { city, kind: 'accounts.personErased', payload: { personId: person.id }, happenedAt: now() })
  context.setSession(null)
}
