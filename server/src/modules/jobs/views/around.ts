import type { Context, Language } from '../../../platform/http/index.ts'
import { organisations } from '../../registry/index.ts'
import type { Market } from '../screening/screen.ts'
import { marketsOf } from '../store/market.ts'
import type { JobRow } from '../tables.ts'

/** What is shown of postings that their own rows do not hold. */
export interface Around {
  language: Language
  nameOf: (organisationId: string) => { id: string; name: string }
  industryOf: (organisationId: string) => string | null
}

type Glance = Pick<Context, 'tx' | 'city' | 'language'>

/** Names of those who post and hire, in one query. Scope `system`: a listed posting names its employer to everybody. */
export async function lookAround(
  { tx, city, language }: Glance,
  rows: readonly Pick<JobRow, 'organisationId' | 'employerId'>[],
): Promise<Around> {
  const ids = [...new Set(rows.flatMap(({ organisationId, employerId }) => [organisationId, employerId]))]
  const found = ids.length > 0 ? await organisations(tx, city, ids) : new Map<string, never>()
  return {
    language,
    nameOf: (id) => ({ id, name: found.get(id)?.name ?? '' }),
    industryOf: (id) => found.get(id)?.industry ?? null,
  }
}

/** Pay of like postings for each of these, in one query. */
export async function marketsFor(
  { tx, city }: Pick<Context, 'tx' | 'city'>,
  rows: readonly { occupation: string | null }[],
  on: string,
): Promise<(row: { occupation: string | null }) => Market | null> {
  const occupations = rows.flatMap(({ occupation }) => occupation ?? [])
  const markets = await marketsOf(tx, city, occupations, on)
  return ({ occupation }) => (occupation === null ? null : (markets.get(occupation) ?? null))
}
