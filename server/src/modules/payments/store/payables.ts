import type { PayableStatus } from '@renshu/contracts'
import { sql } from 'kysely'
import { updateMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import type { NewPayableRow, PayableRow, PaymentsTables } from '../tables.ts'
import { placeOf } from './pages.ts'

const table = (tx: Tx) => tx.withTables<PaymentsTables>()
const all = (tx: Tx, city: string) => table(tx).selectFrom('payments.payable').selectAll().where('city', '=', city)

/** False where the outcome has its payable already. */
export async function insertPayable(tx: Tx, row: NewPayableRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await table(tx)
    .insertInto('payments.payable')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const payableById = (tx: Tx, city: string, id: string): Promise<PayableRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

/** By the outcome it comes from, held. */
export const holdBySource = (
  tx: Tx,
  city: string,
  { module, id }: { module: string; id: string },
): Promise<PayableRow | undefined> =>
  all(tx, city).where('sourceModule', '=', module).where('sourceId', '=', id).forUpdate().executeTakeFirst()

/** What became of the payments of a record, by the outcomes they come from. */
export async function paymentStates(
  tx: Tx,
  city: string,
  record: string,
): Promise<ReadonlyMap<string, Pick<PayableRow, 'status' | 'paidOn'>>> {
  const rows = await table(tx)
    .selectFrom('payments.payable')
    .select(['sourceId', 'status', 'paidOn'])
    .where('city', '=', city)
    .where('record', '=', record)
    .execute()
  return new Map(rows.map(({ sourceId, ...state }) => [sourceId, state]))
}

export const holdPayable = (tx: Tx, city: string, id: string): Promise<PayableRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

/** Held in the order of their ids, so that two who hold several never wait for each other. */
export const holdPayables = async (tx: Tx, city: string, ids: readonly string[]): Promise<PayableRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).orderBy('id').forUpdate().execute()

export const payablesByIds = async (tx: Tx, city: string, ids: readonly string[]): Promise<PayableRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).orderBy('decidedOn').orderBy('id').execute()

/** Ids of what can be paid: open, with an account; the oldest decisions first. */
export async function openIds(tx: Tx, city: string, policy: string | undefined, most: number): Promise<string[]> {
  const rows = await table(tx)
    .selectFrom('payments.payable')
    .select('id')
    .where('city', '=', city)
    .where('status', '=', 'open')
    .where('accountSealed', 'is not', null)
    .where('reversalBy', 'is', null)
    .$if(policy !== undefined, (query) => query.where('policy', '=', policy!))
    .orderBy('decidedOn')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Columns in which money or a correction changes a payable. */
const MOVED = ['paidFen', 'claimedFen', 'status', 'paidOn', 'reason', 'reversedOn', 'batchId', 'batchRow'] as const
const REVERSAL = ['reversalAt', 'reversalBy', 'reversalReason'] as const
const ACCOUNT = ['payeeSealed', 'holderSealed', 'accountSealed', 'accountBlind', 'bank'] as const

const COLUMNS = { moved: MOVED, account: [...ACCOUNT, 'status'], reversal: REVERSAL } as const

/** Writes payables that were held as they have become. */
export const updatePayables = (
  tx: Tx,
  rows: readonly PayableRow[],
  columns: keyof typeof COLUMNS = 'moved',
): Promise<void> =>
  updateMany(
    tx,
    'payments.payable',
    rows.map((row) => ({
      city: row.city,
      id: row.id,
      version: row.version + 1,
      ...Object.fromEntries(COLUMNS[columns].map((name) => [name, row[name]])),
    })),
  )

export interface PayableFilter {
  status?: PayableStatus | undefined
  policy?: string | undefined
  district?: string | undefined
  month?: string | undefined
  record?: string | undefined
  personId?: string | undefined
  organisationId?: string | undefined
}

interface Page {
  limit: number
  cursor?: string | undefined
}

/** Payables the caller may see, the newest decision first. */
export async function payablesPage(tx: Tx, city: string, filter: PayableFilter, { limit, cursor }: Page) {
  const { status, policy, district, month, record, personId, organisationId } = filter
  const found = table(tx)
    .selectFrom('payments.payable')
    .where('city', '=', city)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(policy !== undefined, (query) => query.where('policy', '=', policy!))
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .$if(month !== undefined, (query) => query.where(sql<boolean>`to_char(decided_on, 'YYYY-MM') = ${month}`))
    .$if(record !== undefined, (query) => query.where('record', '=', record!))
    .$if(personId !== undefined, (query) => query.where('personId', '=', personId!))
    .$if(organisationId !== undefined, (query) => query.where('organisationId', '=', organisationId!))
  const from = placeOf(cursor, 'day')
  const rows = await found
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('decidedOn', 'id'), '<', tuple(from![0] as never, from![1] as never)),
      ),
    )
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.decidedOn, last.id])
}

/** Everything decided for people or for organisations that was not withdrawn, the oldest first. */
export const payablesTo = (
  tx: Tx,
  city: string,
  kind: RecordSubject['kind'],
  ids: readonly string[],
): Promise<PayableRow[]> =>
  all(tx, city)
    .where(kind === 'person' ? 'personId' : 'organisationId', 'in', [...ids])
    .where((row) => row.or([row('status', '<>', 'withdrawn'), row('paidFen', '>', 0)]))
    .orderBy('decidedOn')
    .orderBy('id')
    .execute()
