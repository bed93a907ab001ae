import { platformFailures } from '@renshu/contracts'
import type { Insertable } from 'kysely'
import type { Tx } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { PlatformTables } from '../tables.ts'

export type Trace = Insertable<PlatformTables['platform.trace']>

export interface Write {
  city: string
  /** The person in whose name it is done. */
  caller: string
  key: string
  route: string
  /** Address and body. */
  sent: Uint8Array
  now: Date
}

/** By the key in use, then by those before it. */
const macsOf = (secrets: Secrets, sent: Uint8Array): string[] =>
  secrets.blinds('idempotency', Buffer.from(sent).toString('base64'))

const forget = (tx: Tx, { city, caller, key }: Write) =>
  tx
    .withTables<PlatformTables>()
    .deleteFrom('platform.idempotency')
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute()

/**
 * The answer this write got before; undefined for a new one.
 * @throws platform.keyReused when the key came with another request before
 */
export async function answerBefore(
  tx: Tx,
  secrets: Secrets,
  { city, caller, key, route, sent }: Write,
): Promise<{ answer: unknown } | undefined> {
  const before = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.idempotency')
    .select(['route', 'bodyMac', 'answerSealed'])
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!before) return undefined
  if (before.route !== route || !macsOf(secrets, sent).includes(before.bodyMac))
    throw new AppError(platformFailures.keyReused)
  return { answer: JSON.parse(secrets.open(before.answerSealed!)) as unknown }
}

/**
 * Runs a write once: a second request with the same key waits for the first and gets its answer.
 * @param trace who did it, kept with the answer
 * @throws platform.keyReused when the key came with another request before
 */
export async function once(
  tx: Tx,
  secrets: Secrets,
  write: Write,
  work: () => Promise<unknown>,
  trace: () => Trace,
): Promise<unknown> {
  const db = tx.withTables<PlatformTables>()
  const { city, caller, key, route } = write
  const bodyMac = macsOf(secrets, write.sent)[0]!
  const inserted = await db
    .insertInto('platform.idempotency')
    .values({ city, caller, key, route, bodyMac, answerSealed: null, createdAt: write.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return (await answerBefore(tx, secrets, write))!.answer
  const answer = await work().catch(async (error: unknown) => {
    // A failure whose traces stay commits: its key must be as free as that of any other failure.
    if (error instanceof AppError && error.failure.keep) await forget(tx, write)
    throw error
  })
  await db
    .with('traced', (one) => one.insertInto('platform.trace').values(trace()))
    .updateTable('platform.idempotency')
    .set({ answerSealed: secrets.seal(JSON.stringify(answer)) })
    .where('city', '=', city)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute()
  return answer
}
