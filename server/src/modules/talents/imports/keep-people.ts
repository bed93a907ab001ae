import { isDeepStrictEqual } from 'node:util'
import type { BatchDesk } from '../../../platform/imports/index.ts'
import { marksFrom } from '../../accounts/index.ts'
import { contentOf, OF_NO_AGENCY, saidToday } from '../keeping.ts'
import { insertTalents, keptBySource } from '../store/held.ts'
import { type NewTalent, type TalentRow, updateTalent } from '../store/talents.ts'
import type { ReadPerson } from './read-rows.ts'

export interface Kept {
  created: number
  updated: number
  unchanged: number
  /** Profiles that are new or changed. */
  ids: string[]
}

/** What a row says, as it is kept. */
function rowOf(desk: BatchDesk, id: string, person: ReadPerson) {
  const { secrets, now } = desk
  const { name, phone, residentId, consentOn, consentUntil, profile } = person
  return {
    ...contentOf(desk, id, profile, name),
    ...marksFrom(desk, { phone, residentId }),
    nameSealed: secrets.seal(name),
    phoneSealed: phone && secrets.seal(phone),
    consentOn,
    consentUntil,
    ...saidToday(desk, consentUntil),
    changedAt: now(),
  }
}

type Row = ReturnType<typeof rowOf>

/** Sealed fields differ each time they are sealed: what they seal is compared by its mark. */
const saysTheSame = (before: TalentRow, row: Row): boolean =>
  before.nameBlind === row.nameBlind &&
  before.phoneBlind === row.phoneBlind &&
  before.residentIdBlind === row.residentIdBlind &&
  before.consentOn === row.consentOn &&
  before.consentUntil === row.consentUntil &&
  isDeepStrictEqual(before.profile, JSON.parse(row.profile))

/** Keeps people of a table for an agency; a second import of the same table changes nothing. */
export async function keepPeople(desk: BatchDesk, agencyId: string, people: readonly ReadPerson[]): Promise<Kept> {
  const { tx, city, now, newId } = desk
  const known = await keptBySource(
    tx,
    city,
    agencyId,
    people.map(({ sourceId }) => sourceId),
  )
  const kept: Kept = { created: 0, updated: 0, unchanged: 0, ids: [] }
  const created: NewTalent[] = []
  for (const person of people) {
    const { sourceId } = person
    const before = known.get(sourceId)
    const id = before?.id ?? newId()
    const row = rowOf(desk, id, person)
    if (before && saysTheSame(before, row)) kept.unchanged++
    else if (before) {
      await updateTalent(tx, before, row)
      kept.updated++
      kept.ids.push(id)
    } else {
      const ids = { city, id, personId: null, agencyId, sourceId }
      const rest = { visibility: 'hidden' as const, cvFileId: null, createdAt: now() }
      created.push({ ...OF_NO_AGENCY, ...row, ...ids, ...rest })
      kept.ids.push(id)
    }
  }
  await insertTalents(tx, city, created)
  return { ...kept, created: created.length }
}
