import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { countStatements } from '../../../../testing/database.ts'
import { given, type SomebodyGiven } from '../../../../testing/given.ts'
import { giveDuty } from '../../../../testing/office/cases.ts'
import { holdFacts } from '../../../../testing/office/policy.ts'
import { givenVerified } from '../../../../testing/registry.ts'
import { policyPorts } from '../../../parts.ts'
import { Database } from '../../../platform/database/index.ts'
import type { Applied, ImportRow } from '../../../platform/imports/index.ts'
import type { HeldRow } from './rows.ts'
import { heldFactsTable } from './table.ts'

const CITY = '370200'
const COLUMNS = {
  creditCode: '信用代码',
  residentId: '身份证号',
  record: '记录',
  value: '值',
  on: '日期',
  statedBy: '来源',
}

let app: TestApp
let officer: SomebodyGiven
/** Whom and what rows name, each of them to be judged in its own way. */
let kinds: readonly HeldRow['cells'][]

async function bearing(residentId: string, somebody?: SomebodyGiven): Promise<SomebodyGiven> {
  const person = somebody ?? (await given.person(app))
  const own = app.as(accountsRoutes, person)
  const { version } = await own.getMe()
  await own.changeMe({ body: { residentId, version } })
  return person
}

async function insuredIn(district: string, residentId: string): Promise<void> {
  const { personId } = await bearing(residentId)
  await holdFacts(app, { kind: 'person', id: personId }, { 'insurance.district': district })
}

beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app, { district: '370202' })
  await giveDuty(app, await given.officer(app, { administrator: true }), officer, 'reviewer', '370202')
  await bearing('110101199003070417', officer)
  await insuredIn('370202', '110101199003070425')
  await insuredIn('370203', '110101199003070433')
  await bearing('110101199003070441')
  const { creditCode } = await givenVerified(app)
  const fact = { record: 'insurance.unemploymentMonths', value: '12', statedBy: '社保' }
  kinds = [
    { ...fact, residentId: '110101199003070425' },
    { ...fact, residentId: '110101199003070441' },
    { ...fact, residentId: '110101199003070433' },
    { ...fact, residentId: '110101199003070417' },
    { ...fact, residentId: '110101199003079999' },
    { ...fact, creditCode },
    { ...fact, creditCode: '91370202MB00000000' },
    { ...fact, residentId: '110101199003070425', value: '很多' },
    fact,
  ]
})
afterAll(() => app.close())

const DAY_MS = 86_400_000
const dayAt = (at: number): string => new Date(Date.parse('2026-02-28') - at * DAY_MS).toISOString().slice(0, 10)
/** Each kind of row again and again, of one day after the other. */
const rowsOf = (count: number): HeldRow[] =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 2,
    columns: COLUMNS,
    cells: { ...kinds[at % kinds.length], on: dayAt(at) },
    broken: false,
  }))

class Undone extends Error {}

/** What becomes of rows as one batch, undone again, and how many statements it took. */
async function tried(rows: readonly HeldRow[]): Promise<{ applied: Applied; statements: number }> {
  const { pool, counted } = countStatements(app.pool)
  const { cities, secrets, jobs, config, clock } = app.services
  let applied: Applied | undefined
  let statements = 0
  const work = new Database(pool).transaction({ kind: 'system', city: CITY }, async (tx) => {
    const before = counted()
    const source = { importedBy: officer.personId } as ImportRow
    const desk = { tx, city: CITY, cities, secrets, jobs, ...clock }
    applied = await heldFactsTable(policyPorts, config).take(desk, source, rows)
    statements = counted() - before
    throw new Undone()
  })
  await expect(work).rejects.toThrow(Undone)
  return { applied: applied!, statements }
}

test('a batch asks the database as often for many rows as for few', async () => {
  const few = await tried(rowsOf(kinds.length))
  const many = await tried(rowsOf(20 * kinds.length))
  expect(many.applied.created).toBe(20 * few.applied.created)
  expect(many.statements).toBe(few.statements)
})

test('a batch makes of its rows what comes of each of them alone, line by line', async () => {
  const rows = rowsOf(2 * kinds.length)
  const { applied } = await tried(rows)
  const alone: Applied[] = []
  for (const row of rows) alone.push((await tried([row])).applied)
  expect(applied).toMatchObject({ created: 6, updated: 0, unchanged: 0 })
  expect(alone.reduce((sum, { created }) => sum + created, 0)).toBe(6)
  expect(applied.rejected).toEqual(alone.flatMap(({ rejected }) => rejected))
  expect(applied.rejected.slice(0, 6).map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [4, '身份证号', 'subject.otherDistrict'],
    [5, '身份证号', 'subject.own'],
    [6, '身份证号', 'subject.unknown'],
    [8, '信用代码', 'subject.unknown'],
    [9, '值', 'value.wrong'],
    [10, '信用代码', 'subject.missing'],
  ])
})
