import { type Connection, inTransaction, type Migration, migrate, migrations } from '../database/index.ts'
import type { FileStore } from '../files/index.ts'
import { type BackupNeeds, type BackupSummary, keyMark } from './backup.ts'
import { BackupRefused, contentOf, type Header, inspectBackup, sha256, type TableStart } from './format.ts'
import { PLAIN_TEXT, summarise, type Table, type TableSummary, tablesOf } from './tables.ts'

export interface RestoreOptions {
  /** Go on although sealed fields (phones, resident ids) cannot be read with the present key. */
  acceptOtherKey?: boolean
}

/** The migrations the backup was made under, as this program has them. */
function migrationsOf({ migrations: wanted }: Header): Migration[] {
  const known = new Map(migrations().map((migration) => [migration.name, migration]))
  return wanted.map(({ name, sha256 }) => {
    const migration = known.get(name)
    if (migration?.sha256 !== sha256) throw new BackupRefused('unknownMigration', name)
    return migration
  })
}

/** No row in any table, and no migration beyond those of the backup. */
async function refuseUnlessEmpty(connection: Connection, { migrations: wanted }: Header): Promise<void> {
  const { rows } = await connection.query(`select to_regclass('platform.migration') is not null as migrated`, [])
  if (!rows[0]!['migrated']) return
  const applied = await connection.query('select name from platform.migration', [])
  const names = new Set(wanted.map(({ name }) => name))
  for (const { name } of applied.rows)
    if (!names.has(name as string)) throw new BackupRefused('notEmpty', name as string)
  for (const { name } of await tablesOf(connection)) {
    const found = await connection.query(`select 1 from ${name} limit 1`, [])
    if (found.rows.length) throw new BackupRefused('notEmpty', name)
  }
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Rows come table by table and may point at later ones: foreign keys stand aside and are proved again at the end. */
async function withoutForeignKeys<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const { rows } = await connection.query(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where contype = 'f' and conparentid = 0 and n.nspname not in ('queue', 'pg_catalog') order by 1, 2`,
    [],
  )
  const keys = rows as unknown as ForeignKey[]
  for (const { table, name } of keys) await connection.exec(`alter table ${table} drop constraint ${name}`)
  const result = await work()
  for (const { table, name, definition } of keys)
    await connection.exec(`alter table ${table} add constraint ${name} ${definition}`)
  return result
}

const MOST_ROWS = 500
const MOST_CHARACTERS = 1_000_000

/** Rows on their way into one table. One parameter holds them all, every value as text. */
class Filling {
  readonly #connection: Connection
  readonly #statement: string
  #rows: (string | null)[][] = []
  #characters = 0

  constructor(connection: Connection, { table, columns }: TableStart) {
    this.#connection = connection
    const names = columns.map(({ name }) => name).join(', ')
    const values = columns.map(({ type }, place) => `(row ->> ${place})::${type}`).join(', ')
    this.#statement = `insert into ${table} (${names}) overriding system value
      select ${values} from json_array_elements($1::text::json) as rows(row)`
  }

  async add(row: (string | null)[]): Promise<void> {
    this.#rows.push(row)
    for (const value of row) this.#characters += value?.length ?? 4
    if (this.#rows.length >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#rows.length) await this.#connection.query(this.#statement, [JSON.stringify(this.#rows)])
    this.#rows = []
    this.#characters = 0
  }
}

interface Loaded {
  tables: TableSummary[]
  files: number
}

async function keepFile(files: FileStore, hash: string, base64: string): Promise<void> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  if (sha256().update(bytes).digest('hex') !== hash) throw new BackupRefused('fileLost', hash)
  await files.put(hash, bytes)
}

/** Puts every row and file where it belongs; what the backup says each table holds. */
async function load(connection: Connection, files: FileStore, path: string, known: readonly Table[]): Promise<Loaded> {
  const loaded: Loaded = { tables: [], files: 0 }
  const names = new Set(known.map(({ name }) => name))
  let filling: Filling | undefined
  for await (const line of contentOf(path)) {
    if (Array.isArray(line)) await filling!.add(line)
    else if ('table' in line) {
      if (!names.has(line.table)) throw new BackupRefused('differs', line.table)
      filling = new Filling(connection, line)
    } else if ('endOf' in line) {
      await filling!.flush()
      loaded.tables.push({ table: line.endOf, rows: line.rows, sha256: line.sha256 })
    } else if ('file' in line) {
      await keepFile(files, line.file, line.base64)
      loaded.files++
    }
  }
  return loaded
}

/** New rows are numbered after those that came. */
async function advanceIdentities(connection: Connection, tables: readonly Table[]): Promise<void> {
  for (const { name, columns } of tables)
    for (const column of columns.filter(({ isIdentity }) => isIdentity))
      await connection.query(
        `select setval(pg_get_serial_sequence($1, $2), greatest(max(${column.name}), 1), max(${column.name}) is not null) from ${name}`,
        [name, column.name],
      )
}

/** Reads every table again: rows and hash must be those of the backup, no table more and none less. */
async function compare(connection: Connection, tables: readonly Table[], wanted: readonly TableSummary[]) {
  const expected = new Map(wanted.map((summary) => [summary.table, summary]))
  for (const table of tables) {
    const found = await summarise(connection, table)
    const said = expected.get(table.name)
    if (said?.rows !== found.rows || said.sha256 !== found.sha256) throw new BackupRefused('differs', table.name)
  }
}

/**
 * Fills an empty database from a backup, in one transaction: all of it or nothing. The migrations of the backup come
 * first, then its rows, then the migrations made since. Waiting work of the queue is not restored, so that nothing of
 * the past is sent again; repeated work is scheduled when the server starts.
 * @returns what was restored: read again and equal to the backup table by table
 * @throws BackupRefused for each problem; the database is then as before, apart from empty tables
 */
export async function restore(
  needs: BackupNeeds,
  path: string,
  { acceptOtherKey = false }: RestoreOptions = {},
): Promise<BackupSummary> {
  const header = await inspectBackup(path)
  const before = migrationsOf(header)
  if (header.keyMark !== keyMark(needs) && !acceptOtherKey) throw new BackupRefused('otherKey')
  const { database, files } = needs
  await database.asOwner((connection) => inTransaction(connection, async () => refuseUnlessEmpty(connection, header)))
  await migrate(database, before)
  const restored = await database.asOwner((connection) =>
    inTransaction(
      connection,
      async () => {
        const tables = await tablesOf(connection)
        const loaded = await withoutForeignKeys(connection, () => load(connection, files, path, tables))
        await advanceIdentities(connection, tables)
        await compare(connection, tables, loaded.tables)
        return loaded
      },
      PLAIN_TEXT,
    ),
  )
  await migrate(database)
  // Whoever accepts another key begins with it: what the old one sealed stays shut.
  if (header.keyMark !== keyMark(needs))
    await database.asOwner((connection) => connection.exec('delete from platform.data_key'))
  return restored
}
