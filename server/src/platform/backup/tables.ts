import type { Connection } from '../database/index.ts'
import { sha256 } from './format.ts'

export interface Column {
  name: string
  /** As PostgreSQL spells it, e.g. `timestamp(3) with time zone`. */
  type: string
  isIdentity: boolean
}

/** A table as the catalogue describes it. */
export interface Table {
  /** `schema.table`, quoted where PostgreSQL would. */
  name: string
  columns: Column[]
  /** Columns of the primary key; texts ordered by their bytes, so that every server gives the same order. */
  order: string
}

/** The queue makes its own tables; applied migrations stand in the header. */
const LEFT_OUT = `n.nspname not in ('pg_catalog', 'information_schema', 'queue') and n.nspname not like 'pg\\_%'
  and c.oid <> 'platform.migration'::regclass
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

const COLUMNS = `
  select c.oid::regclass::text as table, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attidentity <> '' as identity, array_position(i.indkey::int2[], a.attnum) as place, a.attcollation <> 0 as collated
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relkind = 'r' and ${LEFT_OUT}
  order by c.oid::regclass::text collate "C", a.attnum`

interface CatalogRow {
  table: string
  name: string
  type: string
  identity: boolean
  place: number | null
  collated: boolean
}

function tableOf(name: string, rows: readonly CatalogRow[]): Table {
  const keys = rows.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!)
  if (!keys.length) throw new Error(`table ${name} has no primary key`)
  return {
    name,
    columns: rows.map(({ name, type, identity }) => ({ name, type, isIdentity: identity })),
    order: keys.map(({ name, collated }) => (collated ? `${name} collate "C"` : name)).join(', '),
  }
}

/** Every table whose rows belong to the installation, by name. Run inside `inPlainText`. */
export async function tablesOf(connection: Connection): Promise<Table[]> {
  const { rows } = await connection.query(COLUMNS, [])
  const byTable = new Map<string, CatalogRow[]>()
  for (const row of rows as unknown as CatalogRow[]) byTable.set(row.table, [...(byTable.get(row.table) ?? []), row])
  return [...byTable].map(([name, columns]) => tableOf(name, columns))
}

/**
 * Places in the outbox are transaction numbers of one database server; on another one they would lie in the future and
 * never be delivered. So the events are numbered anew in the order of delivery, as of transaction 0, and the cursors
 * of the subscribers point to the same events as before.
 */
const SOURCES: Partial<Record<string, string>> = {
  'platform.outbox': `(select row_number() over (order by xid, seq) as seq, '0'::xid8 as xid, city, kind, payload, happened_at from platform.outbox)`,
  'platform.subscription': `(select name, '0'::xid8 as xid,
    (select count(*) from platform.outbox o where (o.xid, o.seq) <= (s.xid, s.seq)) as seq, failures, retry_at from platform.subscription s)`,
}

/** Values as text that means the same on every server; names of tables always with their schema. */
export const PLAIN_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local search_path = pg_catalog;
  set local statement_timeout = 0; set local row_security = off`

const PAGE = 500

/** The rows of a table in the order of its key, by pages. */
async function* rowsOf(connection: Connection, { name, columns, order }: Table): AsyncGenerator<(string | null)[]> {
  const values = columns.map((column, place) => `${column.name}::text as v${place}`).join(', ')
  await connection.exec(
    `declare backup no scroll cursor for select ${values} from ${SOURCES[name] ?? name} as t order by ${order}`,
  )
  for (;;) {
    const { rows } = await connection.query(`fetch ${PAGE} from backup`, [])
    for (const row of rows) yield columns.map((_, place) => row[`v${place}`] as string | null)
    if (rows.length < PAGE) break
  }
  await connection.exec('close backup')
}

export interface TableSummary {
  table: string
  rows: number
  /** SHA-256 of the rows as they stand in a backup. */
  sha256: string
}

/** Reads a table to its end, giving each row as a line of a backup. */
export async function summarise(
  connection: Connection,
  table: Table,
  onRow: (line: string) => Promise<void> | void = () => {},
): Promise<TableSummary> {
  const hash = sha256()
  let rows = 0
  for await (const row of rowsOf(connection, table)) {
    const line = JSON.stringify(row)
    hash.update(`${line}\n`)
    rows++
    await onRow(line)
  }
  return { table: table.name, rows, sha256: hash.digest('hex') }
}
