import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import { LISTED } from '../rules.ts'
import type { AnswerFileRow, AnswerRow, PaymentsTables } from '../tables.ts'
import { placeOf } from './pages.ts'

const table = (tx: Tx) => tx.withTables<PaymentsTables>()

/**
 * False where those of the district imported this very file before, or are just importing it: then it waits for that to
 * end. What one district may not book another may.
 */
export async function insertAnswer(tx: Tx, row: AnswerFileRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await table(tx)
    .insertInto('payments.bankAnswer')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const insertAnswerRows = (tx: Tx, rows: readonly AnswerRow[]): Promise<void> =>
  insertMany(tx, 'payments.answerRow', rows)

export const answerById = (tx: Tx, city: string, id: string): Promise<AnswerFileRow | undefined> =>
  table(tx)
    .selectFrom('payments.bankAnswer')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

export const answerByHash = (
  tx: Tx,
  { city, fileHash, district }: Pick<AnswerFileRow, 'city' | 'fileHash' | 'district'>,
): Promise<AnswerFileRow> =>
  table(tx)
    .selectFrom('payments.bankAnswer')
    .selectAll()
    .where('city', '=', city)
    .where('fileHash', '=', fileHash)
    .where('district', 'is not distinct from', district)
    .executeTakeFirstOrThrow()

export async function answersPage(
  tx: Tx,
  city: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const found = table(tx).selectFrom('payments.bankAnswer').where('city', '=', city)
  const from = placeOf(cursor, 'instant')
  const rows = await found
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('importedAt', 'id'), '<', tuple(from![0] as never, from![1] as never)),
      ),
    )
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.importedAt.toISOString(), last.id])
}

/** Rows of some answers by what came of them. */
export const verdictsOf = async (tx: Tx, city: string, answerIds: readonly string[]) =>
  answerIds.length === 0
    ? []
    : table(tx)
        .selectFrom('payments.answerRow')
        .where('city', '=', city)
        .where('answerId', 'in', answerIds)
        .groupBy(['answerId', 'verdict', 'result'])
        .select(({ fn }) => [
          'answerId',
          'verdict',
          'result',
          fn.countAll<number>().as('rows'),
          fn.sum<number>('amountFen').as('fen'),
        ])
        .execute()

export async function answerRowsPage(
  tx: Tx,
  city: string,
  answerId: string,
  { limit, after, waiting }: { limit: number; after: number | undefined; waiting: boolean | undefined },
) {
  const found = table(tx)
    .selectFrom('payments.answerRow')
    .where('city', '=', city)
    .where('answerId', '=', answerId)
    .$if(waiting !== undefined, (query) => query.where('verdict', waiting ? 'in' : 'not in', LISTED))
  const rows = await found
    .selectAll()
    .$if(after !== undefined, (query) => query.where('line', '>', after!))
    .orderBy('line')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.line])
}

export const holdAnswerRow = (tx: Tx, city: string, answerId: string, line: number): Promise<AnswerRow | undefined> =>
  table(tx)
    .selectFrom('payments.answerRow')
    .selectAll()
    .where('city', '=', city)
    .where('answerId', '=', answerId)
    .where('line', '=', line)
    .forUpdate()
    .executeTakeFirst()

export async function settleAnswerRow(
  tx: Tx,
  { city, id }: Pick<AnswerRow, 'city' | 'id'>,
  set: Pick<AnswerRow, 'verdict' | 'settledAt' | 'settledBy' | 'settleReason'>,
): Promise<void> {
  await table(tx).updateTable('payments.answerRow').set(set).where('city', '=', city).where('id', '=', id).execute()
}

export const countListed = async (tx: Tx, city: string): Promise<number> =>
  (
    await table(tx)
      .selectFrom('payments.answerRow')
      .where('city', '=', city)
      .where('verdict', 'in', LISTED)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total
