import type { MemberRole } from '@renshu/contracts'
import { type Desk, tables } from '../tables.ts'

const withNames = ({ tx, city }: Desk, organisationId: string) =>
  tables(tx)
    .selectFrom('accounts.member as member')
    .innerJoin('accounts.person as person', (join) =>
      join.onRef('person.city', '=', 'member.city').onRef('person.id', '=', 'member.personId'),
    )
    .select([
      'member.id',
      'member.personId',
      'member.role',
      'member.createdAt',
      'member.version',
      'person.name',
      'person.phoneSealed',
    ])
    .where('member.city', '=', city)
    .where('member.organisationId', '=', organisationId)

export const listMembers = (desk: Desk, organisationId: string) =>
  withNames(desk, organisationId).orderBy('person.nameKey').orderBy('member.id').execute()

export const findMember = (desk: Desk, organisationId: string, id: string) =>
  withNames(desk, organisationId).where('member.id', '=', id).executeTakeFirst()

/** The owners of an organisation, held until the transaction ends: one of them remains. */
export const holdOwners = ({ tx, city }: Desk, organisationId: string) =>
  tables(tx)
    .selectFrom('accounts.member')
    .select(['id', 'personId'])
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'owner')
    .orderBy('id')
    .forUpdate()
    .execute()

export const membershipsOf = ({ tx, city }: Desk, personId: string) =>
  tables(tx)
    .selectFrom('accounts.member')
    .select(['id', 'organisationId', 'role'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** False where the person is a member already. */
export async function insertMember(
  { tx, city, newId, now }: Desk,
  member: { organisationId: string; personId: string; role: MemberRole; addedByPersonId: string },
): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('accounts.member')
    .values({ city, id: newId(), ...member, createdAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** False where somebody changed the record since `version`. */
export async function updateRole(
  { tx, city }: Desk,
  { id, version }: { id: string; version: number },
  role: MemberRole,
): Promise<boolean> {
  const updated = await tables(tx)
    .updateTable('accounts.member')
    .set({ role, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

export const deleteMember = ({ tx, city }: Desk, id: string) =>
  tables(tx).deleteFrom('accounts.member').where('city', '=', city).where('id', '=', id).execute()
