import { type MemberRole, platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { masked, ownId } from '../rules.ts'
import { agenciesFor } from '../store/mandates.ts'
import * as store from '../store/members.ts'
import type { Desk } from '../tables.ts'

type Row = NonNullable<Awaited<ReturnType<typeof store.findMember>>>

const shown = ({ secrets }: Desk, { phoneSealed, createdAt, ...member }: Row) => ({
  ...member,
  phone: masked('phone', phoneSealed && secrets.open(phoneSealed)),
  createdAt: createdAt.toISOString(),
})

export async function listMembers(context: Context, organisationId: string) {
  const rows = await context.asSystem(() => store.listMembers(context, organisationId))
  return { items: rows.map((row) => shown(context, row)) }
}

async function findMember(context: Context, organisationId: string, id: string): Promise<Row> {
  const member = await context.asSystem(() => store.findMember(context, organisationId, id))
  if (!member) throw new AppError(platformFailures.notFound)
  return member
}

/** @throws accounts.lastOwner unless somebody else owns the organisation too */
async function keepAnOwner(desk: Desk, organisationId: string, memberId: string): Promise<void> {
  const owners = await store.holdOwners(desk, organisationId)
  if (owners.length === 1 && owners[0]!.id === memberId) throw fail.lastOwner()
}

/** @throws accounts.lastOwner, platform.stale */
export async function changeMember(
  context: Context,
  { organisationId, memberId }: { organisationId: string; memberId: string },
  { role, version }: { role: MemberRole; version: number },
) {
  await findMember(context, organisationId, memberId)
  if (role !== 'owner') await keepAnOwner(context, organisationId, memberId)
  if (!(await store.updateRole(context, { id: memberId, version }, role))) throw new AppError(platformFailures.stale)
  return shown(context, await findMember(context, organisationId, memberId))
}

/** @throws accounts.lastOwner */
export async function removeMember(desk: Desk, organisationId: string, { id, personId }: Pick<Row, 'id' | 'personId'>) {
  await keepAnOwner(desk, organisationId, id)
  await store.deleteMember(desk, id)
  const payload = { organisationId, personId }
  await emit(desk.tx, { city: desk.city, kind: 'accounts.memberRemoved', payload, happenedAt: desk.now() })
}

export async function removeMemberById(
  context: Context,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<void> {
  await removeMember(context, organisationId, await findMember(context, organisationId, memberId))
}

/** @throws accounts.lastOwner; platform.notFound to somebody who acts through an agency */
export async function leaveOrganisation(context: Context, organisationId: string): Promise<void> {
  const personId = ownId(context)
  const own = (await store.listMembers(context, organisationId)).find((member) => member.personId === personId)
  if (!own) throw new AppError(platformFailures.notFound)
  await removeMember(context, organisationId, own)
}

type NewMember = Parameters<typeof store.insertMember>[1]

/** The same for commands, in scope `system`. @returns false where the person is a member already */
export async function joinOrganisation(desk: Desk, member: NewMember): Promise<boolean> {
  const isNew = await store.insertMember(desk, member)
  const { organisationId, personId, role } = member
  const payload = { organisationId, personId, role }
  if (isNew) await emit(desk.tx, { city: desk.city, kind: 'accounts.memberAdded', payload, happenedAt: desk.now() })
  return isNew
}

/**
 * Makes somebody a member: who accepts an invitation, and the owner of an organisation that is being registered.
 * @returns false where the person is a member already
 */
export const addMember = (
  context: Context,
  {
    organisationId,
    personId,
    role,
    addedByPersonId = personId,
  }: Omit<NewMember, 'addedByPersonId'> & { addedByPersonId?: string },
): Promise<boolean> =>
  context.asSystem(() => joinOrganisation(context, { organisationId, personId, role, addedByPersonId }))

/** Organisations a person belongs to, or acts for as the member of an agency with their mandate. */
export const organisationsOf = (
  context: Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'asSystem'>,
  personId: string,
): Promise<ReadonlySet<string>> =>
  context.asSystem(async () => {
    const own = await store.membershipsOf(context, personId)
    const through = await agenciesFor(context, personId, null)
    return new Set([...own, ...through].flatMap(({ organisationId }) => organisationId ?? []))
  })
