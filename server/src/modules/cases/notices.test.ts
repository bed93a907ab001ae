import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { casesRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import {
  givenCase,
  givenOffice,
  giveDuty,
  type Office,
  officerStep,
  strikeClock,
  throughOffice,
  waitUntil,
  givenFirm,
  stated,
} from '../../../testing/office/cases.ts'
import { SKILL } from '../../../testing/office/policy.ts'
import { CITIES } from '../../city/index.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'renshu-cities-'))
cpSync(CITIES, FOLDER, { recursive: true })
const REFUND = join(FOLDER, '370000-shandong/services/job-retention-refund.yaml')
// Names the organisation by the same word as others name a person.
writeFileSync(REFUND, readFileSync(REFUND, 'utf8').replace('public: [unit,', 'public: [applicant,'))

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp({ CITIES_DIR: FOLDER })
  office = await givenOffice(app, '370202')
})
afterAll(async () => {
  await app.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

const TO_NOTICE = [
  ['counter', 'accept'],
  ['reviewer', 'pass'],
  ['approver', 'approve'],
] as const

/** A refund before everybody's eyes. */
async function givenNotice(applicant?: Awaited<ReturnType<typeof givenFirm>>): Promise<string> {
  const { id } = await givenCase(app, applicant ?? (await givenFirm(app)), 'job-retention-refund')
  await throughOffice(app, office, id, TO_NOTICE)
  return id
}
const ENDED = { open: 'false' } as const
const totalFor = async (query: object) => (await app.as(casesRoutes).notices({ query })).total
const totalOf = async (officer: { token: string }) =>
  (await app.as(casesRoutes, officer).officerNotices({ query: ENDED })).total

test('an ended notice stays public for the days the city sets, after that only for who has a duty there', async () => {
  await givenNotice()
  expect(await totalFor({})).toBe(1)
  const people = Object.values(office)
  await waitUntil(app, '2026-03-10T01:00:00Z', people)
  await strikeClock(app)
  expect([await totalFor({}), await totalFor(ENDED)]).toEqual([0, 1])
  await waitUntil(app, '2026-04-09T01:00:00Z', people)
  expect(await totalFor(ENDED)).toBe(1)
  await waitUntil(app, '2026-04-10T01:00:00Z', people)
  expect(await totalFor(ENDED)).toBe(0)
  expect(await totalOf(office.reviewer)).toBe(1)
  const elsewhere = await given.officer(app)
  await refused('cases.noDuty', totalOf(elsewhere))
  await giveDuty(app, office.administrator, elsewhere, 'reviewer', '370203')
  expect(await totalOf(elsewhere)).toBe(0)
})

test('what was not granted in the end is no longer public at all', async () => {
  const before = await totalFor(ENDED)
  const id = await givenNotice()
  const { items } = await app.as(casesRoutes).notices({ query: {} })
  await app
    .as(casesRoutes, await given.person(app))
    .object({ params: { noticeId: items[0]!.id }, body: { text: '去年裁员很多' } })
  await officerStep(app, office.counter, id, 'object')
  // Under review again: nothing that was announced holds.
  expect(await totalFor(ENDED)).toBe(before)
  expect(await officerStep(app, office.reviewer, id, 'fail')).toMatchObject({ stage: { end: 'refused' } })
  expect(await totalFor(ENDED)).toBe(before)
  expect(await totalOf(office.reviewer)).toBeGreaterThan(before)
})

test('a person is named in part and an organisation whole, and nothing else tells who it is', async () => {
  const noticesOf = async (service: string) => (await app.as(casesRoutes).notices({ query: { service } })).items
  const person = await given.person(app, { name: '欧阳小明' })
  const insured = { 'insurance.district': '370202', 'insurance.cardAccount': '6222020000001234567', ...SKILL }
  await stated(app, { kind: 'person', id: person.personId }, insured)
  const { id } = await givenCase(app, person, 'skill-subsidy')
  await throughOffice(app, office, id, TO_NOTICE)
  const [notice] = await noticesOf('skill-subsidy')
  const label = { zh: '申请人', en: 'Applicant' }
  expect(notice).toMatchObject({ facts: [{ label, shown: '欧阳*明' }], amount: '1,500.00' })
  for (const kept of ['欧阳小明', person.phone, person.personId, '1234567'])
    expect(JSON.stringify(notice)).not.toContain(kept)
  const firm = await givenFirm(app)
  const params = { organisationId: firm.organisationId }
  const { name } = await app.as(registryRoutes).profile({ params })
  await givenNotice(firm)
  expect((await noticesOf('job-retention-refund'))[0]!.facts).toEqual([{ label, shown: name }])
})
