import type { Connection, Scope } from '../../src/platform/database/index.ts'
import { settingsOf } from '../../src/platform/database/scope.ts'

/** Tables that hold rows of cities, and so stand under row-level security. */
export async function tenantTables(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query(
    `select table_schema || '.' || table_name as name
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where column_name = 'city' and table_type = 'BASE TABLE' and table_schema not in ('queue', 'pg_catalog', 'information_schema')
       and (table_schema, table_name) <> ('platform', 'outbox')
     order by 1`,
    [],
  )
  return rows.map(({ name }) => name as string)
}

/** What one scope may do with the rows of one table: rows it sees, may change, may remove; whether it may add one. */
export interface Rights {
  sees: number
  changes: number
  removes: number
  adds: 'yes' | 'no'
}

const codeOf = (error: unknown) => (error as { code?: string }).code

async function attempt(
  connection: Connection,
  scope: Scope,
  statement: string,
): Promise<{ affected: number; rows: number; code?: string }> {
  await connection.exec(`begin; set local role renshu_app; ${settingsOf(scope)}`)
  try {
    const { affected, rows } = await connection.query(statement, [])
    return { affected, rows: rows.length }
  } catch (error) {
    return { affected: 0, rows: 0, code: codeOf(error) ?? 'unknown' }
  } finally {
    await connection.exec('rollback')
  }
}

/**
 * The rights of a scope in a table, found by trying. A row is added by copying each row that stands there: what
 * row-level security lets pass is refused only as a duplicate.
 */
export async function rightsIn(connection: Connection, table: string, scope: Scope): Promise<Rights> {
  const { columns, adding } = await trialOf(connection, table, scope.city)
  const { rows: sees } = await attempt(connection, scope, `select 1 from ${table}`)
  // What a member may change is often only that a record is withdrawn.
  const withdrawal = columns.includes('decided_at') && "status = 'withdrawn', decided_at = now()"
  const tried = withdrawal ? await attempt(connection, scope, `update ${table} set ${withdrawal}`) : undefined
  // Not every table that decides on something knows that status.
  const { affected: changes } =
    tried && tried.code !== IMPOSSIBLE ? tried : await attempt(connection, scope, `update ${table} set city = city`)
  const { affected: removes } = await attempt(connection, scope, `delete from ${table}`)
  const { code } = await attempt(connection, scope, adding)
  return { sees, changes, removes, adds: code === PASSED ? 'yes' : 'no' }
}

/** A check of the table refused it, after row-level security let it pass. */
const IMPOSSIBLE = '23514'
/** What the statement that adds ends with where one of the rows was let pass. */
const PASSED = 'RS001'
const MOST_COPIED = 30

/** What is tried on a table, the same in every scope: every trial is undone. */
interface Trial {
  columns: string
  /** Adds copies of rows until one is let pass. */
  adding: string
}
const trials = new WeakMap<Connection, Map<string, Trial>>()

async function trialOf(connection: Connection, table: string, city: string): Promise<Trial> {
  const known = trials.get(connection) ?? new Map<string, Trial>()
  trials.set(connection, known)
  const key = `${city} ${table}`
  const trial = known.get(key) ?? (await makeTrial(connection, table, city))
  known.set(key, trial)
  return trial
}

async function makeTrial(connection: Connection, table: string, city: string): Promise<Trial> {
  const columns = await writableColumns(connection, table)
  const { rows } = await connection.query(
    `select to_jsonb(t) as row from ${table} t where t.city = $1 order by t::text limit ${MOST_COPIED}`,
    [city],
  )
  const copies = JSON.stringify(rows.map(({ row }) => row)).replaceAll("'", "''")
  const adding = `do $trial$
    #variable_conflict use_column
    declare
      copy jsonb;
      passed boolean;
    begin
      for copy in select jsonb_array_elements('${copies}'::jsonb) loop
        begin
          insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, copy);
          passed := true;
        exception
          when insufficient_privilege then passed := false;
          when others then passed := true;
        end;
        if passed then raise exception 'passed' using errcode = '${PASSED}'; end if;
      end loop;
    end $trial$`
  return { columns, adding }
}

async function writableColumns(connection: Connection, table: string): Promise<string> {
  const [schema, name] = table.split('.')
  const { rows } = await connection.query(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position`,
    [schema, name],
  )
  return rows.map(({ name }) => name as string).join(', ')
}

const share = (rows: number, all: number): string =>
  rows === 0 ? 'none' : rows < all ? 'some' : rows === all ? 'all' : 'BEYOND'

/** One line per table and scope, for a file that a person reads: how much of its city who sees and changes. */
export async function visibility(
  connection: Connection,
  scopes: Record<string, Scope>,
  tables: readonly string[],
): Promise<string[]> {
  const lines: string[] = []
  for (const table of tables)
    for (const [name, scope] of Object.entries(scopes)) {
      const { sees, changes, removes, adds } = await rightsIn(connection, table, scope)
      const { rows } = await connection.query(`select count(*) as n from ${table} where city = $1`, [scope.city])
      const all = rows[0]!['n'] as number
      lines.push(
        `${table} · ${name} · sees ${share(sees, all)} · changes ${share(changes, all)} · removes ${share(removes, all)} · adds ${adds}`,
      )
    }
  return lines
}

export interface Policy {
  name: string
  table: string
  create: string
}

/** Every row-level policy with the statement that makes it again. */
export async function policies(connection: Connection): Promise<Policy[]> {
  const { rows } = await connection.query(
    `select policyname as name, quote_ident(schemaname) || '.' || quote_ident(tablename) as "table",
       format('create policy %I on %I.%I as %s for %s to %s%s%s', policyname, schemaname, tablename, permissive, cmd,
         array_to_string(roles, ', '), coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', '')) as "create"
     from pg_policies where schemaname <> 'queue' order by 2, 1`,
    [],
  )
  return rows as unknown as Policy[]
}
