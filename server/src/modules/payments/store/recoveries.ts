import type { RecoveryStatus } from '@renshu/contracts'
import { sql, type Updateable } from 'kysely'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { Desk } from '../desk.ts'
import type { PayableRow, PaymentsTables, ReceiptRow, RecoveryRow } from '../tables.ts'
import { placeOf } from './pages.ts'

const table = (tx: Tx) => tx.withTables<PaymentsTables>()
const all = (tx: Tx, city: string) => table(tx).selectFrom('payments.recovery').selectAll().where('city', '=', city)

interface Opening {
  reason: RecoveryRow['reason']
  words: string
  fen: number
  on: string
  /** Null: by itself, from the bank's word or a reversed decision. */
  by: string | null
}

/** Opens a recovery of what was paid; the payable's `claimedFen` is the caller's to write. @returns its id */
export async function openFor(
  { tx, city, newId }: Pick<Desk, 'tx' | 'city' | 'newId'>,
  { id: payableId, personId, organisationId, district }: PayableRow,
  { reason, words, fen, on, by }: Opening,
): Promise<string> {
  const id = newId()
  const later = { dueOn: null, demandedBy: null, proposedAt: null, proposedBy: null, proposalReason: null }
  const opened = { status: 'opened', openedOn: on, openedBy: by, confirmedBy: null, confirmReason: null } as const
  const whose = { payableId, personId, organisationId, district }
  await table(tx)
    .insertInto('payments.recovery')
    .values({ city, id, ...whose, reason, words, amountFen: fen, ...opened, ...later, version: 1 })
    .execute()
  return id
}

export const recoveryById = (tx: Tx, city: string, id: string): Promise<RecoveryRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

export const holdRecovery = (tx: Tx, city: string, id: string): Promise<RecoveryRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

export const recoveriesOf = async (tx: Tx, city: string, payableIds: readonly string[]): Promise<RecoveryRow[]> =>
  payableIds.length === 0
    ? []
    : all(tx, city).where('payableId', 'in', payableIds).orderBy('openedOn').orderBy('id').execute()

export async function updateRecovery(
  tx: Tx,
  { city, id, version }: Pick<RecoveryRow, 'city' | 'id' | 'version'>,
  set: Updateable<PaymentsTables['payments.recovery']>,
): Promise<void> {
  await table(tx)
    .updateTable('payments.recovery')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

const OPEN: readonly RecoveryStatus[] = ['opened', 'demanded', 'partly']

export async function recoveriesPage(
  tx: Tx,
  city: string,
  {
    status,
    overdue,
    limit,
    cursor,
  }: { status?: RecoveryStatus | undefined; overdue?: boolean | undefined; limit: number; cursor?: string | undefined },
  today: string,
) {
  const late = sql<boolean>`(due_on is not null and due_on < ${today} and status in ('opened', 'demanded', 'partly'))`
  const found = table(tx)
    .selectFrom('payments.recovery')
    .where('city', '=', city)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(overdue !== undefined, (query) => query.where(late, '=', overdue!))
  const from = placeOf(cursor, 'day')
  const rows = await found
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('openedOn', 'id'), '<', tuple(from![0] as never, from![1] as never)),
      ),
    )
    .orderBy('openedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.openedOn, last.id])
}

/** What is still to come back, and how much of it is late. */
export const openRecoveries = (tx: Tx, city: string, today: string) =>
  table(tx)
    .selectFrom('payments.recovery')
    .where('city', '=', city)
    .where('status', 'in', OPEN)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(amount_fen - recovered_fen - written_off_fen), 0)::bigint`.as('fen'),
      sql<number>`count(*) filter (where due_on < ${today})`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()

/** False where the same transfer was recorded for it before. The transaction is then of no more use. */
export async function insertReceipt(tx: Tx, row: ReceiptRow): Promise<boolean> {
  try {
    await table(tx).insertInto('payments.receipt').values(row).execute()
    return true
  } catch (error) {
    if (isDuplicate(error, 'receipt_once')) return false
    throw error
  }
}

export const updateReceipt = (
  tx: Tx,
  { city, id }: Pick<ReceiptRow, 'city' | 'id'>,
  set: Pick<ReceiptRow, 'status' | 'decidedAt' | 'decidedBy' | 'decideReason'>,
) => table(tx).updateTable('payments.receipt').set(set).where('city', '=', city).where('id', '=', id).execute()

export const receiptsOf = async (tx: Tx, city: string, recoveryIds: readonly string[]): Promise<ReceiptRow[]> =>
  recoveryIds.length === 0
    ? []
    : table(tx)
        .selectFrom('payments.receipt')
        .selectAll()
        .where('city', '=', city)
        .where('recoveryId', 'in', recoveryIds)
        .orderBy('receivedOn')
        .orderBy('id')
        .execute()
