import { type FoundPerson, Id, Instant, platformFailures, type SensitiveField } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Cursor, readCursor } from '../../../platform/pages.ts'
import { masked, ownId } from '../rules.ts'
import { findPerson, peopleBy, type Person } from '../store/people.ts'
import { insertUnmasking, listActs as readActs, listUnmaskings as readUnmaskings } from '../store/unmaskings.ts'
import { findOwn, openField } from './me.ts'

/** An own field in full; recorded like every look. */
export async function unmaskMine(context: Context, field: SensitiveField): Promise<{ value: string | null }> {
  const person = await findOwn(context)
  const look = { personId: person.id, byPersonId: person.id, byOfficer: false, field, reason: '本人查看' }
  await insertUnmasking(context, look)
  return { value: openField(context, person, field) }
}

/** A person as an officer may see one. */
export const found = (context: Context, person: Person): FoundPerson => {
  const show = (field: SensitiveField) => masked(field, openField(context, person, field))
  const { id, name, createdAt, documentSeenAt } = person
  return {
    id,
    name,
    phone: show('phone'),
    email: show('email'),
    residentId: show('residentId'),
    createdAt: createdAt.toISOString(),
    documentSeenAt: documentSeenAt?.toISOString() ?? null,
  }
}

/** People by a value that has to be known in whole: nobody leafs through the city. */
export async function findPeople(
  context: Context,
  { by, value }: { by: 'phone' | 'residentId' | 'name'; value: string },
): Promise<FoundPerson[]> {
  return (await peopleBy(context, by, value)).map((person) => found(context, person))
}

/** A field of somebody else for an officer, who says why; the person can read it. */
export async function unmaskPerson(
  context: Context,
  personId: string,
  { field, reason }: { field: SensitiveField; reason: string },
): Promise<{ value: string | null }> {
  const person = await findPerson(context, personId)
  if (!person || person.erasedAt) throw new AppError(platformFailures.notFound)
  await insertUnmasking(context, { personId, byPersonId: ownId(context), byOfficer: true, field, reason })
  return { value: openField(context, person, field) }
}

interface PageQuery {
  limit: number
  cursor?: string | undefined
}

/** @throws platform.badCursor */
function placeOf({ limit, cursor }: PageQuery): { limit: number; after: Cursor | undefined } {
  const after = readCursor(cursor, 2)
  if (after && !(Instant.safeParse(after[0]).success && Id.safeParse(after[1]).success))
    throw new AppError(platformFailures.badCursor)
  return { limit, after }
}

export async function listUnmaskings(context: Context, query: PageQuery) {
  const page = await readUnmaskings(context, ownId(context), placeOf(query))
  return { ...page, items: page.items.map(({ happenedAt, ...look }) => ({ ...look, at: happenedAt.toISOString() })) }
}

export async function listActs(context: Context, query: PageQuery) {
  const page = await readActs(context, ownId(context), placeOf(query))
  return {
    ...page,
    items: page.items.map(({ happenedAt, forPersonId, ...act }) => ({
      ...act,
      happenedAt: happenedAt.toISOString(),
      byHelper: forPersonId !== null,
    })),
  }
}
