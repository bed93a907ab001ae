import { type Limit, platformFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { PlatformTables } from '../tables.ts'

/**
 * Counts a call in its window. The count is committed by itself, so a refused request is counted too, and it is held
 * in the database, so all processes share it.
 * @throws platform.tooManyRequests with the seconds until the window ends
 */
export async function count(
  database: Database,
  city: string,
  bucket: string,
  { times, seconds }: Limit,
  now: Date,
): Promise<void> {
  const start = Math.floor(now.getTime() / 1000 / seconds) * seconds
  const windowStart = new Date(start * 1000)
  const { used } = await database.transaction({ kind: 'system', city }, (tx) =>
    tx
      .withTables<PlatformTables>()
      .insertInto('platform.rateLimit')
      .values({ city, bucket, windowStart, used: 1 })
      .onConflict((conflict) =>
        conflict.columns(['city', 'bucket', 'windowStart']).doUpdateSet({ used: sql`platform.rate_limit.used + 1` }),
      )
      .returning('used')
      .executeTakeFirstOrThrow(),
  )
  if (used > times)
    throw new AppError(platformFailures.tooManyRequests, {
      seconds: start + seconds - Math.floor(now.getTime() / 1000),
    })
}
