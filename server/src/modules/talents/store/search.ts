import { educationRank } from '@renshu/codes'
import type { TalentsQuery } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import { coveringCertificates, pathOf } from '../rules.ts'
import type { TalentsTables } from '../tables.ts'
import { placeIn } from './cursor.ts'
import type { TalentRow } from './talents.ts'

/** Who asks, and when. */
export interface Employer {
  /** As `refusedEmployers` spells it. */
  plainName: string
  on: string
}

/** Profiles that an employer may see on a day. */
const shownTo = (tx: Tx, city: string, { plainName, on }: Employer) =>
  tx
    .withTables<TalentsTables>()
    .selectFrom('talents.talent')
    .where('city', '=', city)
    .where('active', '=', true)
    .where('visibility', 'in', ['anonymous', 'open'])
    .where((row) => row.or([row('visibleUntil', 'is', null), row('visibleUntil', '>=', on)]))
    .where(sql<boolean>`not (refused_employers @> array[${plainName}]::text[])`)

/** One profile, where the employer may see it. */
export const shownTalent = (tx: Tx, city: string, employer: Employer, id: string): Promise<TalentRow | undefined> =>
  shownTo(tx, city, employer).selectAll().where('id', '=', id).executeTakeFirst()

const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** Words, each of which has to occur. */
const wordsOf = (q: string): string[] => q.toLowerCase().split(/\s+/).filter(Boolean)

function found(tx: Tx, city: string, employer: Employer, asked: TalentsQuery) {
  const { occupation, place, education, pay, certificate, q = '' } = asked
  let query = shownTo(tx, city, employer)
  if (occupation)
    query = query.where(sql<boolean>`exists (select 1 from unnest(occupations) as o (code)
      where o.code = ${occupation} or o.code like ${`${occupation}-%`})`)
  if (place) {
    const path = pathOf(place)
    // Who wishes for a place in it, or for one around it.
    query = query.where(sql<boolean>`exists (select 1 from unnest(places) as p (path)
      where p.path like ${`${path}%`} or ${path} like p.path || '%')`)
  }
  if (education) query = query.where('education', '>=', educationRank(education))
  if (pay !== undefined) query = query.where((row) => row.or([row('payMin', 'is', null), row('payMin', '<=', pay)]))
  if (certificate) query = query.where(sql<boolean>`certificates && ${coveringCertificates(certificate)}::text[]`)
  for (const word of wordsOf(q)) query = query.where('searchText', 'like', pattern(word))
  return query
}

/** Profiles an employer may see, those whose wish was said last first. */
export async function searchTalents(tx: Tx, city: string, employer: Employer, asked: TalentsQuery) {
  const all = found(tx, city, employer, asked)
  const from = placeIn(asked.cursor, 'day')
  let query = all
    .selectAll()
    .orderBy('confirmedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('confirmedOn', 'id'), '<', tuple(from[0], from[1])))
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), asked.limit, total, (last) => [last.confirmedOn, last.id])
}
