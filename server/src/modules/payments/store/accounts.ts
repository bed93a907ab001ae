import type { Insertable } from 'kysely'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { ChangeRow, PaymentsTables } from '../tables.ts'
import { placeOf } from './pages.ts'

const table = (tx: Tx) => tx.withTables<PaymentsTables>()
const all = (tx: Tx, city: string) =>
  table(tx).selectFrom('payments.accountChange').selectAll().where('city', '=', city)

/** False where a correction waits already. The transaction is then of no more use. */
export async function insertChange(
  tx: Tx,
  row: Insertable<PaymentsTables['payments.accountChange']>,
): Promise<boolean> {
  try {
    await table(tx).insertInto('payments.accountChange').values(row).execute()
    return true
  } catch (error) {
    if (isDuplicate(error, 'change_waiting_once')) return false
    throw error
  }
}

export const changeById = (tx: Tx, city: string, id: string): Promise<ChangeRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

export const changesFor = async (tx: Tx, city: string, payableIds: readonly string[]): Promise<ChangeRow[]> =>
  payableIds.length === 0
    ? []
    : all(tx, city).where('payableId', 'in', payableIds).orderBy('madeAt').orderBy('id').execute()

/** False where it was decided meanwhile. */
export async function decideChange(
  tx: Tx,
  { city, id }: Pick<ChangeRow, 'city' | 'id'>,
  set: Pick<ChangeRow, 'status' | 'decidedAt' | 'decidedBy' | 'refusal'>,
): Promise<boolean> {
  const { numUpdatedRows } = await table(tx)
    .updateTable('payments.accountChange')
    .set(set)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The oldest first: that is how they are worked through. */
export async function changesPage(
  tx: Tx,
  city: string,
  { status, limit, cursor }: { status: ChangeRow['status']; limit: number; cursor?: string | undefined },
) {
  const found = table(tx).selectFrom('payments.accountChange').where('city', '=', city).where('status', '=', status)
  const from = placeOf(cursor, 'instant')
  const rows = await found
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('madeAt', 'id'), '>', tuple(from![0] as never, from![1] as never)),
      ),
    )
    .orderBy('madeAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.madeAt.toISOString(), last.id])
}
