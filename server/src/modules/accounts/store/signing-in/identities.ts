import { type Desk, tables } from '../../tables.ts'

export const blindSubject = ({ secrets }: Desk, issuer: string, subject: string) =>
  secrets.blind('oidc', `${issuer}\0${subject}`)

/** An attempt that has not expired, left where it is. */
export const findAttempt = ({ tx, city, now }: Desk, attemptSha256: string) =>
  tables(tx)
    .selectFrom('accounts.oidcState')
    .select(['state', 'nonce', 'verifierSealed'])
    .where('city', '=', city)
    .where('attemptSha256', '=', attemptSha256)
    .where('expiresAt', '>', now())
    .executeTakeFirst()

/** The person an identity provider's subject stands for. */
export async function findIdentity(desk: Desk, issuer: string, subject: string): Promise<string | undefined> {
  const found = await tables(desk.tx)
    .selectFrom('accounts.identity')
    .select('personId')
    .where('city', '=', desk.city)
    .where('issuer', '=', issuer)
    .where('subjectBlind', 'in', desk.secrets.blinds('oidc', `${issuer}\0${subject}`))
    .executeTakeFirst()
  return found?.personId
}

export const insertIdentity = (desk: Desk, personId: string, issuer: string, subject: string) =>
  tables(desk.tx)
    .insertInto('accounts.identity')
    .values({
      city: desk.city,
      id: desk.newId(),
      personId,
      issuer,
      subjectBlind: blindSubject(desk, issuer, subject),
      createdAt: desk.now(),
    })
    .execute()

export interface Attempt {
  attemptSha256: string
  state: string
  nonce: string
  verifierSealed: string
  returnTo: string
  again: boolean
  expiresAt: Date
}

/** Keeps an attempt, and drops those that nobody finished. */
export async function insertAttempt({ tx, city, newId, now }: Desk, attempt: Attempt): Promise<void> {
  await tables(tx).deleteFrom('accounts.oidcState').where('city', '=', city).where('expiresAt', '<', now()).execute()
  await tables(tx)
    .insertInto('accounts.oidcState')
    .values({ city, id: newId(), ...attempt })
    .execute()
}

/** Takes an attempt that has not expired: it can be finished once. */
export const takeAttempt = ({ tx, city, now }: Desk, attemptSha256: string) =>
  tables(tx)
    .deleteFrom('accounts.oidcState')
    .where('city', '=', city)
    .where('attemptSha256', '=', attemptSha256)
    .where('expiresAt', '>', now())
    .returning(['returnTo', 'again', 'expiresAt'])
    .executeTakeFirst()
