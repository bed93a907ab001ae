import { type Desk, tables } from '../tables.ts'

/** Names of people by id; scope `system`, or as far as row-level security shows them. */
export async function personNames(
  { tx, city }: Pick<Desk, 'tx' | 'city'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('accounts.person')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
