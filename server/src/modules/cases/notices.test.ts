import { casesRoutes } from '@renshu/contracts'
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
} from '../../../testing/office/cases.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

/** A refund before everybody's eyes. */
async function givenNotice(): Promise<string> {
  const applicant = await givenFirm(app)
  const { id } = await givenCase(app, applicant, 'job-retention-refund')
  await throughOffice(app, office, id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
    ['approver', 'approve'],
  ])
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
