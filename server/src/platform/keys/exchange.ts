import { type Connection, inTransaction } from '../database/index.ts'
import { indexKeyOf, keyIdOf } from '../secrets/secrets.ts'
import type { Services } from '../services.ts'
import { type KnownKey, knownKeys, WrongDataKey } from './data-keys.ts'
import { resealMessages } from './queue.ts'
import { resealTable } from './reseal-table.ts'
import type { SealedTable, Sealing } from './sealed-table.ts'

type Needs = Pick<Services, 'database' | 'secrets' | 'clock'>

export interface Resealed {
  /** Rows read, and rows that had to be sealed or marked anew. */
  rows: number
  changed: number
}

/** Called after each batch, which is committed by then. */
export type OnBatch = (done: Resealed & { table: string }) => void | Promise<void>

/** Any number that all servers of this product agree on. */
const LOCK = 7_364_005

/** The key in use before this exchange: the last one known, or where none was noted the only one given. */
function formerOf(known: readonly KnownKey[], keyId: string, older: readonly Buffer[]): Buffer | undefined {
  const last = known.at(-1)
  if (last?.id === keyId) return undefined
  if (known.some(({ id }) => id === keyId)) throw new WrongDataKey('former')
  const former = last ? older.find((key) => keyIdOf(key) === last.id) : older.length === 1 ? older[0] : undefined
  if (!former) throw new WrongDataKey('unknown')
  return former
}

/** Notes the new key as the one in use, not done; keeps what the one before marked with. A second time does nothing. */
async function begin(connection: Connection, { secrets, clock }: Needs, older: readonly Buffer[]): Promise<void> {
  const known = await knownKeys(connection)
  const former = formerOf(known, secrets.keyId, older)
  if (!former) return
  const now = clock.now().toISOString()
  const last = known.at(-1)?.number ?? 1
  const insert = `insert into platform.data_key (number, id, begun_at, done_at) values ($1, $2, $3, $4)`
  if (!known.length) await connection.query(insert, [1, keyIdOf(former), now, now])
  for (const { number, indexSealed } of known)
    if (indexSealed) await keepIndex(connection, number, secrets.seal(secrets.open(indexSealed)))
  await keepIndex(connection, last, secrets.seal(indexKeyOf(former).toString('hex')))
  await connection.query(insert, [last + 1, secrets.keyId, now, null])
}

const keepIndex = (connection: Connection, number: number, sealed: string) =>
  connection.query('update platform.data_key set index_sealed = $2 where number = $1', [number, sealed])

async function resealTables(needs: Needs, tables: readonly SealedTable[], onBatch: OnBatch): Promise<Resealed> {
  const all: Resealed = { rows: 0, changed: 0 }
  for (const table of tables)
    await needs.database.asOwner(async (connection) => {
      const batches = resealTable(connection, needs.secrets, table, (work) => inTransaction(connection, work))
      for await (const { rows, changed } of batches) {
        all.rows += rows
        all.changed += changed
        await onBatch({ ...all, table: table.table })
      }
    })
  return all
}

/**
 * Seals every sensitive field with the key of the settings and makes the blind indexes anew, in batches of one
 * transaction each: broken off, it goes on where it was. No process of the platform may run meanwhile, and none starts
 * until it is done.
 * @param older the keys before, among them the one in use
 * @throws WrongDataKey where the key in use is not among them, or the new one has been in use before; what the database
 * refuses
 */
export async function exchangeKey(
  needs: Needs,
  older: readonly Buffer[],
  { tables, dropped = [] }: Sealing,
  onBatch: OnBatch = () => {},
): Promise<Resealed> {
  const { database, secrets, clock } = needs
  await database.asOwner((connection) =>
    inTransaction(connection, async () => {
      await connection.query('select pg_advisory_xact_lock($1)', [LOCK])
      await begin(connection, needs, older)
      for (const table of dropped) await connection.exec(`delete from ${table}`)
      await resealMessages(connection, secrets)
    }),
  )
  const all = await resealTables(needs, tables, onBatch)
  await database.asOwner((connection) =>
    connection.query('update platform.data_key set done_at = $2 where id = $1 and done_at is null', [
      secrets.keyId,
      clock.now().toISOString(),
    ]),
  )
  return all
}
