import { casesRoutes, type CaseFile, paymentsRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import {
  desk,
  givenCase,
  givenOffice,
  type Office,
  officerStep,
  ownerOf,
  runJob,
  stated,
  strikeClock,
  throughOffice,
  waitUntil,
  givenFirm,
  givenInsured,
} from '../../../testing/office/cases.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { bankSays, givenCashiers, givenSent } from '../../../testing/office/payments.ts'
import { dayOf } from '../../platform/clock.ts'
import { givenLicence, givenVerified } from '../../../testing/registry.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const everybody = (...others: SomebodyGiven[]) => [...Object.values(office), ...others]

const payablesOf = async (file: CaseFile) => {
  const { items } = await app.as(paymentsRoutes, office.cashier).payables({ query: {} })
  return items.filter(({ source }) => JSON.stringify(source).includes(file.id))
}

test('a firm gets its refund: four officers, a public notice over a weekend, and one payment of what the policy says', async () => {
  const applicant = await givenFirm(app)
  const submitted = await givenCase(app, applicant, 'job-retention-refund', { answers: { account: '6222 0000' } })
  expect(submitted).toMatchObject({ stage: { id: 'submitted' }, waitsFor: 'office', decision: { code: '370202' } })
  expect(submitted.decided).toMatchObject({ outcome: 'granted', amount: { fen: 740_740, shown: '7,407.40' } })
  const approved = await throughOffice(app, office, submitted.id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
    ['approver', 'approve'],
  ])
  // Monday, 2 March: five working days of notice end on Monday, 9 March.
  expect(approved).toMatchObject({ stage: { id: 'published' }, waitsFor: 'clock', dueOn: '2026-03-09' })
  const { items } = await app.as(casesRoutes).notices({ query: {} })
  expect(items).toMatchObject([{ service: { key: 'job-retention-refund' }, until: '2026-03-09', amount: '7,407.40' }])
  await waitUntil(app, '2026-03-09T15:00:00Z', everybody(applicant))
  await strikeClock(app)
  expect(await desk(app, applicant).file(submitted.id)).toMatchObject({ stage: { id: 'published' } })
  await waitUntil(app, '2026-03-09T16:30:00Z', everybody(applicant))
  await strikeClock(app)
  await strikeClock(app)
  expect(await desk(app, applicant).file(submitted.id)).toMatchObject({ stage: { id: 'paying' }, waitsFor: 'office' })
  expect((await app.as(casesRoutes).notices({ query: {} })).items).toEqual([])
  const paid = await officerStep(app, office.cashier, submitted.id, 'pay')
  expect(paid).toMatchObject({ stage: { end: 'done' }, outcomes: [{ kind: 'pay', fen: 740_740 }] })
  expect(await payablesOf(paid)).toMatchObject([{ amountFen: 740_740, policy: 'job-retention-refund' }])
  await refused('cases.ended', officerStep(app, office.cashier, submitted.id, 'pay'))
  // Its own payment counts against the limit of once a year for others, not for itself.
  const decided = { outcome: 'granted', amount: { fen: 740_740 }, limits: [{ result: 'pass' }, { result: 'pass' }] }
  expect(paid.decided).toMatchObject(decided)
  expect((await desk(app, applicant).file(submitted.id)).decided).toMatchObject(decided)
})

test('what a firm is entitled to is opened and sent from records when it agrees, once', async () => {
  const applicant = await givenFirm(app)
  const id = applicant.organisationId
  await runJob(app, 'policy.entitle', { city: '370200' })
  const firm = { organisationId: id }
  const policies = app.as(policyRoutes, applicant)
  const { items } = await policies.organisationEntitlements({ params: firm })
  const entitlementId = items.find(({ policy }) => JSON.stringify(policy).includes('job-retention-refund'))!.id
  const cases = app.as(casesRoutes, applicant)
  const otherThanRecorded = { account: '6222 0001', paid: '99999.00' }
  await refused(
    'cases.fieldsWrong',
    cases.firmTakeUp({ params: { ...firm, entitlementId }, body: { answers: otherThanRecorded } }),
  )
  const agree = () =>
    cases.firmTakeUp({ params: { ...firm, entitlementId }, body: { answers: { account: '6222 0001' } } })
  const file = await agree()
  expect(file).toMatchObject({ stage: { id: 'submitted' }, id: entitlementId })
  expect(file.facts.find(({ key }) => key === 'paid')).toMatchObject({ source: 'record', shown: '12,345.67' })
  expect((await agree()).n).toBe(file.n)
  expect(
    (await policies.organisationEntitlements({ params: firm })).items.filter(({ state }) => state === 'open'),
  ).toEqual([])
  const other = ownerOf(await givenVerified(app))
  await refused(
    'cases.noEntitlement',
    app
      .as(casesRoutes, other)
      .firmTakeUp({ params: { organisationId: other.organisationId!, entitlementId }, body: {} }),
  )
})

test('an injured worker is paid 18,775.79 of 22,189.16, to the fen', async () => {
  const person = await givenInsured(app)
  const submitted = await givenCase(app, person, 'supplementary-injury', {
    answers: { medicalCost: '22189.16', injuredOn: '2026-02-01', account: '样例银行 6222 0210 0100 1234' },
  })
  const file = await throughOffice(app, office, submitted.id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
    ['approver', 'approve'],
    ['cashier', 'pay'],
  ])
  expect(file).toMatchObject({ stage: { end: 'done' }, amount: { fen: 1_877_579, shown: '18,775.79' } })
  const [payable] = await payablesOf(file)
  expect(payable).toMatchObject({ amountFen: 1_877_579 })
  // Passed on is not paid: the bank has the last word, and the applicant reads it in the case.
  const payment = async () => (await desk(app, person).file(file.id)).outcomes.map((one) => one.payment)
  expect(await payment()).toEqual([{ status: 'open', paidOn: null }])
  const cashiers = await givenCashiers(app)
  const { number } = await givenSent(app, cashiers, [payable!.id])
  expect(await payment()).toEqual([{ status: 'sent', paidOn: null }])
  const on = dayOf(app.clock.now())
  const answer = { batchNumber: number, row: 1, amountFen: 1_877_579, result: 'returned' as const, on }
  await bankSays(app, cashiers[0]!, [{ ...answer, reason: '户名不符' }])
  expect(await payment()).toEqual([{ status: 'returned', paidOn: null }])
  const { whole, told, events } = await app.as(casesRoutes, office.reviewer).chain({ params: { caseId: file.id } })
  expect({ whole, told, events }).toEqual({ whole: true, told: true, events: 5 })
})

test('a licence is renewed across districts: taken in at one counter, decided where the agency has its seat', async () => {
  const elsewhere = await givenOffice(app, '370203')
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  await stated(app, { kind: 'organisation', id: agency.id }, { 'registry.seat': '370202' })
  const second = await given.officer(app, { district: '370203' })
  const { administrator } = elsewhere
  await app
    .as(casesRoutes, administrator)
    .giveDuty({ body: { personId: second.personId, role: 'counter', district: '370203' } })
  const counter = app.as(casesRoutes, elsewhere.counter)
  const form = await counter.counterForm({
    body: { service: 'licence-renewal', applicant: { organisationId: agency.id }, mode: 'anywhere' },
  })
  const asked = Object.fromEntries(
    form.fields
      .filter(({ state }) => state === 'asked')
      .map(({ key, type }) => [key, type === 'date' ? '2026-12-31' : type === 'boolean' ? true : '样例']),
  )
  const id = app.clock.newId()
  const body = {
    id,
    service: 'licence-renewal',
    applicant: { organisationId: agency.id },
    mode: 'anywhere',
    answers: asked,
    checked: 'businessLicence',
  } as const
  const taken = await counter.takeIn({ body })
  expect(taken).toMatchObject({
    acceptance: { code: '370203' },
    decision: { code: '370202' },
    stage: { id: 'submitted' },
  })
  expect((await counter.takeIn({ body })).n).toBe(taken.n)
  // Who filled the form in does not take it in as well.
  expect(taken.choices).toEqual([])
  const mine = (officer: SomebodyGiven) => app.as(casesRoutes, officer).taskCounts()
  expect([(await mine(elsewhere.counter)).mine, (await mine(second)).mine]).toEqual([0, 1])
  await officerStep(app, second, id, 'accept')
  await refused('cases.wrongDistrict', officerStep(app, elsewhere.reviewer, id, 'pass', { seen: 'a'.repeat(64) }))
  const granted = await throughOffice(app, office, id, [
    ['reviewer', 'pass'],
    ['approver', 'approve'],
  ])
  expect(granted).toMatchObject({ stage: { end: 'done' }, outcomes: [{ kind: 'renewLicence' }] })
})

test('whoever has the code of the receipt sees how far a case is, and nothing of what it says', async () => {
  const applicant = await givenFirm(app)
  const { code } = await givenCase(app, applicant, 'job-retention-refund')
  const progress = await app.as(casesRoutes).progress({ query: { code } })
  expect(progress).toEqual({
    code,
    service: { zh: '失业保险稳岗返还', en: 'Refund for keeping jobs' },
    stage: { name: { zh: '待受理', en: 'Submitted' }, end: null },
    dueOn: '2026-03-17',
    steps: [{ name: { zh: '提交申请', en: 'Submit' }, stage: { zh: '待受理', en: 'Submitted' }, on: '2026-03-10' }],
  })
  await refused('cases.noCase', app.as(casesRoutes).progress({ query: { code: '20260310-AAAAA-AAAAA' } }))
})
