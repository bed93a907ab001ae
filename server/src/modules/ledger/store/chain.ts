import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { BatchRow, EntryRow, LedgerTables } from '../tables.ts'

const batches = (tx: Tx, city: string) =>
  tx.withTables<LedgerTables>().selectFrom('ledger.batch').where('city', '=', city)

const entries = (tx: Tx, city: string) =>
  tx.withTables<LedgerTables>().selectFrom('ledger.entry').where('city', '=', city)

export const lastBatch = (tx: Tx, city: string): Promise<BatchRow | undefined> =>
  batches(tx, city).selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()

/** Batches after `number`, oldest first. */
export const batchesAfter = (tx: Tx, city: string, number: number, most: number): Promise<BatchRow[]> =>
  batches(tx, city).selectAll().where('number', '>', number).orderBy('number').limit(most).execute()

/** Newest first, those before `before` where it is given. */
export const listBatches = (tx: Tx, city: string, most: number, before?: number): Promise<BatchRow[]> =>
  batches(tx, city)
    .selectAll()
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(most)
    .execute()

export const countBatches = async (tx: Tx, city: string): Promise<number> =>
  (
    await batches(tx, city)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

export async function insertBatch(tx: Tx, batch: BatchRow): Promise<void> {
  await tx.withTables<LedgerTables>().insertInto('ledger.batch').values(batch).execute()
}

/** Number and hash of entries after `seq`, in order. */
export const hashesAfter = (
  tx: Tx,
  city: string,
  seq: number,
  most: number,
): Promise<{ seq: number; hash: string }[]> =>
  entries(tx, city).select(['seq', 'hash']).where('seq', '>', seq).orderBy('seq').limit(most).execute()

/** Whole entries after `seq`, in order. */
export const entriesAfter = (tx: Tx, city: string, seq: number, most: number): Promise<EntryRow[]> =>
  entries(tx, city).selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute()

export const countAfter = async (tx: Tx, city: string, seq: number): Promise<number> =>
  (
    await entries(tx, city)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('seq', '>', seq)
      .executeTakeFirstOrThrow()
  ).total

type VerificationRow = LedgerTables['ledger.verification']

export async function insertVerification(tx: Tx, verification: VerificationRow): Promise<void> {
  await tx.withTables<LedgerTables>().insertInto('ledger.verification').values(verification).execute()
}

export const lastVerification = (tx: Tx, city: string): Promise<VerificationRow | undefined> =>
  tx
    .withTables<LedgerTables>()
    .selectFrom('ledger.verification')
    .selectAll()
    .where('city', '=', city)
    .orderBy('verifiedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Gives up waiting for a lock after so many milliseconds, so that nobody queues long behind the waiting one. */
export async function waitAtMost(tx: Tx, milliseconds: number): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(milliseconds)}`.execute(tx)
}
