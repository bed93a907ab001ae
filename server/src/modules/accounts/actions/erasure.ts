import { type Proof, SENSITIVE_FIELDS } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Context, FileMade } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { HeldBytes, type Holder, type Sections } from '../held/holdings.ts'
import { holdOwners, membershipsOf } from '../store/members.ts'
import { findOfficer } from '../store/officers.ts'
import type { Person } from '../store/people.ts'
import { insertUnmasking } from '../store/unmaskings.ts'
import { findOwn, openField } from './me.ts'
import { keepAnAdministrator } from './officers.ts'
import { newToken } from '../tokens.ts'
import { type PasswordChecked, prove } from './signing-in/proof.ts'

/** The file shows the sensitive fields in clear: for the list of looks it is a look at each of them. */
async function recordLooks(context: Context, person: Person): Promise<void> {
  const look = { personId: person.id, byPersonId: person.id, byOfficer: false, reason: '本人导出全部信息' }
  for (const field of SENSITIVE_FIELDS)
    if (openField(context, person, field)) await insertUnmasking(context, { ...look, field })
}

/** What the person shows beside the session: a proof, with the password in it compared. */
interface Shown {
  proof: Proof
  checked: PasswordChecked | null
}

/** The file in pieces, each uploaded file in its place as base64, one at a time; null for one erased meanwhile. */
async function* piecesOf(made: unknown, files: FileStore): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  // Nobody can have written the mark into a text that is exported: it is made here.
  const mark = newToken()
  const text = JSON.stringify(made, (_, value) => (value instanceof HeldBytes ? `${value.sha256} ${mark}` : value), 2)
  for (const [at, piece] of text.split(new RegExp(`"([0-9a-f]{64}) ${mark}"`)).entries()) {
    const bytes = at % 2 ? await files.get(piece) : undefined
    yield encoder.encode(at % 2 ? JSON.stringify(bytes ? Buffer.from(bytes).toString('base64') : null) : piece)
  }
}

/**
 * Everything every module holds about the person who asks.
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.signInAgain
 */
export async function exportMe(context: Context, holders: readonly Holder[], shown: Shown): Promise<FileMade> {
  const person = await findOwn(context)
  const personId = person.id
  await prove(context, person, { purpose: 'export', ...shown })
  await recordLooks(context, person)
  const sections: Sections = {}
  for (const holder of holders) Object.assign(sections, await holder.export(context, personId))
  return {
    name: `我的信息-${dayOf(context.now())}.json`,
    type: 'application/json; charset=utf-8',
    bytes: piecesOf({ madeAt: context.now().toISOString(), personId, sections }, context.files),
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
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.signInAgain, accounts.lastOwner,
 * accounts.lastAdministrator
 */
export async function eraseMe(context: Context, holders: readonly Holder[], shown: Shown): Promise<void> {
  const person = await findOwn(context)
  await prove(context, person, { purpose: 'erasure', ...shown })
  await refuseWhileNeeded(context, person.id)
  for (const holder of holders.toReversed()) await holder.erase(context, person.id)
  const { tx, city, now } = context
  await emit(tx, { city, kind: 'accounts.personErased', payload: { personId: person.id }, happenedAt: now() })
  context.setSession(null)
}
