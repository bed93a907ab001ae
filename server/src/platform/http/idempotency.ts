import { createHash } from 'node:crypto'
import { platformFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { PlatformTables } from '../tables.ts'

export interface Write {
  city: string
  /** Person or address. */
  caller: string
  key: string
  route: string
  sent: Uint8Array
  now: Date
}

const hashOf = (sent: Uint8Array): string => createHash('sha256').update(sent).digest('hex')

/**
 * Runs a write once: a second request with the same key waits for the first and gets its answer.
 * @throws platform.keyReused when the key came with another request before
 */
export async function once(tx: Tx, write: Write, work: () => Promise<unknown>): Promise<unknown> {
  const db = tx.withTables<PlatformTables>()
  const { city, caller, key, route } = write
  const bodySha256 = hashOf(write.sent)
  const inserted = await db
    .insertInto('platform.idempotency')
    .values({ city, caller, key, route, bodySha256, status: 0, answer: sql`'null'::jsonb`, createdAt: write.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const mine = db
    .updateTable('platform.idempotency')
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const before = await db
      .selectFrom('platform.idempotency')
      .select(['route', 'bodySha256', 'answer'])
      .where('city', '=', city)
      .where('caller', '=', caller)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (before.route !== route || before.bodySha256 !== bodySha256) throw new AppError(platformFailures.keyReused)
    return before.answer
  }
  const answer = await work()
  await mine.set({ status: 200, answer: JSON.stringify(answer) }).execute()
  return answer
}
