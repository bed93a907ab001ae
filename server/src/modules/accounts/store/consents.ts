import { type Desk, tables } from '../tables.ts'

const COLUMNS = ['id', 'purpose', 'recipient', 'textVersion', 'givenAt', 'withdrawnAt', 'recordedByPersonId'] as const

const ofPerson = ({ tx, city }: Pick<Desk, 'tx' | 'city'>, personId: string) =>
  tables(tx)
    .selectFrom('accounts.consent')
    .select([...COLUMNS])
    .where('city', '=', city)
    .where('personId', '=', personId)

export const listConsents = (desk: Desk, personId: string) =>
  ofPerson(desk, personId).orderBy('givenAt', 'desc').orderBy('id', 'desc').execute()

/** The consent in force for one purpose and one recipient. */
export const findConsent = (desk: Pick<Desk, 'tx' | 'city'>, personId: string, purpose: string, recipient: string) =>
  ofPerson(desk, personId)
    .where('purpose', '=', purpose)
    .where('recipient', '=', recipient)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

/** Nothing happens where one is in force already: two taps at once give one consent. */
export const insertConsent = (
  { tx, city, newId, now }: Desk,
  consent: {
    personId: string
    purpose: string
    recipient: string
    textVersion: string
    recordedByPersonId: string | null
  },
) =>
  tables(tx)
    .insertInto('accounts.consent')
    .values({ city, id: newId(), ...consent, givenAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Withdraws one consent, or all where `id` is null; how many. */
export async function endConsents({ tx, city, now }: Desk, personId: string, id: string | null): Promise<number> {
  const updated = await tables(tx)
    .updateTable('accounts.consent')
    .set({ withdrawnAt: now() })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .$if(id !== null, (query) => query.where('id', '=', id!))
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows)
}
