import type { Tx } from '../../../platform/database/index.ts'
import type { JobsTables } from '../tables.ts'

const listed = (tx: Tx, city: string, on: string) =>
  tx.withTables<JobsTables>().selectFrom('jobs.job').where('city', '=', city).where('listedUntil', '>=', on)

const count = async (tx: Tx, city: string, on: string): Promise<number> =>
  (
    await listed(tx, city, on)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

/** Pages of open postings in the order of their ids. */
async function page(tx: Tx, city: string, on: string, from: number, most: number) {
  const rows = await listed(tx, city, on)
    .select(['id', 'confirmedOn', 'publishedOn'])
    .orderBy('id')
    .offset(from)
    .limit(most)
    .execute()
  return rows.map(({ id, confirmedOn, publishedOn }) => ({
    path: `/jobs/${id}`,
    changedOn: confirmedOn ?? publishedOn ?? on,
  }))
}

/** Where the public reads open postings. Scope public. */
export const jobAddresses = { count, page }
