import { platformFailures } from '@renshu/contracts'
import type { Tx } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import type { PlatformTables } from '../tables.ts'

export interface Write {
  city: string
  /** Person or address. */
  caller: string
  key: string
  route: string
  /** In whose name, address and body. */
  sent: Uint8Array
  now: Date
}

const forget = (tx: Tx, { city, caller, key }: Write) =>
  tx
    .withTables<PlatformTables>()
    .deleteFrom('platform.idempotency')
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute()

/**
 * Runs a write once: a second request with the same key waits for the first and gets its answer.
 * @throws platform.keyReused when the key came with another request before
 */
export async function once(tx: Tx, secrets: Secrets, write: Write, work: () => Promise<unknown>): Promise<unknown> {
  const db = tx.withTables<PlatformTables>()
  const { city, caller, key, route } = write
  const bodyMac = secrets.blind('idempotency', Buffer.from(write.sent).toString('base64'))
  const inserted = await db
    .insertInto('platform.idempotency')
    .values({ city, caller, key, route, bodyMac, answerSealed: null, createdAt: write.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const before = await db
      .selectFrom('platform.idempotency')
      .select(['route', 'bodyMac', 'answerSealed'])
      .where('city', '=', city)
      .where('caller', '=', caller)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    if (before.route !== route || before.bodyMac !== bodyMac) throw new AppError(platformFailures.keyReused)
    return JSON.parse(secrets.open(before.answerSealed!))
  }
  const answer = await work().catch(async (error: unknown) => {
    // A failure whose traces stay commits: its key must be as free as that of any other failure.
    if (error instanceof AppError && error.failure.keep) await forget(tx, write)
    throw error
  })
  await db
    .updateTable('platform.idempotency')
    .set({ answerSealed: secrets.seal(JSON.stringify(answer)) })
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute()
  return answer
}
