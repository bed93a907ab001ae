import { platformFailures } from '@renshu/contracts'
import { pinyin } from 'pinyin-pro'
import { isDuplicate } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import { type AccountsTables, type Desk, tables } from '../tables.ts'
import type { Selectable, Updateable } from 'kysely'

export type Person = Selectable<AccountsTables['accounts.person']>

/** Full pinyin without tones, surnames read as surnames; Latin letters stay. */
const nameKey = (name: string): string =>
  pinyin(name, { toneType: 'none', mode: 'surname', nonZh: 'consecutive' }).toLowerCase()

export const named = (name: string) => ({ name, nameKey: nameKey(name) })
export const blindPhone = ({ secrets }: Pick<Desk, 'secrets'>, phone: string): string => secrets.blind('phone', phone)

export const findPerson = ({ tx, city }: Desk, id: string): Promise<Person | undefined> =>
  tables(tx).selectFrom('accounts.person').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

export const findByPhone = (desk: Desk, phone: string): Promise<Person | undefined> =>
  tables(desk.tx)
    .selectFrom('accounts.person')
    .selectAll()
    .where('city', '=', desk.city)
    .where('phoneBlind', '=', blindPhone(desk, phone))
    .executeTakeFirst()

const MOST_NAMESAKES = 50

/** People by the whole of a value, the latest first; of more namesakes the first fifty. */
export const peopleBy = (desk: Desk, by: 'phone' | 'residentId' | 'name', value: string): Promise<Person[]> => {
  const column = { phone: 'phoneBlind', residentId: 'residentIdBlind', name: 'name' } as const
  return tables(desk.tx)
    .selectFrom('accounts.person')
    .selectAll()
    .where('city', '=', desk.city)
    .where(column[by], '=', by === 'name' ? value : desk.secrets.blind(by, value.toUpperCase()))
    .where('erasedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(MOST_NAMESAKES)
    .execute()
}

/**
 * A new person, or undefined where the phone has one already; two at once make one.
 * @param phone null where only an identity provider knows the person
 */
export async function insertPerson(desk: Desk, name: string, phone: string | null): Promise<string | undefined> {
  const { tx, city, newId, now, secrets } = desk
  const id = newId()
  const inserted = await tables(tx)
    .insertInto('accounts.person')
    .values({
      city,
      id,
      ...named(name),
      phoneSealed: phone && secrets.seal(phone),
      phoneBlind: phone && blindPhone(desk, phone),
      createdAt: now(),
    })
    .onConflict((conflict) => conflict.columns(['city', 'phoneBlind']).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows ? id : undefined
}

/** A new person without a phone whose document an officer saw; undefined where a document of that number was seen before. */
export async function insertSeen(
  desk: Desk,
  { name, residentId, seenBy }: { name: string; residentId: string; seenBy: string },
): Promise<string | undefined> {
  const { tx, city, newId, now, secrets } = desk
  const id = newId()
  const inserted = await tables(tx)
    .insertInto('accounts.person')
    .values({
      city,
      id,
      ...named(name),
      residentIdSealed: secrets.seal(residentId),
      residentIdBlind: secrets.blind('residentId', residentId),
      documentSeenAt: now(),
      documentSeenBy: seenBy,
      createdAt: now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['city', 'residentIdBlind']).where('documentSeenAt', 'is not', null).doNothing(),
    )
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows ? id : undefined
}

/**
 * Changes a record that still has `version`.
 * @throws platform.stale where somebody was faster
 */
export async function updatePerson(
  { tx, city }: Desk,
  { id, version }: Pick<Person, 'id' | 'version'>,
  changes: Updateable<AccountsTables['accounts.person']>,
): Promise<void> {
  const updated = await tables(tx)
    .updateTable('accounts.person')
    .set({ ...changes, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new AppError(platformFailures.stale)
}

export const isPhoneTaken = (error: unknown): boolean => isDuplicate(error, 'person_city_phone_blind_key')

const blindResidentId = ({ secrets }: Pick<Desk, 'secrets'>, residentId: string): string =>
  secrets.blind('residentId', residentId.toUpperCase())

/** By which modules above know that two of their records are of one person; nothing can be read from them. */
export interface Marks {
  phoneBlind: string | null
  residentIdBlind: string | null
}

/** @param phone eleven digits */
export const marksFrom = (
  { secrets }: Pick<Desk, 'secrets'>,
  { phone, residentId }: { phone: string | null; residentId: string | null },
): Marks => ({
  phoneBlind: phone && blindPhone({ secrets }, phone),
  residentIdBlind: residentId && blindResidentId({ secrets }, residentId),
})

/** The marks of an account; none where it is gone. Scope `system`, or the person's own. */
export async function marksOf(desk: Desk, personId: string): Promise<Marks> {
  const person = await findPerson(desk, personId)
  return { phoneBlind: person?.phoneBlind ?? null, residentIdBlind: person?.residentIdBlind ?? null }
}

/** Accounts that share a mark, first whose document was seen at a counter. Scope `system`. */
export async function peopleMarked({ tx, city }: Desk, { phoneBlind, residentIdBlind }: Marks): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('accounts.person')
    .select('id')
    .where('city', '=', city)
    .where((row) => row.or([row('phoneBlind', '=', phoneBlind), row('residentIdBlind', '=', residentIdBlind)]))
    .orderBy('documentSeenAt', (order) => order.asc().nullsLast())
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Accounts by the resident ids that they bear, of two of one id whose document was seen at a counter, else the older, in
 * one statement; an id that nobody bears is left out. Scope `system`.
 */
export async function peopleBearing(
  { tx, city, secrets }: Pick<Desk, 'tx' | 'city' | 'secrets'>,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (residentIds.length === 0) return new Map()
  const blinds = new Map(residentIds.map((one) => [one, blindResidentId({ secrets }, one)]))
  const rows = await tables(tx)
    .selectFrom('accounts.person')
    .select(['id', 'residentIdBlind'])
    .where('city', '=', city)
    .where('residentIdBlind', 'in', [...new Set(blinds.values())])
    .orderBy('documentSeenAt', (order) => order.asc().nullsLast())
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const found = new Map(rows.toReversed().map(({ id, residentIdBlind }) => [residentIdBlind, id]))
  return new Map(
    [...blinds].flatMap(([one, blind]) => {
      const id = found.get(blind)
      return id === undefined ? [] : [[one, id] as const]
    }),
  )
}

/** The phone of an account in clear. The caller answers for the right to know it, and records the look. */
export async function phoneOf(desk: Desk, personId: string): Promise<string | null> {
  const person = await findPerson(desk, personId)
  return person?.phoneSealed ? desk.secrets.open(person.phoneSealed) : null
}
