import { sql } from 'kysely'
import { CODE_LIFE, DAY, LOCK } from '../../rules.ts'
import { isSame } from '../../tokens.ts'
import type { Person } from '../people.ts'
import { type CodePurpose, type Desk, tables } from '../../tables.ts'

const macOf = ({ secrets }: Desk, id: string, code: string) => secrets.blind('loginCode', `${id}:${code}`)

/** One request at a time for one phone or identity, so that limits hold and one person is made. */
export const lockBlind = async ({ tx, city }: Desk, blind: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts ${city} ${blind}`}, 0))`.execute(tx)
}

/** When codes were sent to a phone within the last day. */
export async function codesSent({ tx, city, now }: Desk, phoneBlind: string): Promise<Date[]> {
  const rows = await tables(tx)
    .selectFrom('accounts.loginCode')
    .select('createdAt')
    .where('city', '=', city)
    .where('phoneBlind', '=', phoneBlind)
    .where('createdAt', '>', new Date(now().getTime() - DAY))
    .execute()
  return rows.map(({ createdAt }) => createdAt)
}

/** A new code replaces those sent for the same before it; what expired a day ago is dropped. */
export async function insertCode(
  desk: Desk,
  { phoneBlind, purpose, code }: { phoneBlind: string; purpose: CodePurpose; code: string },
): Promise<Date> {
  const { tx, city, newId, now } = desk
  const db = tables(tx)
  const id = newId()
  const expiresAt = new Date(now().getTime() + CODE_LIFE)
  await db
    .deleteFrom('accounts.loginCode')
    .where('city', '=', city)
    .where('expiresAt', '<', new Date(now().getTime() - DAY))
    .execute()
  await db
    .insertInto('accounts.loginCode')
    .values({
      city,
      id,
      phoneBlind,
      purpose,
      codeMac: macOf(desk, id, code),
      createdAt: now(),
      expiresAt,
      usedAt: null,
    })
    .execute()
  return expiresAt
}

/** The newest code of a phone for a purpose, held until the transaction ends so that tries are counted one by one. */
export const latestCode = ({ tx, city }: Desk, phoneBlind: string, purpose: CodePurpose) =>
  tables(tx)
    .selectFrom('accounts.loginCode')
    .select(['id', 'codeMac', 'expiresAt', 'tries', 'usedAt'])
    .where('city', '=', city)
    .where('phoneBlind', '=', phoneBlind)
    .where('purpose', '=', purpose)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export const isCode = (desk: Desk, { id, codeMac }: { id: string; codeMac: string }, code: string): boolean =>
  isSame(codeMac, macOf(desk, id, code))

/** A try was made: right ones use the code up. */
export const countTry = ({ tx, city, now }: Desk, id: string, isRight: boolean) =>
  tables(tx)
    .updateTable('accounts.loginCode')
    .set((row) => (isRight ? { usedAt: now() } : { tries: row('tries', '+', 1) }))
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()

/** Under what wrong passwords are counted: the phone, known or not, else the account. Kept as `phoneBlind`. */
export const triesOf = ({ secrets }: Desk, { id, phoneBlind }: Pick<Person, 'id' | 'phoneBlind'>): string =>
  phoneBlind ?? secrets.blind('passwordTry', id)

/** Wrong passwords for a phone within the time of the lock. */
export async function wrongPasswords({ tx, city, now }: Desk, phoneBlind: string): Promise<number> {
  const { tries } = await tables(tx)
    .selectFrom('accounts.passwordTry')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('city', '=', city)
    .where('phoneBlind', '=', phoneBlind)
    .where('happenedAt', '>', new Date(now().getTime() - LOCK))
    .executeTakeFirstOrThrow()
  return tries
}

export const insertPasswordTry = ({ tx, city, newId, now }: Desk, phoneBlind: string) =>
  tables(tx).insertInto('accounts.passwordTry').values({ city, id: newId(), phoneBlind, happenedAt: now() }).execute()

export const forgetPasswordTries = ({ tx, city }: Desk, phoneBlind: string) =>
  tables(tx).deleteFrom('accounts.passwordTry').where('city', '=', city).where('phoneBlind', '=', phoneBlind).execute()
