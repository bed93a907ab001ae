import type { Connection, Database } from '../database/index.ts'

/** How the tables of a database lie on a Citus cluster, and the statements that bring them there. */
export interface Distribution {
  /** Tenant tables: spread over the workers by `city`. */
  distributed: string[]
  /** Tables without a city, which stay on the coordinator. */
  local: string[]
  statements: string[]
}

/** The server has no Citus, or the database has not created the extension. */
export class CitusMissing extends Error {
  override readonly name = 'CitusMissing'
  /** The programs are there; `create extension citus` is what lacks. */
  readonly isInstalled: boolean
  constructor(isInstalled: boolean) {
    super('the extension citus is not there')
    this.isInstalled = isInstalled
  }
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** A tenant table is one whose primary key begins with `city`. */
const TABLES = `
  select c.oid::regclass::text as name,
    exists (select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'city') as tenant
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
  order by 1`

const FOREIGN_KEYS = `
  select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspname <> 'queue' and ${OURS}
  order by 1, 2`

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** All tenant tables lie together, so that the records of one city are on one worker and joins stay there. */
function distributing(tables: readonly string[]): string[] {
  return tables.flatMap((table, place) => [
    `select create_distributed_table(${literal(table)}, 'city', colocate_with => ${literal(place ? tables[0]! : 'none')})`,
    `select truncate_local_data_after_distributing_table(${literal(table)})`,
  ])
}

async function planOn(connection: Connection): Promise<Distribution> {
  const tables = (await connection.query(TABLES, [])).rows as unknown as { name: string; tenant: boolean }[]
  const keys = (await connection.query(FOREIGN_KEYS, [])).rows as unknown as Record<
    'table' | 'name' | 'definition',
    string
  >[]
  const distributed = tables.filter(({ tenant }) => tenant).map(({ name }) => name)
  return {
    distributed,
    local: tables.filter(({ tenant }) => !tenant).map(({ name }) => name),
    statements: [
      // A foreign key between a spread and a local table is refused: they come back when both are spread.
      ...keys.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      ...distributing(distributed),
      ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ],
  }
}

/** The names in the plan carry their schema. */
const inTransaction = <T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> =>
  database.asOwner(async (connection) => {
    await connection.exec('begin; set local search_path = pg_catalog; set local statement_timeout = 0')
    try {
      const result = await work(connection)
      await connection.exec('commit')
      return result
    } catch (error) {
      await connection.exec('rollback')
      throw error
    }
  })

/** What `distribute` would do; needs no Citus. */
export const planDistribution = (database: Database): Promise<Distribution> => inTransaction(database, planOn)

/**
 * Spreads the tenant tables of an empty or filled database over the workers of Citus, in one transaction.
 * @throws CitusMissing where the extension is not there; nothing was changed
 */
export const distribute = (database: Database): Promise<Distribution> =>
  inTransaction(database, async (connection) => {
    const { rows } = await connection.query(
      `select (select extversion from pg_extension where extname = 'citus') as version,
        exists (select 1 from pg_available_extensions where name = 'citus') as installed`,
      [],
    )
    if (!rows[0]!['version']) throw new CitusMissing(rows[0]!['installed'] === true)
    const plan = await planOn(connection)
    await connection.exec('set local search_path = public, pg_catalog')
    for (const statement of plan.statements) await connection.exec(statement)
    return plan
  })
