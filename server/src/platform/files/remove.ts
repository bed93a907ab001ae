import { outside } from '../clock.ts'
import { type Connection, inTransaction, type Tx } from '../database/index.ts'
import type { JobDefinition, Jobs } from '../jobs/index.ts'
import type { Services } from '../services.ts'
import type { PlatformTables } from '../tables.ts'
import { LOCK } from './files.ts'

const REMOVE_BYTES = 'platform.removeBytes'
const DAY = 86_400_000
const ASKED_AT_ONCE = 500

/** Has bytes removed once the caller's transaction is committed, unless another record has the same. */
export const removeBytes = ({ tx, jobs }: { tx: Tx; jobs: Jobs }, sha256: string): Promise<void> =>
  jobs.send(tx, REMOVE_BYTES, { sha256 })

/** Takes a kept file away, with its bytes. */
export async function removeFile({ tx, city, jobs }: { tx: Tx; city: string; jobs: Jobs }, id: string): Promise<void> {
  const removed = await tx
    .withTables<PlatformTables>()
    .deleteFrom('platform.file')
    .where('city', '=', city)
    .where('id', '=', id)
    .returning('sha256')
    .execute()
  for (const { sha256 } of removed) await removeBytes({ tx, jobs }, sha256)
}

/** Of these hashes those that no record names. */
async function unnamed(connection: Connection, hashes: readonly string[]): Promise<string[]> {
  const { rows } = await connection.query(
    `select hash from unnest($1::text[]) hash where not exists (select from platform.file where sha256 = hash)`,
    [hashes],
  )
  return rows.map(({ hash }) => hash as string)
}

/** Waits for uploads of the same bytes that are under way, and lets new ones wait: they put the bytes down again. */
const removeUnnamed = ({ database, files }: Services, sha256: string): Promise<void> =>
  database.asOwner((connection) =>
    inTransaction(connection, async () => {
      await connection.query(`select pg_advisory_xact_lock(${LOCK}, hashtext($1))`, [sha256])
      for (const hash of await unnamed(connection, [sha256])) await files.remove(hash)
    }),
  )

/** Removes bytes that no record names and that lie there for a day: their transaction failed. */
async function sweep(services: Services): Promise<void> {
  const { database, files, clock, config } = services
  const before = new Date(outside(clock.now(), config.CLOCK_AHEAD).getTime() - DAY)
  const look = async (hashes: readonly string[]) => {
    for (const hash of await database.asOwner((connection) => unnamed(connection, hashes)))
      await removeUnnamed(services, hash)
  }
  let batch: string[] = []
  for await (const hash of files.putBefore(before)) {
    if (batch.push(hash) < ASKED_AT_ONCE) continue
    await look(batch)
    batch = []
  }
  await look(batch)
}

export const fileJobs = (services: Services): readonly JobDefinition[] => [
  { name: REMOVE_BYTES, run: ({ sha256 }) => removeUnnamed(services, sha256 as string) },
  { name: 'platform.sweepFiles', cron: '10 4 * * *', run: () => sweep(services) },
]
