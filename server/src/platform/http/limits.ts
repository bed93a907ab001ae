import { type Limit, platformFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/index.ts'
import { dayOf } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { PlatformTables } from '../tables.ts'
import type { Context } from './context.ts'

/** A city's count of something, `bucket` naming what and whose. */
interface Counted {
  city: string
  bucket: string
  limit: Limit
  now: Date
}

/** Counts once more; undefined within the limit, past it the seconds until its window ends. */
async function add(tx: Tx, { city, bucket, limit: { times, seconds }, now }: Counted): Promise<number | undefined> {
  const start = Math.floor(now.getTime() / 1000 / seconds) * seconds
  const { used } = await tx
    .withTables<PlatformTables>()
    .insertInto('platform.rateLimit')
    .values({ city, bucket, windowStart: new Date(start * 1000), used: 1 })
    .onConflict((conflict) =>
      conflict.columns(['city', 'bucket', 'windowStart']).doUpdateSet({ used: sql`platform.rate_limit.used + 1` }),
    )
    .returning('used')
    .executeTakeFirstOrThrow()
  return used > times ? start + seconds - Math.floor(now.getTime() / 1000) : undefined
}

/** Of an instant its hour and minute in Beijing, `09:40`; with the day where that is not today, `03-02 09:40`. */
function hourOf(instant: Date, now: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('T', ' ')
  return local.slice(dayOf(instant) === dayOf(now) ? 11 : 5, 16)
}

const refused = (wait: number, now: Date) =>
  new AppError(platformFailures.tooManyRequests, {
    seconds: wait,
    at: hourOf(new Date(now.getTime() + wait * 1000), now),
  })

/**
 * Counts a call in its window. The count is committed by itself, so a refused request is counted too, and it is held
 * in the database, so all processes share it.
 * @param bucketIn what is counted, and whose, found out in scope `system`
 * @throws platform.tooManyRequests with the time at which the window ends, and the seconds until then
 */
export async function count(
  database: Database,
  counted: Omit<Counted, 'bucket'>,
  bucketIn: (tx: Tx) => Promise<string>,
): Promise<void> {
  const wait = await database.transaction({ kind: 'system', city: counted.city }, async (tx) =>
    add(tx, { ...counted, bucket: await bucketIn(tx) }),
  )
  if (wait !== undefined) throw refused(wait, counted.now)
}

/**
 * Counts what a request does to somebody, whoever asks: the count stays when the request succeeds.
 * @throws platform.tooManyRequests with the time at which the window ends, and the seconds until then
 */
export async function countWithin(
  { tx, city, now, asSystem }: Pick<Context, 'tx' | 'city' | 'now' | 'asSystem'>,
  bucket: string,
  limit: Limit,
): Promise<void> {
  const wait = await asSystem(() => add(tx, { city, bucket, limit, now: now() }))
  if (wait !== undefined) throw refused(wait, now())
}
