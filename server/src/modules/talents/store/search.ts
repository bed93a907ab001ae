import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { TalentsTables } from '../tables.ts'
import type { TalentRow } from './talents.ts'

/** Who asks, and when. */
export interface Employer {
  /** As `refusedEmployers` spells it. */
  plainName: string
  on: string
}

/** Of these profiles those that an employer may see on a day. */
export const shownTalents = async (
  tx: Tx,
  city: string,
  { plainName, on }: Employer,
  ids: readonly string[],
): Promise<TalentRow[]> =>
  ids.length === 0
    ? []
    : tx
        .withTables<TalentsTables>()
        .selectFrom('talents.talent')
        .selectAll()
        .where('city', '=', city)
        .where('id', 'in', ids)
        .where('active', '=', true)
        .where('visibility', 'in', ['anonymous', 'open'])
        .where((row) => row.or([row('visibleUntil', 'is', null), row('visibleUntil', '>=', on)]))
        .where(sql<boolean>`not (refused_employers @> array[${plainName}]::text[])`)
        .execute()

/** One profile, where the employer may see it. */
export const shownTalent = async (
  tx: Tx,
  city: string,
  employer: Employer,
  id: string,
): Promise<TalentRow | undefined> => (await shownTalents(tx, city, employer, [id]))[0]
