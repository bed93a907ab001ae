import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../src/platform/database/index.ts'
import { startApp, type TestApp } from '../testing/app.ts'
import { fillEmptyTables } from '../testing/matrix/fill.ts'
import { policies, rightsIn, tenantTables, visibility } from '../testing/matrix/visibility.ts'
import { makeWorld, type World } from '../testing/matrix/world.ts'

let app: TestApp
let world: World
let scopes: Record<string, Scope>

beforeAll(async () => {
  app = await startApp()
  world = await makeWorld(app)
  await fillEmptyTables(app, world)
  const { here, otherDistrict, seeker } = world
  const city = here.city
  const member = (name: 'owner' | 'viewer', household = here): Scope => ({
    kind: 'member',
    city,
    personId: household[name].personId,
    organisationId: household.organisationId,
  })
  scopes = {
    system: { kind: 'system', city },
    public: { kind: 'public', city },
    seeker: { kind: 'person', city, personId: seeker.personId },
    'owner of one': member('owner'),
    'the same as a person': { kind: 'person', city, personId: here.owner.personId },
    'viewer of one': member('viewer'),
    'owner of another': member('owner', otherDistrict),
    'officer of the district': { kind: 'officer', city, personId: here.officer.personId, district: here.district },
    'officer of the city': { kind: 'officer', city, personId: world.administrator.personId, district: null },
  }
}, 120_000)
afterAll(() => app.close())

test('every table of a city holds a row to try its policies on', async () => {
  const empty = await app.services.database.asOwner(async (connection) => {
    const found: string[] = []
    for (const table of await tenantTables(connection)) {
      const { rows } = await connection.query(`select 1 from ${table} where city = $1 limit 1`, [world.here.city])
      if (!rows.length) found.push(table)
    }
    return found
  })
  expect(empty).toEqual([])
})

test('who sees and changes what is what was agreed', async () => {
  const lines = await app.services.database.asOwner(async (connection) =>
    visibility(connection, scopes, await tenantTables(connection)),
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'visibility.txt'))
})

test('every row-level policy matters: without it somebody sees or does something else', async () => {
  const idle = await app.services.database.asOwner(async (connection) => {
    const profile = async (table: string) => {
      const rights = []
      for (const scope of Object.values(scopes)) rights.push(await rightsIn(connection, table, scope))
      return JSON.stringify(rights)
    }
    const found: string[] = []
    const whole = await policies(connection)
    const before = new Map<string, string>()
    for (const { name, table, create } of whole) {
      if (!before.has(table)) before.set(table, await profile(table))
      await connection.exec(`drop policy ${name} on ${table}`)
      if ((await profile(table)) === before.get(table)) found.push(`${name} on ${table}`)
      await connection.exec(create)
    }
    expect(await policies(connection), 'every policy was made again as it was').toEqual(whole)
    return found
  })
  expect(idle).toEqual([])
}, 300_000)
