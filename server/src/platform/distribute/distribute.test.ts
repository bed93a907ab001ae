import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshPool } from '../../../testing/database.ts'
import { Database } from '../database/index.ts'
import { CitusMissing, distribute, planDistribution } from './index.ts'

let database: Database
beforeAll(async () => (database = new Database(await freshPool())))
afterAll(() => database.close())

test('every table with a city lies with the others by its city, all else stays where it is', async () => {
  const { distributed, local, statements } = await planDistribution(database)
  expect(distributed).toContain('ledger.entry')
  expect(local).toEqual(expect.arrayContaining(['platform.migration', 'platform.outbox', 'platform.subscription']))
  expect(local.every((name) => /^(?:platform|jobs)\./.test(name))).toBe(true)
  for (const table of distributed)
    expect(statements.filter((each) => each.includes(`create_distributed_table('${table}', 'city'`))).toHaveLength(1)
})

test('foreign keys stand aside while tables move and all come back', async () => {
  const { statements } = await planDistribution(database)
  const dropped = statements.flatMap(
    (each) => /^alter table (\S+) drop constraint (\S+)$/.exec(each)?.slice(1).join() ?? [],
  )
  const added = statements.flatMap(
    (each) => /^alter table (\S+) add constraint (\S+) /.exec(each)?.slice(1).join() ?? [],
  )
  expect(dropped.length).toBeGreaterThan(0)
  expect(added).toEqual(dropped)
  expect(statements.at(-1)).toMatch(/^alter table .* FOREIGN KEY \(city, .*REFERENCES \w+\.\w+\(city, /)
})

test('without Citus nothing is changed and the lack is named', async () => {
  await expect(distribute(database)).rejects.toThrow(CitusMissing)
  const { rows } = await database.asOwner((connection) =>
    connection.query(
      `select count(*) as keys from pg_constraint where contype = 'f' and conrelid = 'ledger.entry'::regclass`,
      [],
    ),
  )
  expect(rows).toEqual([{ keys: 1 }])
})
