import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { CITIES } from '../../../city/index.ts'

const cities = mkdtempSync(join(tmpdir(), 'renshu-cities-'))
cpSync(CITIES, cities, { recursive: true })
const FILE = '370000-shandong/policies/skill-subsidy.yaml'
const CASES = '370000-shandong/policies/skill-subsidy.cases.yaml'
const original = readFileSync(join(cities, FILE), 'utf8')

let app: TestApp
let administrator: Awaited<ReturnType<typeof given.officer>>
beforeAll(async () => {
  app = await startApp({ CITIES_DIR: cities })
  administrator = await given.officer(app, { administrator: true })
})
afterAll(async () => {
  await app.close()
  rmSync(cities, { recursive: true })
})

const desk = () => app.as(policyRoutes, administrator)
const key = 'skill-subsidy'
const FACTS = { insuredMonths: 24, level: '中级', occupation: 6180101, issuedOn: '2025-12-01' }
const amount = async () =>
  (await app.as(policyRoutes).calculatePolicy({ params: { key }, body: { facts: FACTS } })).amount?.value

test('the files are taken over as the first versions', async () => {
  const { policies, faults } = await desk().reloadPolicies()
  expect(faults).toEqual([])
  expect(policies.find((one) => one.key === key)).toMatchObject({ file: FILE, from: '2026-03-02', kept: false })
  expect(await amount()).toBe(150_000)
})

test('a file with a fault is refused whole with file, line and reason, and the version in use stays', async () => {
  const before = (await desk().policyFiles()).policies.find((one) => one.key === key)!
  writeFileSync(join(cities, FILE), original.replace('中级: 1500元', '中级: 1500'))
  const { policies, faults } = await desk().reloadPolicies()
  expect(faults).toEqual([
    { file: FILE, line: expect.any(Number), reason: { zh: expect.any(String), en: expect.any(String) } },
  ])
  expect(original.split('\n')[faults[0]!.line - 1]).toContain('中级')
  expect(policies.find((one) => one.key === key)).toEqual({ ...before, kept: true })
  expect(await amount()).toBe(150_000)
  // Another process that starts now finds the faulty file, and the good version in the database.
  const second = await startApp({ CITIES_DIR: cities }, undefined, { pool: app.pool })
  const decided = await second.as(policyRoutes).calculatePolicy({ params: { key }, body: { facts: FACTS } })
  expect(decided.amount?.value).toBe(150_000)
  await second.services.mirrors.stop()
  await second.services.jobs.stop()
})

test('a decision stays what it was when the policy changes, and says what today’s version would give', async () => {
  const person = await given.person(app)
  const own = app.as(policyRoutes, person)
  writeFileSync(join(cities, FILE), original)
  await desk().reloadPolicies()
  const kept = await own.keepForMe({ params: { key }, body: { facts: FACTS } })
  app.clock.advance(86_400)
  administrator = await given.officer(app, { administrator: true })
  writeFileSync(join(cities, FILE), original.replaceAll('中级: 1500元', '中级: 1600元'))
  writeFileSync(join(cities, CASES), readFileSync(join(CITIES, CASES), 'utf8').replaceAll("'1500.00'", "'1600.00'"))
  const { faults } = await desk().reloadPolicies()
  expect(faults).toEqual([])
  expect(await amount()).toBe(160_000)
  const params = { decisionId: kept.id }
  expect(await own.decideOwnAgain({ params })).toMatchObject({
    agrees: true,
    again: { amount: { value: 150_000 }, version: kept.decision.version },
    current: { outcome: 'granted', amount: { value: 160_000 } },
  })
  expect(await own.ownDecision({ params })).toMatchObject({ outdated: true, amount: { value: 150_000 } })
})

test('old versions are shown with their days, and what changed between two', async () => {
  const anybody = app.as(policyRoutes)
  const { versions } = await anybody.policy({ params: { key } })
  expect(versions.map(({ from, to }) => [from, to])).toEqual([
    ['2026-03-03', null],
    ['2026-03-02', '2026-03-03'],
  ])
  const [now, before] = versions.map(({ hash }) => hash)
  const old = await anybody.policyVersion({ params: { key, hash: before! } })
  expect(old.parameters.find(({ name }) => name === '补贴标准')!.values[0]!.shown).toContain('中级 1,500.00')
  const { changes } = await anybody.policyChanges({ params: { key }, query: { from: before!, to: now! } })
  expect(changes).toMatchObject([
    {
      part: 'parameter',
      name: '补贴标准 2023-01-01',
      before: expect.stringMatching(/^起：2023-01-01\n值：中级 1500元，初级 1000元，高级 2000元\n/),
      after: expect.stringContaining('中级 1600元'),
    },
  ])
})

test('a policy whose file is gone ends; its versions stay', async () => {
  unlinkSync(join(cities, FILE))
  unlinkSync(join(cities, CASES))
  await desk().reloadPolicies()
  await refused('policy.noPolicy', app.as(policyRoutes).policy({ params: { key } }))
})

test('a faulty file of a policy that never was in use brings none', async () => {
  appendFileSync(join(cities, '370200-qingdao/policies/new-one.yaml'), 'key: new-one\n')
  const { faults, policies } = await desk().reloadPolicies()
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.every(({ file }) => file.endsWith('new-one.yaml'))).toBe(true)
  expect(policies.map((one) => one.key)).not.toContain('new-one')
})

test('only an administrator has the files read again', async () => {
  await refused('platform.accessDenied', app.as(policyRoutes, await given.officer(app)).reloadPolicies())
})
