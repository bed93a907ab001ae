import type { Selectable, Updateable } from 'kysely'
import { type AccountsTables, type Desk, tables } from '../tables.ts'

export type OfficerRow = Selectable<AccountsTables['accounts.officer']>

type Place = Pick<Desk, 'tx' | 'city'>

const ofCity = ({ tx, city }: Place) => tables(tx).selectFrom('accounts.officer').selectAll().where('city', '=', city)

export const findOfficer = (desk: Place, personId: string): Promise<OfficerRow | undefined> =>
  ofCity(desk).where('personId', '=', personId).executeTakeFirst()

/** Whether somebody is still an officer of a district; of the whole city where it is null. */
export async function isOfficerOf(desk: Place, personId: string, district: string | null): Promise<boolean> {
  const officer = await findOfficer(desk, personId)
  return officer !== undefined && (officer.district === null || officer.district === district)
}

/** The officer's record, held until the transaction ends: codes are tried one by one. */
export const holdOfficer = (desk: Desk, personId: string): Promise<OfficerRow | undefined> =>
  ofCity(desk).where('personId', '=', personId).forUpdate().executeTakeFirst()

/** All officers of the city, held where the number of administrators is to be decided on. */
export const holdOfficers = (desk: Desk): Promise<OfficerRow[]> => ofCity(desk).orderBy('id').forUpdate().execute()

export const listOfficers = ({ tx, city }: Desk) =>
  tables(tx)
    .selectFrom('accounts.officer as officer')
    .innerJoin('accounts.person as person', (join) =>
      join.onRef('person.city', '=', 'officer.city').onRef('person.id', '=', 'officer.personId'),
    )
    .select([
      'officer.id',
      'officer.personId',
      'officer.district',
      'officer.administrator',
      'officer.totpSealed',
      'officer.version',
      'person.name',
      'person.phoneSealed',
    ])
    .where('officer.city', '=', city)
    .orderBy('person.nameKey')
    .orderBy('officer.id')
    .execute()

export async function insertOfficer(
  { tx, city, newId, now }: Desk,
  officer: { personId: string; district: string | null; administrator: boolean },
): Promise<string> {
  const id = newId()
  await tables(tx)
    .insertInto('accounts.officer')
    .values({ city, id, ...officer, createdAt: now() })
    .execute()
  return id
}

export const updateOfficer = (
  { tx, city }: Desk,
  id: string,
  changes: Updateable<AccountsTables['accounts.officer']>,
) => tables(tx).updateTable('accounts.officer').set(changes).where('city', '=', city).where('id', '=', id).execute()

export const deleteOfficer = ({ tx, city }: Desk, id: string) =>
  tables(tx).deleteFrom('accounts.officer').where('city', '=', city).where('id', '=', id).execute()
