import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshPool } from '../testing/database.ts'
import { Database, migrations } from '../src/platform/database/index.ts'

let database: Database
beforeAll(async () => (database = new Database(await freshPool())))
afterAll(() => database.close())

/** Tables that belong to the installation, not to a city. */
const LOCAL = ['platform.clock', 'platform.data_key', 'platform.migration', 'platform.outbox', 'platform.subscription']
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'queue') and n.nspname not like 'pg\\_%'`

const rowsOf = (text: string): Promise<Record<string, unknown>[]> =>
  database.asOwner(async (connection) => (await connection.query(text, [])).rows)
const namesOf = async (text: string): Promise<unknown[]> => (await rowsOf(text)).map(({ name }) => name)

test('every table belongs to a city, and its primary key begins with it, but for the named local ones', async () => {
  const names = await namesOf(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS} and not exists (
      select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'city')
    order by 1`)
  expect(names).toEqual(LOCAL)
})

test('every unique index and foreign key of a tenant table holds the city', async () => {
  const indexes = await namesOf(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and ${OURS} and c.oid::regclass::text not in (${LOCAL.map((name) => `'${name}'`).join()})
      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city' and a.attnum = any(i.indkey))`)
  expect(indexes).toEqual([])
  const keys = await namesOf(`
    select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${OURS} and not exists (
      select 1 from unnest(k.conkey, k.confkey) as pair(own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = own and a.attname = 'city'
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = other and b.attname = 'city')`)
  expect(keys).toEqual([])
})

test('every table with a city has row-level security that keeps to the city', async () => {
  const open = await namesOf(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'city' and not a.attisdropped
    where c.relkind in ('r', 'p') and ${OURS} and c.oid <> 'platform.outbox'::regclass and (not c.relrowsecurity or not (
      exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = '*'
        and pg_get_expr(p.polqual, c.oid) = '(city = current_setting(''app.city''::text, true))')
      -- A table whose only policy is that of the city lets in nothing else.
      or (select count(*) = 1 and bool_and(pg_get_expr(p.polqual, c.oid) = '(city = current_setting(''app.city''::text, true))')
        from pg_policy p where p.polrelid = c.oid)))
    order by 1`)
  expect(open).toEqual([])
})

test('views see only what their reader may see', async () => {
  const names = await namesOf(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${OURS} and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`)
  expect(names).toEqual([])
})

test('there are no triggers and no sequences but those of identities', async () => {
  expect(
    await namesOf(`select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${OURS}`),
  ).toEqual([])
  expect(
    await namesOf(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${OURS}
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'i')`),
  ).toEqual([])
})

test('the role of requests owns nothing, signs in nowhere and cannot lift row-level security', async () => {
  const [role] = await rowsOf(
    `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'renshu_app'`,
  )
  expect(Object.values(role!)).toEqual([false, false, false, false, false])
  expect(
    await namesOf(`select relname as name from pg_class where relowner = 'renshu_app'::regrole
      union all select nspname from pg_namespace where nspowner = 'renshu_app'::regrole`),
  ).toEqual([])
  expect(
    await namesOf(`select nspname as name from pg_namespace n where ${OURS.replaceAll('n.', '')}
      and has_schema_privilege('renshu_app', oid, 'create') and nspname <> 'public'`),
  ).toEqual([])
})

test('what was recorded in the ledger cannot be changed by a request', async () => {
  expect(
    await namesOf(`select c.relname || ' ' || privilege as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['update', 'delete', 'truncate']) as privilege
      where n.nspname = 'ledger' and c.relkind = 'r' and has_table_privilege('renshu_app', c.oid, privilege)`),
  ).toEqual([])
})

test('no migration calls what Citus does not carry to its workers', () => {
  for (const { name, sql } of migrations()) expect(sql, name).not.toMatch(/set_config|create trigger|create sequence/i)
})

test('no policy looks into another table: distributed tables refuse that', async () => {
  const names = await namesOf(`
    select policyname || ' on ' || schemaname || '.' || tablename as name from pg_policies
    where schemaname <> 'queue' and (coalesce(qual, '') || coalesce(with_check, '')) ~* '\\mselect\\M'`)
  expect(names).toEqual([])
})
