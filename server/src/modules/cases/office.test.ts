import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { casesRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import {
  bodyOf,
  desk,
  givenCase,
  givenOffice,
  giveDuty,
  type Office,
  officerStep,
  runJob,
  stated,
  strikeClock,
  throughOffice,
  waitUntil,
  givenFirm,
  givenInsured,
} from '../../../testing/office/cases.ts'
import { given } from '../../../testing/given.ts'
import { CITIES } from '../../city/index.ts'
import { dayOf } from '../../platform/clock.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'renshu-cities-'))
cpSync(CITIES, FOLDER, { recursive: true })
const INJURY = join(FOLDER, '370200-qingdao/services/supplementary-injury.yaml')
const REFUND_POLICY = join(FOLDER, '370000-shandong/policies/job-retention-refund.yaml')
const REFUND_CASES = REFUND_POLICY.replace('.yaml', '.cases.yaml')

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

async function givenRefund() {
  const applicant = await givenFirm(app)
  return { applicant, file: await givenCase(app, applicant, 'job-retention-refund') }
}
async function givenClaim() {
  const person = await givenInsured(app)
  return {
    person,
    file: await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-01' } }),
  }
}

describe('tasks', () => {
  test('go to who has the fewest, are taken over with a reason, and handed on when a duty ends', async () => {
    const second = await given.officer(app, { name: '样例窗口二', district: '370202' })
    const { id: dutyId } = await giveDuty(app, office.administrator, second, 'counter', '370202')
    const files = [await givenClaim(), await givenClaim(), await givenClaim(), await givenClaim()]
    const desks = [office.counter, second].map((officer) => app.as(casesRoutes, officer))
    const counts = await Promise.all(desks.map((client) => client.taskCounts()))
    expect(counts.map(({ mine }) => mine)).toEqual([2, 2])
    expect(counts[0]).toMatchObject({ all: 4, overdue: 0, services: [{ key: 'supplementary-injury', count: 4 }] })
    const [mine, hers] = desks as [(typeof desks)[0], (typeof desks)[0]]
    const { items } = await hers.tasks({ query: { whose: 'mine' } })
    const params = { caseId: items[0]!.id }
    expect((await mine.colleagues({ params })).items).toMatchObject([{ person: { id: office.counter.personId } }])
    await refused(
      'cases.noDuty',
      mine.assign({ params, body: { personId: office.reviewer.personId, reason: '出差', expected: 1 } }),
    )
    const taken = await mine.assign({ params, body: { personId: null, reason: '同事出差', expected: 1 } })
    expect(taken.assigned).toMatchObject({ mine: true })
    await refused('cases.notYourRole', officerAssign(office.reviewer, params.caseId))
    await app.as(casesRoutes, office.administrator).endDuty({ params: { dutyId } })
    expect((await mine.taskCounts()).mine).toBe(4)
    expect((await hers.tasks({ query: {} })).items).toEqual([])
    await refused('cases.noDuty', officerStep(app, second, files[0]!.file.id, 'accept'))
  })
  test('tasks beyond those that are handed on with a duty follow by a job, each once', async () => {
    const leaving = await given.officer(app, { name: '样例窗口三', district: '370203' })
    const staying = await given.officer(app, { name: '样例窗口四', district: '370203' })
    const { id: dutyId } = await giveDuty(app, office.administrator, leaving, 'counter', '370203')
    const claims = []
    for (let count = 0; count < 3; count++) {
      const person = await given.person(app)
      await stated(app, { kind: 'person', id: person.personId }, { 'insurance.district': '370203' })
      claims.push(await givenCase(app, person, 'supplementary-injury', { answers: { injuredOn: '2026-02-01' } }))
    }
    await giveDuty(app, office.administrator, staying, 'counter', '370203')
    const { city, id: after } = { city: '370200', id: claims[0]!.id }
    await app.services.database.asOwner((connection) =>
      connection.query('update cases.duty set ended_at = now(), ended_by = person_id where id = $1', [dutyId]),
    )
    await runJob(app, 'cases.clearDesk', { city, personId: leaving.personId, after })
    const ofStaying = await app.as(casesRoutes, staying).tasks({ query: { whose: 'mine' } })
    expect(new Set(ofStaying.items.map(({ id }) => id))).toEqual(new Set(claims.slice(1).map(({ id }) => id)))
    await runJob(app, 'cases.clearDesk', { city, personId: leaving.personId })
    expect(await app.as(casesRoutes, staying).tasks({ query: { whose: 'mine' } })).toMatchObject({ total: 3 })
  })

  test('duties are listed page by page, to who is no administrator the own ones', async () => {
    const administrator = app.as(casesRoutes, office.administrator)
    const whole = await administrator.duties({ query: {} })
    expect(whole.total).toBe(whole.items.length)
    const first = await administrator.duties({ query: { limit: 2 } })
    const second = await administrator.duties({ query: { limit: 200, cursor: first.next! } })
    expect([...first.items, ...second.items]).toEqual(whole.items)
    expect(await app.as(casesRoutes, office.reviewer).duties({ query: {} })).toMatchObject({
      total: 1,
      items: [{ person: { id: office.reviewer.personId } }],
    })
    await refused('platform.badCursor', administrator.duties({ query: { cursor: 'WyJhIl0' } }))
  })

  const officerAssign = (officer: Parameters<typeof officerStep>[1], caseId: string) =>
    app.as(casesRoutes, officer).assign({
      params: { caseId },
      body: { personId: null, reason: '想办', expected: 1 },
    })

  test('applicant and office write to each other, and each sees what is new', async () => {
    const { person, file } = await givenClaim()
    const params = { caseId: file.id }
    const own = desk(app, person).client
    const bureau = app.as(casesRoutes, office.counter)
    await own.myMessage({ params, body: { text: '票据是补开的' } })
    expect((await bureau.tasks({ query: { code: file.code } })).items).toMatchObject([{ unread: 1 }])
    await bureau.officerSeen({ params })
    await bureau.officerMessage({ params, body: { text: '收到' } })
    const seen = await own.myCase({ params })
    expect(seen).toMatchObject({ unread: 1, messages: [{ text: '票据是补开的' }, { text: '收到', from: 'office' }] })
    expect(seen.messages[0]!.seenAt).not.toBeNull()
    await refused('cases.noCase', desk(app, await given.person(app)).client.myMessage({ params, body: { text: 'x' } }))
    await refused('cases.noCase', desk(app, await given.person(app)).client.myMessages({ params, query: {} }))
    for (let count = 0; count < 50; count++) {
      app.clock.advance(1)
      await (count % 2 ? own.myMessage : bureau.officerMessage)({ params, body: { text: `第${count}条` } })
    }
    const file50 = await own.myCase({ params })
    expect(file50).toMatchObject({
      unread: 26,
      messages: [{ text: '第0条' }, ...Array.from({ length: 49 }, () => ({}))],
    })
    const earlier = await own.myMessages({ params, query: { cursor: file50.earlierMessages! } })
    expect(earlier).toMatchObject({ total: 52, next: null, items: [{ text: '收到' }, { text: '票据是补开的' }] })
    expect((await bureau.officerMessages({ params, query: { limit: 1 } })).items).toMatchObject([{ text: '第49条' }])
  })
})

test('an objection to a notice waits at the counter, keeps the notice from ending, and is recorded or answered', async () => {
  const { applicant, file } = await givenRefund()
  await throughOffice(app, office, file.id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
    ['approver', 'approve'],
  ])
  const anybody = await given.person(app)
  const { items } = await app.as(casesRoutes).notices({ query: {} })
  expect(JSON.stringify(items)).not.toContain('12345')
  const object = (somebody = anybody) =>
    app.as(casesRoutes, somebody).object({ params: { noticeId: items[0]!.id }, body: { text: '这家单位去年裁员很多' } })
  const somebodyElse = await given.person(app)
  await object()
  await object(somebodyElse)
  await waitUntil(app, '2026-03-20T01:00:00Z', [...Object.values(office), applicant, anybody])
  await strikeClock(app)
  const counter = app.as(casesRoutes, office.counter)
  const [task] = (await counter.tasks({ query: { objections: 'true' } })).items
  expect(task).toMatchObject({ id: file.id, objections: 2, stage: { id: 'published' } })
  const { objections } = await counter.officerCase({ params: { caseId: file.id } })
  const answer = { params: { objectionId: objections[0]!.id }, body: { answer: '与申请年度无关' } }
  await refused('cases.notYourRole', app.as(casesRoutes, office.reviewer).answerObjection(answer))
  expect(await counter.answerObjection(answer)).toMatchObject({ status: 'dismissed', answer: '与申请年度无关' })
  await refused('cases.noObjection', counter.answerObjection(answer))
  const back = await officerStep(app, office.counter, file.id, 'object')
  expect(back).toMatchObject({ stage: { id: 'reviewing' }, amount: null })
  expect(back.objections.map(({ status }) => status)).toEqual(['dismissed', 'recorded'])
  await refused('cases.noticeOver', object())
  expect((await desk(app, applicant).file(file.id)).objections).toEqual([])
})

describe('counters', () => {
  const HOURS = {
    district: '370202',
    name: '市南窗口',
    address: '样例路1号',
    minutes: 30,
    places: 1,
    hours: [{ weekday: 1, from: '09:00', until: '10:00' }],
    version: null,
  }
  test('give times on working days alone; the last place goes to one of two who book it at once', async () => {
    const counterId = app.clock.newId()
    const admin = app.as(casesRoutes, office.administrator)
    await admin.setCounter({ params: { counterId }, body: HOURS })
    await refused('platform.stale', admin.setCounter({ params: { counterId }, body: HOURS }))
    const { items } = await app.as(casesRoutes).slots({ query: { counter: counterId } })
    expect(items.map(({ startsAt, free }) => [startsAt, free])).toEqual([
      ['2026-03-23T01:00:00.000Z', 1],
      ['2026-03-23T01:30:00.000Z', 1],
      ['2026-03-30T01:00:00.000Z', 1],
      ['2026-03-30T01:30:00.000Z', 1],
    ])
    const people = [await given.person(app), await given.person(app)]
    const book = (person: (typeof people)[0], startsAt = items[0]!.startsAt) =>
      app.as(casesRoutes, person).myBook({ body: { counterId, startsAt } })
    const answers = await Promise.allSettled(people.map((person) => book(person)))
    const winner = people[answers.findIndex(({ status }) => status === 'fulfilled')]!
    const lost = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ problem: { code: 'cases.slotTaken' } })
    await refused('cases.noSlot', book(winner, '2026-03-24T01:00:00.000Z'))
    const own = app.as(casesRoutes, winner)
    const [booked] = (await own.myBookings()).items
    const params = { appointmentId: booked!.id }
    const { bytes } = await own.myBookingFile({ params })
    expect(new TextDecoder().decode(bytes)).toContain('DTSTART;TZID=Asia/Shanghai:20260323T090000')
    const day = { query: { on: '2026-03-23' } }
    const ofDay = await app.as(casesRoutes, office.counter).counterAppointments(day)
    expect(ofDay).toMatchObject({ on: '2026-03-23', total: 1, next: null, items: [{ id: booked!.id }] })
    await book(winner, items[1]!.startsAt)
    const firstOfDay = await app
      .as(casesRoutes, office.counter)
      .counterAppointments({ query: { ...day.query, limit: 1 } })
    expect(firstOfDay).toMatchObject({ total: 2, items: ofDay.items })
    const rest = { query: { ...day.query, cursor: firstOfDay.next! } }
    expect((await app.as(casesRoutes, office.counter).counterAppointments(rest)).items).toMatchObject([
      { startsAt: items[1]!.startsAt },
    ])
    const another = app.clock.newId()
    await admin.setCounter({ params: { counterId: another }, body: { ...HOURS, name: '市南窗口二' } })
    const counters = await app.as(casesRoutes).counters({ query: { limit: 1 } })
    expect(counters).toMatchObject({ total: 2, items: [{ id: counterId }] })
    const others = await app.as(casesRoutes).counters({ query: { cursor: counters.next! } })
    expect(others).toMatchObject({ next: null, items: [{ id: another }] })
    await refused(
      'cases.noAppointment',
      app
        .as(
          casesRoutes,
          people.find((one) => one !== winner)!,
        )
        .myCancelBooking({ params }),
    )
    await own.myCancelBooking({ params })
    expect((await app.as(casesRoutes).slots({ query: { counter: counterId } })).items[0]!.free).toBe(1)
  })
})

describe('definitions', () => {
  const admin = () => app.as(casesRoutes, office.administrator)
  const versionOf = async (key: string) =>
    (await app.as(casesRoutes).services({ query: {} })).items.find((one) => one.key === key)!.version

  test('a file with a fault is refused whole, with file, line and reason, and what ran runs on', async () => {
    const whole = readFileSync(INJURY, 'utf8')
    await admin().reload()
    const before = await versionOf('supplementary-injury')
    writeFileSync(INJURY, whole.replace('        to: paying\n', '        to: nowhere\n'))
    const { changed, faults } = await admin().reload()
    expect(changed).toEqual([])
    expect(faults).toMatchObject([{ file: '370200-qingdao/services/supplementary-injury.yaml' }])
    expect(faults[0]!.line).toBeGreaterThan(1)
    expect(await versionOf('supplementary-injury')).toBe(before)
    expect((await givenClaim()).file.version).toBe(before)
    writeFileSync(INJURY, whole)
    expect(await admin().reload()).toMatchObject({ changed: [], faults: [] })
    await refused('platform.accessDenied', app.as(casesRoutes, office.counter).reload())
  })
  test('a case stays on the version it began on', async () => {
    const { file } = await givenClaim()
    const whole = readFileSync(INJURY, 'utf8')
    writeFileSync(INJURY, whole.replace('name: { zh: 复核中', 'name: { zh: 复核（新）'))
    expect((await admin().reload()).changed).toEqual(['supplementary-injury'])
    const newer = (await givenClaim()).file
    expect(newer.version).not.toBe(file.version)
    const passed = await throughOffice(app, office, file.id, [
      ['counter', 'accept'],
      ['reviewer', 'pass'],
    ])
    expect(passed).toMatchObject({ version: file.version, stage: { name: { zh: '复核中' } } })
    const { items } = await admin().definitions()
    expect(items.find(({ key }) => key === 'supplementary-injury')!.onEarlierVersions).toBeGreaterThan(0)
    writeFileSync(INJURY, whole)
    await admin().reload()
  })
  test('a policy that changes during review does not change the day it counts for', async () => {
    const { file } = await givenRefund()
    await officerStep(app, office.counter, file.id, 'accept')
    const whole = readFileSync(REFUND_POLICY, 'utf8')
    writeFileSync(REFUND_POLICY, whole.replace(/^to: .*$/m, 'to: 2026-03-25'))
    await app.as(policyRoutes, office.administrator).reloadPolicies()
    await waitUntil(app, '2026-03-30T01:00:00Z', Object.values(office))
    const passed = await officerStep(app, office.reviewer, file.id, 'pass')
    expect(passed).toMatchObject({ effective: '2026-03-20', decided: { effective: '2026-03-20', outcome: 'granted' } })
    const late = await givenRefund()
    expect(late.file.decided).toMatchObject({ outcome: 'notInForce' })
    await officerStep(app, office.counter, late.file.id, 'accept')
    const { choices } = await app.as(casesRoutes, office.reviewer).officerCase({ params: { caseId: late.file.id } })
    expect(choices.find(({ step }) => step === 'fail')).toMatchObject({
      needs: { proposed: { reason: 'notEntitled', words: '2026-03-30 不在政策执行期内。' } },
    })
    await refused('cases.notEntitled', officerStep(app, office.reviewer, late.file.id, 'pass'))
    writeFileSync(REFUND_POLICY, whole)
    await app.as(policyRoutes, office.administrator).reloadPolicies()
  })
  test('who was asked for other facts is decided by the text that asked for them, also when the policy is gone', async () => {
    const policies = () => app.as(policyRoutes, office.administrator)
    const [first, second] = [(await givenRefund()).file, (await givenRefund()).file]
    for (const { id } of [first, second]) await officerStep(app, office.counter, id, 'accept')
    const texts = [REFUND_POLICY, REFUND_CASES].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    for (const { path, text } of texts) writeFileSync(path, text.replaceAll('raised', 'isRaised'))
    const { policies: renamed, faults } = await policies().reloadPolicies()
    expect(faults).toEqual([])
    const inUse = renamed.find(({ key }) => key === 'job-retention-refund')!
    const passed = await officerStep(app, office.reviewer, first.id, 'pass')
    const { version } = first.decided!
    expect(version).toMatchObject({ until: null })
    expect(inUse.hash).not.toBe(version.hash)
    const decided = { outcome: 'granted', version: { hash: version.hash, until: dayOf(app.clock.now()) } }
    expect(passed).toMatchObject({ stage: { id: 'approving' }, decided })
    for (const { path } of texts) rmSync(path)
    const { policies: left } = await policies().reloadPolicies()
    expect(left.map(({ key }) => key)).not.toContain('job-retention-refund')
    expect(await officerStep(app, office.reviewer, second.id, 'pass')).toMatchObject({ decided })
    for (const { path, text } of texts) writeFileSync(path, text)
    await policies().reloadPolicies()
  })
})

test('an appeal is looked at by somebody else than before', async () => {
  const { applicant, file } = await givenRefund()
  await officerStep(app, office.counter, file.id, 'decline')
  const at = desk(app, applicant)
  const refusedFile = await at.file(file.id)
  expect(refusedFile).toMatchObject({ stage: { id: 'refused', end: 'refused' } })
  const appealed = await at.step(file.id, bodyOf(refusedFile, 'appeal'))
  expect(appealed).toMatchObject({ stage: { id: 'appealed' }, waitsFor: 'office' })
  expect((await officerStep(app, office.approver, file.id, 'reopen')).stage.id).toBe('reviewing')
})
