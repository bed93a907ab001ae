import type { Context } from '../../../platform/http/index.ts'
import { tables } from '../tables.ts'
import { endConsents } from './consents.ts'
import { triesOf } from './signing-in/codes.ts'
import { findPerson, named, type Person, updatePerson } from './people.ts'

const ERASED = '已注销用户'

/** Whom the person let act, or acted for: no mandate outlives the account. */
async function endMandates({ tx, city, now }: Context, personId: string): Promise<void> {
  await tables(tx)
    .updateTable('accounts.mandate')
    .set({ withdrawnAt: now(), withdrawnByPersonId: personId })
    .where('city', '=', city)
    .where((row) => row.or([row('personId', '=', personId), row('agentPersonId', '=', personId)]))
    .where('withdrawnAt', 'is', null)
    .execute()
}

/** Invitations to the person's phone forget it; those the person sent to helpers are withdrawn. */
async function endInvitations({ tx, city, now }: Context, personId: string, phoneBlind: string | null): Promise<void> {
  await tables(tx)
    .updateTable('accounts.invitation')
    .set((row) => ({
      withdrawnAt: row.fn.coalesce('withdrawnAt', row.val(now())),
      phoneSealed: null,
      phoneBlind: null,
    }))
    .where('city', '=', city)
    .where('acceptedAt', 'is', null)
    .where((row) => row.or([row('personId', '=', personId), row('phoneBlind', '=', phoneBlind)]))
    .execute()
}

/** Sign-ins, memberships, and what was counted for the person. */
async function dropTraces(context: Context, person: Person): Promise<void> {
  const { tx, city } = context
  const { id: personId } = person
  const db = tables(tx)
  for (const table of ['accounts.session', 'accounts.identity', 'accounts.officer', 'accounts.member'] as const)
    await db.deleteFrom(table).where('city', '=', city).where('personId', '=', personId).execute()
  for (const table of ['accounts.loginCode', 'accounts.passwordTry'] as const)
    await db.deleteFrom(table).where('city', '=', city).where('phoneBlind', '=', triesOf(context, person)).execute()
}

/** That somebody looked stays on record; the words of the reason may name the person and go. */
const blankReasons = ({ tx, city }: Context, personId: string) =>
  tables(tx)
    .updateTable('accounts.unmasking')
    .set({ reason: '' })
    .where('city', '=', city)
    .where((row) => row.or([row('personId', '=', personId), row('byPersonId', '=', personId)]))
    .execute()

/** Leaves of an account its id, so that what was counted stays counted. */
export async function eraseAccount(context: Context, personId: string): Promise<void> {
  const person = await findPerson(context, personId)
  if (!person) return
  await endMandates(context, personId)
  await endInvitations(context, personId, person.phoneBlind)
  await endConsents(context, personId, null)
  await blankReasons(context, personId)
  await dropTraces(context, person)
  const nothing = { phoneSealed: null, phoneBlind: null, emailSealed: null, passwordHash: null }
  const identity = { residentIdSealed: null, residentIdBlind: null, documentSeenAt: null, documentSeenBy: null }
  await updatePerson(context, person, { ...named(ERASED), ...nothing, ...identity, erasedAt: context.now() })
}
