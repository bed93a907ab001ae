import type { BatchStatus } from '@renshu/contracts'
import type { Updateable } from 'kysely'
import { insertMany, updateMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { AttemptRow, BatchRow, NewAttempt, PaymentsTables } from '../tables.ts'
import { placeOf } from './pages.ts'

const table = (tx: Tx) => tx.withTables<PaymentsTables>()
const all = (tx: Tx, city: string) => table(tx).selectFrom('payments.batch').selectAll().where('city', '=', city)

export async function insertBatch(tx: Tx, batch: BatchRow, rows: readonly NewAttempt[]): Promise<void> {
  await table(tx).insertInto('payments.batch').values(batch).execute()
  await insertMany(tx, 'payments.batchRow', rows)
}

export const batchById = (tx: Tx, city: string, id: string): Promise<BatchRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

export const holdBatch = (tx: Tx, city: string, id: string): Promise<BatchRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

/** Batches that the caller may see, by their numbers. */
export const batchesByNumber = async (tx: Tx, city: string, numbers: readonly string[]): Promise<BatchRow[]> =>
  numbers.length === 0 ? [] : all(tx, city).where('number', 'in', numbers).execute()

/** Held in one order, as answers that come at once do. */
export const holdBatches = async (tx: Tx, city: string, ids: readonly string[]): Promise<BatchRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).orderBy('id').forUpdate().execute()

export async function updateBatch(
  tx: Tx,
  { city, id, version }: Pick<BatchRow, 'city' | 'id' | 'version'>,
  set: Updateable<PaymentsTables['payments.batch']>,
): Promise<void> {
  await table(tx)
    .updateTable('payments.batch')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

export async function batchesPage(
  tx: Tx,
  city: string,
  { status, limit, cursor }: { status?: BatchStatus | undefined; limit: number; cursor?: string | undefined },
) {
  const found = table(tx)
    .selectFrom('payments.batch')
    .where('city', '=', city)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
  const from = placeOf(cursor, 'instant')
  const rows = await found
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('draftedAt', 'id'), '<', tuple(from![0] as never, from![1] as never)),
      ),
    )
    .orderBy('draftedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.draftedAt.toISOString(), last.id])
}

export const attemptsOf = (tx: Tx, city: string, batchId: string): Promise<AttemptRow[]> =>
  table(tx)
    .selectFrom('payments.batchRow')
    .selectAll()
    .where('city', '=', city)
    .where('batchId', '=', batchId)
    .orderBy('row')
    .execute()

export async function attemptsPage(
  tx: Tx,
  city: string,
  batchId: string,
  { limit, after }: { limit: number; after: number | undefined },
) {
  const found = table(tx)
    .selectFrom('payments.batchRow')
    .where('city', '=', city)
    .where('batchId', '=', batchId)
    .where('status', '<>', 'removed')
  const rows = await found
    .selectAll()
    .$if(after !== undefined, (query) => query.where('row', '>', after!))
    .orderBy('row')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.row])
}

/** Rows of some batches, held; the batches are held already, so nobody else holds any of them. */
export const holdAttempts = async (tx: Tx, city: string, batchIds: readonly string[]): Promise<AttemptRow[]> =>
  batchIds.length === 0
    ? []
    : table(tx)
        .selectFrom('payments.batchRow')
        .selectAll()
        .where('city', '=', city)
        .where('batchId', 'in', batchIds)
        .orderBy('id')
        .forUpdate()
        .execute()

export const attemptById = (tx: Tx, city: string, id: string): Promise<AttemptRow | undefined> =>
  table(tx).selectFrom('payments.batchRow').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

export const attemptsFor = (tx: Tx, city: string, payableId: string) =>
  table(tx)
    .selectFrom('payments.batchRow as row')
    .innerJoin('payments.batch as batch', (join) =>
      join.onRef('batch.city', '=', 'row.city').onRef('batch.id', '=', 'row.batchId'),
    )
    .selectAll('row')
    .select('batch.number')
    .where('row.city', '=', city)
    .where('row.payableId', '=', payableId)
    .orderBy('batch.draftedAt')
    .orderBy('row.id')
    .execute()

export const updateAttempts = (tx: Tx, rows: readonly AttemptRow[]): Promise<void> =>
  updateMany(
    tx,
    'payments.batchRow',
    rows.map(({ city, id, status, paidFen, answeredOn, reason, answers }) => ({
      city,
      id,
      status,
      paidFen,
      answeredOn,
      reason,
      answers,
    })),
  )

/** Sums of the rows of some batches, by status. */
export const sumsOf = async (tx: Tx, city: string, batchIds: readonly string[]) =>
  batchIds.length === 0
    ? []
    : table(tx)
        .selectFrom('payments.batchRow')
        .where('city', '=', city)
        .where('batchId', 'in', batchIds)
        .groupBy(['batchId', 'status'])
        .select(({ fn }) => [
          'batchId',
          'status',
          fn.countAll<number>().as('rows'),
          fn.sum<number>('amountFen').as('amountFen'),
          fn.sum<number>('paidFen').as('paidFen'),
        ])
        .execute()

/** The first row of each of some batches that pays one of some people or organisations. */
export async function concernedRows(
  tx: Tx,
  city: string,
  batchIds: readonly string[],
  { people, organisations }: { people: ReadonlySet<string>; organisations: ReadonlySet<string> },
): Promise<Map<string, number>> {
  if (batchIds.length === 0) return new Map()
  const rows = await table(tx)
    .selectFrom('payments.batchRow as row')
    .innerJoin('payments.payable as payable', (join) =>
      join.onRef('payable.city', '=', 'row.city').onRef('payable.id', '=', 'row.payableId'),
    )
    .where('row.city', '=', city)
    .where('row.batchId', 'in', batchIds)
    .where('row.status', '<>', 'removed')
    .where((row) =>
      row.or([
        row('payable.personId', 'in', [...people]),
        ...(organisations.size ? [row('payable.organisationId', 'in', [...organisations])] : []),
      ]),
    )
    .groupBy('row.batchId')
    .select(({ fn }) => ['row.batchId as batchId', fn.min<number>('row.row').as('first')])
    .execute()
  return new Map(rows.map(({ batchId, first }) => [batchId, first]))
}

export async function insertDownload(tx: Tx, row: PaymentsTables['payments.download']): Promise<void> {
  await table(tx).insertInto('payments.download').values(row).execute()
}

export const downloadsOf = async (tx: Tx, city: string, batchIds: readonly string[]) =>
  batchIds.length === 0
    ? []
    : table(tx)
        .selectFrom('payments.download')
        .selectAll()
        .where('city', '=', city)
        .where('batchId', 'in', batchIds)
        .orderBy('downloadedAt')
        .orderBy('id')
        .execute()

export const numbersOf = async (tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await table(tx)
    .selectFrom('payments.batch')
    .select(['id', 'number'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
