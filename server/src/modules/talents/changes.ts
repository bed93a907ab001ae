import type { Visibility } from '@renshu/contracts'
import type { Talent } from '@renshu/match'
import type { Tx } from '../../platform/database/index.ts'
import { talentsAfter } from './store/talents.ts'

/** A profile in its latest state, for indexes. */
export interface TalentRecord {
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
  talent: Talent
}

/** Profiles changed after a number of the city's stream, in order, at most `most`. Scope `system`. */
export async function readTalentChanges(tx: Tx, city: string, after: number, most: number): Promise<TalentRecord[]> {
  const rows = await talentsAfter(tx, city, after, most)
  return rows.map(({ changeSeq, id, active, visibleUntil, personId, agencyId, visibility, engine }) => ({
    changeSeq,
    id,
    active,
    visibleUntil,
    personId,
    agencyId,
    visibility,
    talent: engine,
  }))
}
