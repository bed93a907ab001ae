import { type SqlBool, sql } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { EntryRow, LedgerTables } from '../tables.ts'

/** Which entries: days inclusive. */
export interface EntryFilter {
  kind?: string | undefined
  from?: string | undefined
  until?: string | undefined
  district?: string | undefined
  organisationId?: string | undefined
}

/** An entry with what later became of it. */
export type KnownEntry = EntryRow & { reversedById: string | null; batch: number | null }

/** Any number that all servers of this product agree on; the second key of the lock is the city. */
const LOCK = 7_364_002

/**
 * Draws the next numbers under the shared lock of the city, which is held until the transaction ends: sealing waits for
 * it, so a number below a sealed one can never appear later. The lock's row must exist before a number is drawn.
 */
export async function drawSeqs(tx: Tx, city: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    with locked as materialized (select pg_advisory_xact_lock_shared(${LOCK}, ${Number(city)}))
    select nextval('ledger.entry_seq_seq') as seq from locked, generate_series(1, ${count}::int)`.execute(tx)
  return rows.map(({ seq }) => seq)
}

export const drawSeq = async (tx: Tx, city: string): Promise<number> => (await drawSeqs(tx, city, 1))[0]!

/** Waits until no transaction of the city is adding entries, and keeps others from it until this one ends. */
export async function lockForSealing(tx: Tx, city: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}, ${Number(city)})`.execute(tx)
}

/** False where this event, or a reversal of the same entry, was recorded before. */
export async function insertEntry(tx: Tx, entry: EntryRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<LedgerTables>()
    .insertInto('ledger.entry')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** @throws the database's own error where one was recorded before */
export const insertEntries = (tx: Tx, entries: readonly EntryRow[]): Promise<void> =>
  insertMany(tx, 'ledger.entry', entries)

const filtered = (tx: Tx, city: string, { kind, from, until, district, organisationId }: EntryFilter) =>
  tx
    .withTables<LedgerTables>()
    .selectFrom('ledger.entry as e')
    .where('e.city', '=', city)
    .$if(kind !== undefined, (query) => query.where('e.kind', '=', kind!))
    .$if(from !== undefined, (query) => query.where('e.occurredOn', '>=', from!))
    .$if(until !== undefined, (query) => query.where('e.occurredOn', '<=', until!))
    .$if(district !== undefined, (query) => query.where('e.district', '=', district!))
    .$if(organisationId !== undefined, (query) => query.where('e.organisationId', '=', organisationId!))

const known = (tx: Tx, city: string, filter: EntryFilter) =>
  filtered(tx, city, filter)
    .leftJoin('ledger.entry as r', (join) => join.onRef('r.city', '=', 'e.city').onRef('r.reversesId', '=', 'e.id'))
    .selectAll('e')
    .select([
      'r.id as reversedById',
      sql<number | null>`(select b.number from ledger.batch b
        where b.city = e.city and b.first_seq <= e.seq and b.last_seq >= e.seq)`.as('batch'),
    ])

/** Newest first, those recorded before `before` where it is given. */
export const listEntries = (
  tx: Tx,
  city: string,
  filter: EntryFilter,
  most: number,
  before?: number,
): Promise<KnownEntry[]> =>
  known(tx, city, filter)
    .$if(before !== undefined, (query) => query.where('e.seq', '<', before!))
    .orderBy('e.seq', 'desc')
    .limit(most)
    .execute()

export const countEntries = async (tx: Tx, city: string, filter: EntryFilter): Promise<number> =>
  (
    await filtered(tx, city, filter)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

export const entryById = (tx: Tx, city: string, id: string): Promise<KnownEntry | undefined> =>
  known(tx, city, {}).where('e.id', '=', id).executeTakeFirst()

/** The entry of an event that was counted; undefined where it was not, or is not the caller's to see. */
export const entryIdOf = async (tx: Tx, city: string, kind: string, sourceId: string): Promise<string | undefined> =>
  (
    await tx
      .withTables<LedgerTables>()
      .selectFrom('ledger.entry')
      .select('id')
      .where('city', '=', city)
      .where('sourceModule', '=', kind.split('.')[0]!)
      .where('sourceId', '=', sourceId)
      .where('kind', '=', kind)
      .where('reversesId', 'is', null)
      .executeTakeFirst()
  )?.id

/** Sums of one kind, district and month. A person counts where entries less reversals leave something. */
export interface Sum {
  kind: string
  counts: EntryRow['counts']
  district: string | null
  month: string
  entries: number
  count: number
  amountFen: number
  persons: number
  organisations: number
}

export async function sumEntries(tx: Tx, city: string, filter: EntryFilter): Promise<Sum[]> {
  const month = sql<string>`to_char(e.occurred_on, 'YYYY-MM')`
  const left = sql<SqlBool>`net > 0`
  const perSubject = filtered(tx, city, filter)
    .groupBy(['e.kind', 'e.counts', 'e.district', month, 'e.personPseudonym', 'e.organisationId'])
    .select(({ fn }) => [
      'e.kind',
      'e.counts',
      'e.district',
      month.as('month'),
      'e.personPseudonym',
      'e.organisationId',
      fn.countAll<number>().as('entries'),
      fn.sum<number>('e.count').as('net'),
      fn.sum<number>(sql`coalesce(e.amount_fen, 0)`).as('amountFen'),
    ])
  return tx
    .selectFrom(perSubject.as('s'))
    .groupBy(['kind', 'counts', 'district', 'month'])
    .select(({ fn }) => [
      'kind',
      'counts',
      'district',
      'month',
      fn.sum<number>('entries').as('entries'),
      fn.sum<number>('net').as('count'),
      fn.sum<number>('amountFen').as('amountFen'),
      fn.count<number>('personPseudonym').distinct().filterWhere(left).as('persons'),
      fn.count<number>('organisationId').distinct().filterWhere(left).as('organisations'),
    ])
    .orderBy('kind')
    .orderBy('month')
    .orderBy('district')
    .execute()
}
