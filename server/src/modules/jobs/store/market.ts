import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Market } from '../screening/screen.ts'

/** Fewer postings say nothing about a market. */
const FEWEST = 5

/**
 * Pay of the listed postings of each occupation on a day, in one query; occupations with fewer than five postings are
 * left out. The public may see each of these postings, so nothing is told that is not public.
 */
export async function marketsOf(
  tx: Tx,
  city: string,
  occupations: readonly string[],
  on: string,
): Promise<Map<string, Market>> {
  if (occupations.length === 0) return new Map()
  const { rows } = await sql<Market & { occupation: string }>`
    select occupation, count(*)::int as of,
      round(percentile_cont(0.1) within group (order by pay_middle))::float8 as p10,
      round(percentile_cont(0.5) within group (order by pay_middle))::float8 as p50,
      round(percentile_cont(0.9) within group (order by pay_middle))::float8 as p90
    from jobs.job
    where city = ${city} and listed_until >= ${on}::date and pay_middle is not null
      and occupation in (${sql.join([...new Set(occupations)])})
    group by occupation having count(*) >= ${FEWEST}`.execute(tx)
  return new Map(rows.map(({ occupation, ...market }) => [occupation, market]))
}
