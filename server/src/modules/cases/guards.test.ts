import { accountsRoutes, type CaseFile, casesRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import {
  desk,
  givenCase,
  givenFirm,
  givenOffice,
  giveDuty,
  type Office,
  officerStep,
  runJob,
  stated,
  waitUntil,
} from '../../../testing/office/cases.ts'
import { givenVerified } from '../../../testing/registry.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const as = (somebody: SomebodyGiven) => app.as(casesRoutes, somebody)

test('others are named in a case only where its service is about them', async () => {
  const person = await given.person(app)
  const { id: organisationId } = await givenVerified(app)
  const names = async (service: string) => {
    const { id, version } = await desk(app, person).begin(service)
    return desk(app, person).save(id, { version, concerned: [{ organisationId }] })
  }
  await refused('cases.noConcerned', names('supplementary-injury'))
  expect((await names('agency-complaint')).concerned).toMatchObject([{ organisationId }])
  const body = {
    service: 'supplementary-injury',
    applicant: { personId: person.personId },
    mode: 'nearby' as const,
    id: app.clock.newId(),
    checked: 'idCard' as const,
    concerned: [{ organisationId }],
  }
  await refused('cases.noConcerned', as(office.counter).takeIn({ body }))
})

test('a case goes to nobody who is the helper of the applicant', async () => {
  const person = await given.person(app)
  await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
  const helper = await given.officer(app, { district: '370202' })
  await giveDuty(app, office.administrator, helper, 'counter', '370202')
  const body = { phone: helper.phone, purposes: ['cases' as const], until: '2026-12-31' }
  const code = await invitationFor(app, helper.phone, () => app.as(accountsRoutes, person).inviteHelper({ body }))
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  const answers = (day: number) => ({ answers: { injuredOn: `2026-02-0${day}` } })
  const files = [1, 2, 3].map((day) => () => givenCase(app, person, 'supplementary-injury', answers(day)))
  const ids = []
  for (const make of files) ids.push((await make()).id)
  const { items } = await as(helper).tasks({ query: { whose: 'mine' } })
  expect(items).toEqual([])
  const handing = { params: { caseId: ids[0]! }, body: { personId: helper.personId, reason: '样例', expected: 1 } }
  await refused('cases.ownCase', as(office.counter).assign(handing))
})

test('a task is handed to nobody who moved to another district, nor is he offered', async () => {
  const moved = await given.officer(app)
  await giveDuty(app, office.administrator, moved, 'reviewer', null)
  const { items } = await app.as(accountsRoutes, office.administrator).listOfficers()
  const { id: officerId, version } = items.find(({ personId }) => personId === moved.personId)!
  await app
    .as(accountsRoutes, office.administrator)
    .changeOfficer({ params: { officerId }, body: { district: '370203', administrator: false, version } })
  const person = await given.person(app)
  await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370202' })
  const { id: caseId } = await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-11' } })
  await officerStep(app, office.counter, caseId, 'accept')
  const offered = await as(office.administrator).colleagues({ params: { caseId } })
  expect(offered.items.map(({ person: { id } }) => id)).not.toContain(moved.personId)
  const { n } = await as(office.administrator).officerCase({ params: { caseId } })
  const body = { personId: moved.personId, reason: '样例', expected: n }
  await refused('cases.noDuty', as(office.administrator).assign({ params: { caseId }, body }))
})

test('of an account officers see the last digits; a cashier sees it in full, with a reason that stays on record', async () => {
  const applicant = await givenFirm(app)
  const account = '样例银行 6222 0210 0100 1234'
  const { id: caseId } = await givenCase(app, applicant, 'job-retention-refund', { answers: { account } })
  const factOf = (facts: CaseFile['facts']) => facts.find(({ key }) => key === 'account')
  expect(factOf((await desk(app, applicant).file(caseId)).facts)).toMatchObject({ value: account, masked: false })
  for (const officer of [office.counter, office.cashier, office.administrator]) {
    const file = await as(officer).officerCase({ params: { caseId } })
    const shown = '**** 样例银行 1234'
    const mayUnmask = officer === office.cashier
    expect(factOf(file.facts)).toMatchObject({ value: shown, shown, masked: true, mayUnmask })
    expect(file.facts.filter((fact) => fact.mayUnmask)).toHaveLength(Number(mayUnmask))
    expect(JSON.stringify(file)).not.toContain('6222 0210')
  }
  const look = (officer: SomebodyGiven, factKey = 'account') =>
    as(officer).lookAtAccount({ params: { caseId, factKey }, body: { reason: '核对户名' } })
  await refused('cases.notYourRole', look(office.reviewer))
  await refused('cases.unknownField', look(office.cashier, 'unit'))
  expect(await look(office.cashier)).toEqual({ shown: account })
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select reason, looked_by from cases.look where organisation_id = $1', [applicant.organisationId]),
  )
  expect(rows).toEqual([{ reason: '核对户名', looked_by: office.cashier.personId }])
})

test('an officer who takes over a changed account takes what the record says, without having seen it in full', async () => {
  const applicant = await givenFirm(app)
  const subject = { kind: 'organisation', id: applicant.organisationId } as const
  await stated(app, subject, { 'registry.bankAccount': '样例银行 6222 0210 0100 1234' })
  const { id } = await givenCase(app, applicant, 'job-retention-refund')
  await officerStep(app, office.counter, id, 'accept')
  const newer = '另一银行 6217 0010 0123 4567'
  await stated(app, subject, { 'registry.bankAccount': newer }, '2026-03-02')
  const seen = await as(office.reviewer).officerCase({ params: { caseId: id } })
  const { differences } = seen.choices.find(({ step }) => step === 'pass')!.needs
  expect(differences).toMatchObject([{ key: 'account', was: '**** 样例银行 1234', now: '**** 另一银行 4567' }])
  await officerStep(app, office.reviewer, id, 'pass')
  const { facts } = await desk(app, applicant).file(id)
  expect(facts.find(({ key }) => key === 'account')).toMatchObject({ value: newer, masked: false })
})

test('who came is marked on the day by who has a duty there, who did not once the time is past', async () => {
  const counterId = app.clock.newId()
  const hours = [{ weekday: 3, from: '09:00', until: '10:00' }]
  const place = {
    district: '370202',
    name: '样例窗口',
    address: '样例路1号',
    minutes: 30,
    places: 2,
    hours,
    version: null,
  }
  await as(office.administrator).setCounter({ params: { counterId }, body: place })
  const person = await given.person(app)
  const book = () => as(person).myBook({ body: { counterId, startsAt: '2026-03-04T01:00:00.000Z' } })
  const params = { appointmentId: (await book()).id }
  const cancelled = { appointmentId: (await book()).id }
  await as(person).myCancelBooking({ params: cancelled })
  const mark = (officer: SomebodyGiven, status: 'came' | 'missed', of = params) =>
    as(officer).markAppointment({ params: of, body: { status } })
  await refused('cases.tooEarly', mark(office.counter, 'came'))
  const idle = await given.officer(app, { district: '370202' })
  const elsewhere = await given.officer(app)
  await giveDuty(app, office.administrator, elsewhere, 'counter', '370203')
  await waitUntil(app, '2026-03-04T00:50:00Z', [office.counter, idle, elsewhere])
  await refused('cases.noDuty', mark(idle, 'came'))
  await refused('cases.noDuty', mark(elsewhere, 'came'))
  await refused('cases.tooEarly', mark(office.counter, 'missed'))
  await refused('cases.noAppointment', mark(office.counter, 'came', cancelled))
  expect(await mark(office.counter, 'came')).toMatchObject({ status: 'came' })
})

test('what was offered is not taken up after its last day, whenever the night run comes', async () => {
  const applicant = await givenFirm(app)
  await runJob(app, 'policy.entitle', { city: '370200' })
  const params = { organisationId: applicant.organisationId! }
  const { items } = await app.as(policyRoutes, applicant).organisationEntitlements({ params })
  expect(items).toMatchObject([{ state: 'open', lastDay: '2026-12-31' }])
  await waitUntil(app, '2027-01-01T01:00:00Z', [applicant])
  const taking = { params: { ...params, entitlementId: items[0]!.id }, body: { answers: { account: '6222 0001' } } }
  await refused('cases.noEntitlement', as(applicant).firmTakeUp(taking))
})
