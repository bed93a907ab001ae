import type { Visibility } from '@renshu/contracts'
import type { Tx } from '../../platform/database/index.ts'
import type { Seeking } from './profile/engine.ts'
import { talentOf, type TalentRow, talentsAfter, talentsBy } from './store/talents.ts'

/** A profile in its latest state, for indexes. */
export interface TalentChange {
  changeSeq: number
  id: string
  /** False for one that was removed, or whose wish or consent has ended. */
  active: boolean
  /** Last day on which it is shown, whatever `active` says; null: without end. */
  visibleUntil: string | null
  /** Null for one that an agency keeps, and for one that was removed. */
  personId: string | null
  agencyId: string | null
  /** Always `hidden` for one that an agency keeps. */
  visibility: Visibility
  talent: Seeking
}

const told = ({
  changeSeq,
  id,
  active,
  visibleUntil,
  personId,
  agencyId,
  visibility,
  engine,
}: TalentRow): TalentChange => ({
  changeSeq,
  id,
  active,
  visibleUntil,
  personId,
  agencyId,
  visibility,
  talent: engine,
})

/** Profiles changed after a number of the city's stream, in order, at most `most`. Scope `system`. */
export const readTalentChanges = async (tx: Tx, city: string, after: number, most: number): Promise<TalentChange[]> =>
  (await talentsAfter(tx, city, after, most)).map(told)

/** The profile of a person, as far as the caller may see it. */
export async function talentOfPerson(tx: Tx, city: string, personId: string): Promise<TalentChange | undefined> {
  const row = await talentOf(tx, city, personId)
  return row && told(row)
}

/** A profile that is still there, as far as the caller may see it. */
export async function talentById(tx: Tx, city: string, id: string): Promise<TalentChange | undefined> {
  const [row] = await talentsBy(tx, city, [id])
  return row && row.endedAt === null ? told(row) : undefined
}

/** Profiles as the engine reads them, as far as the caller may see them. */
export const engineTalents = async (tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, Seeking>> =>
  new Map((await talentsBy(tx, city, ids)).map(({ id, engine }) => [id, engine]))
