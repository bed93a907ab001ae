import { sql } from 'kysely'
import { type Desk, tables } from '../../tables.ts'

export interface NewSession {
  tokenSha256: string
  personId: string
  confirmedAt: Date | null
  askedAt: Date | null
  expiresAt: Date
  userAgent: string
}

export const insertSession = ({ tx, city, newId, now }: Desk, session: NewSession) =>
  tables(tx)
    .insertInto('accounts.session')
    .values({ city, id: newId(), ...session, createdAt: now(), seenAt: now() })
    .execute()

const live = ({ tx, city, now }: Desk, personId: string) =>
  tables(tx)
    .updateTable('accounts.session')
    .set({ endedAt: now() })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)

/** Ends one session of a person; false where there is none. */
export async function endSession(desk: Desk, personId: string, id: string): Promise<boolean> {
  return (await live(desk, personId).where('id', '=', id).executeTakeFirst()).numUpdatedRows === 1n
}

/** Ends the sessions of a person, but for the one named. */
export const endSessions = (desk: Desk, personId: string, except: string | null) =>
  live(desk, personId)
    .$if(except !== null, (query) => query.where('id', '<>', except!))
    .execute()

/** Ends the session a browser came with when it signs in anew, whoever it belonged to. */
export const endByToken = ({ tx, city, now }: Desk, tokenSha256: string) =>
  tables(tx)
    .updateTable('accounts.session')
    .set({ endedAt: now() })
    .where('city', '=', city)
    .where('tokenSha256', '=', tokenSha256)
    .where('endedAt', 'is', null)
    .execute()

/** Takes the second factor away from the sessions of a person. */
export const unconfirm = ({ tx, city }: Desk, personId: string) =>
  tables(tx)
    .updateTable('accounts.session')
    .set({ confirmedAt: null })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()

/** When the identity provider asked the person of a session anew; null where it was not told to. */
export async function askedAt({ tx, city }: Desk, id: string): Promise<Date | null> {
  const { askedAt } = await tables(tx)
    .selectFrom('accounts.session')
    .select('askedAt')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return askedAt
}

export const listSessions = ({ tx, city, now }: Desk, personId: string) =>
  tables(tx)
    .selectFrom('accounts.session')
    .select(['id', 'userAgent', 'createdAt', 'seenAt', 'expiresAt'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now())
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute()

const LONG_AGO = sql<Date>`interval '90 days'`

/** Sessions that ended long ago are not kept. */
export const dropOldSessions = ({ tx, city, now }: Desk, personId: string) =>
  tables(tx)
    .deleteFrom('accounts.session')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('expiresAt', '<', sql<Date>`${now()}::timestamptz - ${LONG_AGO}`)
    .execute()
