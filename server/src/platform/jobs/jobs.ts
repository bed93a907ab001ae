import PgBoss from 'pg-boss'
import type { Connection, Database, Tx } from '../database/index.ts'
import { type Log, outlineOf } from '../log.ts'
import { sql } from 'kysely'

/** Work done later: `data` is plain JSON with ids, never texts or phones. */
export interface JobDefinition {
  name: string
  /** Runs at least once; on failure again after 30 s, 60 s, 120 s …, five times. `ending` says that the process stops. */
  run: (data: Record<string, unknown>, ending?: AbortSignal) => Promise<void>
  /** Five fields of cron in Beijing time, for work that repeats. */
  cron?: string
}

export interface Jobs {
  /** Queues work in the caller's transaction: it exists when the transaction commits. `after` in seconds. */
  send: (tx: Tx, name: string, data: Record<string, unknown>, after?: number) => Promise<void>
  /** Takes every job whose data say `about` out of the queue, done or not, in the caller's transaction. */
  forget: (tx: Tx, about: string) => Promise<void>
  start: (definitions: readonly JobDefinition[]) => Promise<void>
  /** Queues everything that repeats once, for days that were skipped. */
  catchUp: () => Promise<void>
  stop: () => Promise<void>
}

const SCHEMA = 'queue'
const RETRY = { retryLimit: 5, retryDelay: 30, retryBackoff: true }
/** What this process sends it takes up at once; asking is for jobs of other processes, of the clock, and tried again. */
const EACH = { batchSize: 1, pollingIntervalSeconds: 5 }
/** Seconds after which a job is found by asking: nobody notices some seconds more. */
const LONGEST_BELL = 600
/** By its offset, which does not change: by its name each look at the schedules costs four times as much. */
const BEIJING = 'UTC+8'
const GRANTS = `
  grant usage on schema ${SCHEMA} to renshu_app;
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to renshu_app;
  alter default privileges in schema ${SCHEMA} grant select, insert, update, delete on tables to renshu_app`

/** pg-boss speaks through the connection it is given: several statements at once, or one with values. */
async function execute(connection: Connection, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  if (values.length) return connection.query(text, values)
  if (/;\s*\S/.test(text)) {
    await connection.exec(text)
    return { rows: [] }
  }
  return connection.query(text, [])
}

/** pg-boss inside somebody's transaction. */
const inside = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    const { rows } = await tx.executeQuery({ ...sql.raw(text).compile(tx), sql: text, parameters: values })
    return { rows: rows as never[] }
  },
})

/**
 * pg-boss on its own. It says without waiting that a job failed: where that is after the end, the database may be closed,
 * and the job is tried again by the next process.
 */
const around = (database: Database, ending: AbortSignal) => ({
  async executeSql(text: string, values?: unknown[]) {
    try {
      return (await database.asOwner((connection) => execute(connection, text, values))) as { rows: never[] }
    } catch (error) {
      if (!ending.aborted) throw error
      return { rows: [{ count: 0 }] as never[] }
    }
  },
})

/** Lets the workers of this process know what was sent here, so that they need not ask all the time. */
function bellOf(database: Database) {
  const wakers = new Map<string, () => void>()
  /** Sent, and perhaps committed by now. */
  const sent = new Set<string>()
  const stop = database.onCommit(() => {
    for (const name of sent) wakers.get(name)?.()
    sent.clear()
  })
  const ring = (name: string, after: number): void => {
    if (after === 0) sent.add(name)
    else if (after < LONGEST_BELL) setTimeout(() => wakers.get(name)?.(), after * 1000).unref()
  }
  return { wakers, ring, stop }
}

/** The queue in the database, shared by all processes. */
export function openJobs(database: Database, log: Log): Jobs {
  const ending = new AbortController()
  const boss = new PgBoss({ db: around(database, ending.signal), schema: SCHEMA })
  boss.on('error', (error) => log.error(outlineOf(error), 'job queue'))
  const bell = bellOf(database)

  const begin = async ({ name, run, cron }: JobDefinition): Promise<void> => {
    await boss.createQueue(name, { name, ...RETRY })
    const worker = await boss.work<Record<string, unknown>>(name, EACH, async ([job]) => {
      // Then the next one at once: pausing between jobs would send one message a second.
      boss.notifyWorker(worker)
      if (job) await run(job.data, ending.signal)
    })
    bell.wakers.set(name, () => boss.notifyWorker(worker))
    if (cron) await boss.schedule(name, cron, {}, { tz: BEIJING })
  }
  return {
    async send(tx, name, data, after = 0) {
      if (!bell.wakers.has(name)) throw new RangeError(`no job ${name}`)
      await boss.send(name, data, { ...RETRY, startAfter: after, db: inside(tx) })
      bell.ring(name, after)
    },
    async forget(tx, about) {
      for (const table of ['job', 'archive'])
        await sql`delete from ${sql.table(`${SCHEMA}.${table}`)} where data ->> 'about' = ${about}`.execute(tx)
    },
    async start(definitions) {
      await boss.start()
      await database.asOwner((connection) => connection.exec(GRANTS))
      for (const definition of definitions) await begin(definition)
      await database.asOwner((connection) => connection.exec(GRANTS))
    },
    async catchUp() {
      for (const { name } of await boss.getSchedules()) await boss.send(name, {}, RETRY)
    },
    stop() {
      bell.stop()
      ending.abort()
      return boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
