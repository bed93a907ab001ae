import { sql } from 'kysely'
import { insertMany } from '../bulk/index.ts'
import type { Database, Tx } from '../database/index.ts'
import { type Log, outlineOf } from '../log.ts'
import type { PlatformTables } from '../tables.ts'

/** Something that happened, told after its transaction: `kind` is `module.pastTense`, `payload` holds ids. */
export interface Event {
  city: string
  kind: string
  payload: Record<string, unknown>
  happenedAt: Date
}

/** Tells what happened in the transaction that made it true. */
export async function emit(tx: Tx, event: Event): Promise<void> {
  await tx
    .withTables<PlatformTables>()
    .insertInto('platform.outbox')
    .values({ ...event, payload: JSON.stringify(event.payload) })
    .execute()
}

/** The same of many at once, with few statements. */
export const emitMany = (tx: Tx, events: readonly Event[]): Promise<void> => insertMany(tx, 'platform.outbox', events)

/** A place in the outbox: everything up to it has been read. */
export interface Position {
  xid: string
  seq: number
}

export type Told = Event & { position: Position }

/** Events after `position`, oldest first. Only transactions older than every open one are read, so none is skipped. */
export async function readOutbox(tx: Tx, position: Position, most: number): Promise<Told[]> {
  const rows = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.outbox')
    .select(['seq', sql<string>`xid::text`.as('xid'), 'city', 'kind', 'payload', 'happenedAt'])
    .where(sql<boolean>`(xid, seq) > (${position.xid}::xid8, ${position.seq})`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy(sql`outbox.xid`)
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(({ seq, xid, payload, ...event }) => ({
    ...event,
    payload: payload as Record<string, unknown>,
    position: { xid, seq },
  }))
}

/** Who must hear of every event, once and in order: `hear` runs in the transaction that moves the cursor. */
export interface Subscriber {
  name: string
  kinds: readonly string[]
  hear: (tx: Tx, event: Event) => Promise<void>
}

/** What a subscriber could not take; the events after it wait. */
class Unheard extends Error {
  readonly event: Told
  constructor(event: Told, cause: unknown) {
    super('unheard', { cause })
    this.event = event
  }
}

const outlineOfUnheard = (error: unknown): Record<string, unknown> =>
  error instanceof Unheard
    ? { event: error.event.kind, seq: error.event.position.seq, ...outlineOf(error.cause) }
    : outlineOf(error)

/** Tries in a row after which a subscriber is stuck rather than late: about a minute. */
const STUCK_AFTER = 6

/** Names of subscribers that do not get past an event; what comes after it waits for them. */
export async function stuckSubscribers(tx: Tx): Promise<string[]> {
  const rows = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.subscription')
    .select('name')
    .where('failures', '>=', STUCK_AFTER)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

const BATCH = 100
const LONGEST_PAUSE = 300

/** Whoever has heard nothing yet, or not of everything: looked up without writing, since every write wakes all mirrors. */
async function waiting(database: Database, subscribers: readonly Subscriber[]): Promise<Subscriber[]> {
  const upToDate = await database.transaction(
    { kind: 'system', city: '000000' },
    (tx) =>
      tx
        .withTables<PlatformTables>()
        .selectFrom('platform.subscription')
        .select('name')
        .where(
          sql<boolean>`not exists (select from platform.outbox told where (told.xid, told.seq) > (subscription.xid, subscription.seq)
            and told.xid < pg_snapshot_xmin(pg_current_snapshot()))`,
        )
        .execute(),
    true,
  )
  const names = new Set(upToDate.map(({ name }) => name))
  return subscribers.filter(({ name }) => !names.has(name))
}

/** Takes one batch for one subscriber; how many events it moved past. */
async function deliver(database: Database, subscriber: Subscriber, now: Date): Promise<number> {
  return database.transaction({ kind: 'system', city: '000000' }, async (tx, rescope) => {
    const db = tx.withTables<PlatformTables>()
    const { name } = subscriber
    await db
      .insertInto('platform.subscription')
      .values({ name, xid: '0', seq: 0, retryAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const cursor = await db
      .selectFrom('platform.subscription')
      .select([sql<string>`xid::text`.as('xid'), 'seq', 'retryAt', 'failures'])
      .where('name', '=', name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!cursor || (cursor.retryAt && cursor.retryAt > now)) return 0
    // After a failure one by one, so that what lies before the event it stands at is not undone with it.
    const events = await readOutbox(tx, cursor, cursor.failures > 0 ? 1 : BATCH)
    for (const event of events)
      if (subscriber.kinds.includes(event.kind)) {
        await rescope({ kind: 'system', city: event.city })
        await subscriber.hear(tx, event).catch((error: unknown) => {
          throw new Unheard(event, error)
        })
      }
    const last = events.at(-1)?.position
    if (last)
      await db
        .updateTable('platform.subscription')
        .set({ ...last, failures: 0, retryAt: null })
        .where('name', '=', name)
        .execute()
    return events.length
  })
}

/** A subscriber that fails is asked again after 1, 2, 4 … 300 s; the events wait for it. How often it failed in a row. */
async function postpone(database: Database, name: string, now: Date): Promise<number> {
  return database.transaction({ kind: 'system', city: '000000' }, async (tx) => {
    const db = tx.withTables<PlatformTables>()
    const { failures } = await db
      .insertInto('platform.subscription')
      .values({ name, xid: '0', seq: 0, failures: 1, retryAt: null })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ failures: sql`subscription.failures + 1` }))
      .returning('failures')
      .executeTakeFirstOrThrow()
    const retryAt = new Date(now.getTime() + Math.min(2 ** (failures - 1), LONGEST_PAUSE) * 1000)
    await db.updateTable('platform.subscription').set({ retryAt }).where('name', '=', name).execute()
    return failures
  })
}

/** Brings every subscriber up to date; true when anything was told. */
export async function deliverAll(
  database: Database,
  subscribers: readonly Subscriber[],
  log: Log,
  now: () => Date,
): Promise<boolean> {
  let told = false
  for (const subscriber of await waiting(database, subscribers))
    try {
      for (let moved = BATCH; moved === BATCH; told ||= moved > 0) moved = await deliver(database, subscriber, now())
    } catch (error) {
      const failures = await postpone(database, subscriber.name, now())
      log.error({ subscriber: subscriber.name, failures, ...outlineOfUnheard(error) }, 'delivery failed')
    }
  return told
}
