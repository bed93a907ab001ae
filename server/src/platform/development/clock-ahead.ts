import type { Connection, Database } from '../database/index.ts'

/** The records were kept under a clock that was further ahead than the one of the settings. */
export class ClockBehind extends Error {
  override readonly name = 'ClockBehind'
  readonly days: number
  constructor(days: number) {
    super(`the clock of these records is ${days} days ahead`)
    this.days = days
  }
}

/** The records are those of a server in use, whose clock is never put ahead. */
export class ClockOfUse extends Error {
  override readonly name = 'ClockOfUse'
}

interface Kept {
  daysAhead: number
  inUse: boolean
}

/** Undefined before the first migration. */
async function keptIn(connection: Connection): Promise<Kept | undefined> {
  const [table] = (await connection.query(`select to_regclass('platform.clock') is not null as there`, [])).rows
  if (!table?.['there']) return undefined
  const { rows } = await connection.query('select days_ahead, in_use from platform.clock', [])
  return { daysAhead: Number(rows[0]?.['days_ahead'] ?? 0), inUse: rows[0]?.['in_use'] === true }
}

const note = (connection: Connection, daysAhead: number) =>
  connection.query(
    `insert into platform.clock as kept (days_ahead) values ($1)
     on conflict (single) do update set days_ahead = excluded.days_ahead where kept.days_ahead < excluded.days_ahead`,
    [daysAhead],
  )

/**
 * Time goes forward only: what was decided, sealed and paid would lie in the future. Whoever opens the records with a
 * clock ahead leaves a note of it, before anything is written under it.
 * @throws ClockBehind, ClockOfUse
 */
export async function openClock(connection: Connection, daysAhead: number): Promise<void> {
  const kept = await keptIn(connection)
  if (!kept) return
  if (kept.daysAhead > daysAhead) throw new ClockBehind(kept.daysAhead)
  if (daysAhead === 0) return
  if (kept.inUse) throw new ClockOfUse()
  await note(connection, daysAhead)
}

/** Notes under which clock a server begins, once its tables are there: a server in use keeps every clock ahead out. */
export const beginClock = (
  database: Database,
  { CLOCK_AHEAD, DEVELOPMENT }: { CLOCK_AHEAD: number; DEVELOPMENT: boolean },
): Promise<void> =>
  database.asOwner(async (connection) => {
    if (CLOCK_AHEAD > 0) await note(connection, CLOCK_AHEAD)
    if (DEVELOPMENT) return
    await connection.query(
      'insert into platform.clock (in_use) values (true) on conflict (single) do update set in_use = true',
      [],
    )
  })

/** Makes up for the nights that a clock put ahead has skipped; once, also where a start before this one broke off. */
export async function catchUp(database: Database, work: () => Promise<void>): Promise<void> {
  const skipped = await database.asOwner((connection) =>
    connection.query('select days_ahead from platform.clock where caught_up < days_ahead', []),
  )
  const days = skipped.rows[0]?.['days_ahead']
  if (days === undefined) return
  await work()
  await database.asOwner((connection) => connection.query('update platform.clock set caught_up = $1', [Number(days)]))
}
