import { accountsRoutes, hiringRoutes, ledgerRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import {
  givenAccepted,
  givenApplication,
  givenPosting,
  givenTalent,
  OFFER,
  type PostingGiven,
  sidesOf,
  type TalentGiven,
} from '../../../testing/hiring.ts'
import { hiringJobs } from './index.ts'

let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app)
  talent = await givenTalent(app)
})
afterAll(() => app.close())

/** What the queue does every morning, on a day. */
async function morningOf(day: string): Promise<void> {
  app.clock.set(`${day}T00:30:00Z`)
  for (const { name, run } of hiringJobs(app.services)) if (name === 'hiring.clocks') await run({})
}
/** The process as kept: sessions end before most clocks do. */
async function kept(id: string): Promise<Record<string, unknown>> {
  const rows = await app.services.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `select stage, reminders, version, remind_on::text, answer_by::text, lapse_on::text from hiring.process where id = $1`,
          [id],
        )
      ).rows,
  )
  return rows[0]!
}
const reasonsOf = (id: string) =>
  app.services.database.asOwner(
    async (connection) =>
      (await connection.query('select step, reason from hiring.event where process_id = $1 order by seq', [id])).rows,
  )
const told = async (phone: string) => {
  const { items } = await app.as(accountsRoutes).listShownMessages()
  return items.filter(({ to }) => to === phone).map(({ text }) => text)
}
const lapses = async (id: string) => {
  const { items } = await app.as(ledgerRoutes, await given.officer(app)).entries({ query: { kind: 'hiring.lapsed' } })
  return items.filter(({ sourceId }) => sourceId === id).length
}

describe('the silence of an employer', () => {
  test('is reminded once, then closed with notice and counted once, in working days', async () => {
    const { id } = await givenApplication(app, talent, posting)
    expect(await kept(id)).toMatchObject({ remind_on: '2026-03-05', answer_by: '2026-03-09', lapse_on: '2026-03-16' })
    await morningOf('2026-03-04')
    expect(await kept(id)).toMatchObject({ stage: 'applied', reminders: 0 })
    await morningOf('2026-03-05')
    await morningOf('2026-03-06')
    expect(await kept(id)).toMatchObject({ stage: 'applied', reminders: 1 })
    await morningOf('2026-03-16')
    expect(await kept(id)).toMatchObject({ stage: 'applied' })
    await morningOf('2026-03-17')
    await morningOf('2026-03-18')
    expect(await kept(id)).toMatchObject({ stage: 'lapsed' })
    expect((await reasonsOf(id)).at(-1)).toEqual({ step: 'lapse', reason: 'employerSilent' })
    expect(await lapses(id)).toBe(1)
    await expect.poll(() => told(talent.phone), { timeout: 15_000 }).toContainEqual(expect.stringContaining('没有回复'))
    const bureau = app.as(hiringRoutes, await given.officer(app))
    const { items } = await bureau.silent()
    expect(items.find(({ organisation }) => organisation.id === posting.employer.id)).toMatchObject({
      waiting: 0,
      lapsed: 1,
      answered: 0,
    })
  })
  test('ends with the answer: the clock of an employer that answers begins anew', async () => {
    const { id } = await givenApplication(app, talent, posting)
    app.clock.set('2026-03-05T01:00:00Z')
    await sidesOf(app, talent, posting, id).employer({ step: 'talk' })
    expect(await kept(id)).toMatchObject({ answer_by: '2026-03-12' })
    const figures = await app
      .as(hiringRoutes, posting.employer.owner)
      .analytics({ params: { organisationId: posting.employer.id } })
    expect(figures).toMatchObject({
      stages: [
        { stage: 'applied', reached: 1, medianDays: 3 },
        { stage: 'talking', reached: 1, medianDays: 0 },
      ],
      channels: [{ channel: 'search', started: 1, placed: 0 }],
      answered: 10_000,
    })
  })
})

describe('a message of the employer', () => {
  test('is its first answer and renews its days; the process stays where it is, and ends in silence as ever', async () => {
    const { id } = await givenApplication(app, talent, posting)
    const sides = sidesOf(app, talent, posting, id)
    await morningOf('2026-03-05')
    expect(await kept(id)).toMatchObject({ reminders: 1, answer_by: '2026-03-09' })
    await sides.desk.message({ params: sides.deskParams, body: { text: '下周一来面谈可以吗' } })
    expect(await kept(id)).toMatchObject({
      stage: 'applied',
      version: 2,
      remind_on: '2026-03-10',
      answer_by: '2026-03-12',
      lapse_on: '2026-03-19',
    })
    await morningOf('2026-03-17')
    expect(await kept(id)).toMatchObject({ stage: 'applied', reminders: 2 })
    const bureau = app.as(hiringRoutes, await given.officer(app))
    const silent = async () =>
      (await bureau.silent({ query: { limit: 100 } })).items.find(
        ({ organisation }) => organisation.id === posting.employer.id,
      )
    expect(await silent()).toMatchObject({ overdue: 1, lapsed: 0, answered: 10_000 })
    await morningOf('2026-03-20')
    expect(await kept(id)).toMatchObject({ stage: 'lapsed' })
    expect((await reasonsOf(id)).at(-1)).toEqual({ step: 'lapse', reason: 'employerSilent' })
  })
  test('comes before no later day: after a booked interview its days still count from that', async () => {
    const { id } = await givenApplication(app, talent, posting)
    const sides = sidesOf(app, talent, posting, id)
    const slot = { startsAt: '2026-03-04T01:30:00.000Z', minutes: 30, place: '样例路9号' }
    await sides.employer({ step: 'propose', slots: [slot] })
    await sides.talent({ step: 'book', slotId: (await sides.file()).slots[0]!.id })
    const before = await kept(id)
    await sides.desk.message({ params: sides.deskParams, body: { text: '请带身份证' } })
    expect(await kept(id)).toEqual(before)
  })
  test('of the talent is no answer of the employer', async () => {
    const { id } = await givenApplication(app, talent, posting)
    const sides = sidesOf(app, talent, posting, id)
    app.clock.set('2026-03-04T01:00:00Z')
    const before = await kept(id)
    await sides.own.myMessage({ params: sides.params, body: { text: '请问进展' } })
    expect(await kept(id)).toEqual(before)
  })
})

describe('the silence of a talent', () => {
  test('ends an invitation after its days, and nothing is counted against the employer', async () => {
    const desk = app.as(hiringRoutes, posting.employer.owner)
    const params = { organisationId: posting.employer.id }
    const { id } = await desk.invite({ params, body: { talentId: talent.talentId, jobId: posting.job.id } })
    await morningOf('2026-03-16')
    expect(await kept(id)).toMatchObject({ stage: 'invited' })
    await morningOf('2026-03-17')
    expect(await kept(id)).toMatchObject({ stage: 'lapsed' })
    expect((await reasonsOf(id)).at(-1)).toEqual({ step: 'lapse', reason: 'talentSilent' })
    expect(await lapses(id)).toBe(0)
  })
  test('lets an offer stand until its last day, and not longer', async () => {
    const { id } = await givenApplication(app, talent, posting)
    const sides = sidesOf(app, talent, posting, id)
    await sides.employer({ ...OFFER, answerBy: '2026-03-04' })
    await refused('hiring.notNow', sides.employer({ step: 'refuse', reason: 'filled' }))
    await morningOf('2026-03-04')
    expect(await kept(id)).toMatchObject({ stage: 'offered' })
    app.clock.set('2026-03-04T23:00:00Z')
    await refused('hiring.notNow', sides.talent({ step: 'accept' }))
    await morningOf('2026-03-05')
    expect((await reasonsOf(id)).at(-1)).toEqual({ step: 'lapse', reason: 'offerExpired' })
  })
})

test('what was accepted never lapses: both are asked for their word', async () => {
  const { id } = await givenAccepted(app, talent, posting)
  await morningOf('2026-03-05')
  await morningOf('2026-06-01')
  expect(await kept(id)).toMatchObject({ stage: 'accepted', reminders: 1 })
  await expect
    .poll(() => told(talent.phone), { timeout: 15_000 })
    .toContainEqual(expect.stringContaining('确认是否到岗'))
})

test('follow-ups are asked on their day, once each, and answered by the talent alone', async () => {
  const sides = await givenAccepted(app, talent, posting)
  await sides.employer({ step: 'confirm', startedOn: '2026-03-02' })
  const { placement } = await sides.talent({ step: 'confirm', startedOn: '2026-03-02' })
  expect((await sides.deskFile()).placement!.followUps).toEqual([])
  const params = { followUpId: placement!.followUps[0]!.id }
  await refused('hiring.followUpEarly', sides.own.myFollowUp({ params, body: { answer: 'working' } }))
  await morningOf('2026-04-01')
  await morningOf('2026-04-02')
  const count = async () => (await told(talent.phone)).filter((text) => text.includes('回访')).length
  await expect.poll(count, { timeout: 15_000 }).toBe(1)
  const stranger = app.as(hiringRoutes, await given.person(app))
  await refused('hiring.noProcess', stranger.myFollowUp({ params, body: { answer: 'left' } }))
  // The session of March has ended: the same person signs in again.
  const again = await given.person(app, { phone: talent.phone })
  const own = app.as(hiringRoutes, again)
  await own.myFollowUp({ params, body: { answer: 'working' } })
  const file = await own.myProcess({ params: sides.params })
  expect(file.placement!.followUps[0]).toMatchObject({ answer: 'working', answeredBy: 'talent' })
  expect(file.events.at(-1)).toMatchObject({ step: 'followUp', by: 'talent', followUp: { days: 30 } })
})

test('times of an interview lie ahead, and the booked one comes as a calendar to both', async () => {
  const { id } = await givenApplication(app, talent, posting)
  const sides = sidesOf(app, talent, posting, id)
  const slot = { startsAt: '2026-03-03T17:30:00.000Z', minutes: 45, place: '样例路1号' }
  await refused(
    'hiring.slotPast',
    sides.employer({ step: 'propose', slots: [{ ...slot, startsAt: '2026-03-02T00:59:00.000Z' }] }),
  )
  const far = { ...slot, startsAt: '9999-12-31T23:30:00.000Z' }
  await refused('hiring.badDay', sides.employer({ step: 'propose', slots: [slot, far] }))
  const later = { ...slot, startsAt: '2026-03-04T17:30:00.000Z' }
  await sides.employer({ step: 'propose', slots: [slot, later] })
  await refused('hiring.noProcess', sides.own.myCalendar({ params: sides.params }))
  const { slots } = await sides.file()
  app.clock.set('2026-03-03T18:00:00Z')
  await refused('hiring.slotPast', sides.talent({ step: 'book', slotId: slots[0]!.id }))
  app.clock.set('2026-03-02T01:00:00Z')
  await sides.talent({ step: 'book', slotId: slots[0]!.id })
  expect(await kept(id)).toMatchObject({ answer_by: '2026-03-11' })
  const { bytes, type } = await sides.own.myCalendar({ params: sides.params })
  expect(type).toBe('text/calendar; charset=utf-8')
  expect(new TextDecoder().decode(bytes)).toContain('DTSTART;TZID=Asia/Shanghai:20260304T013000\r\n')
  expect((await sides.desk.calendar({ params: sides.deskParams })).bytes.length).toBeGreaterThan(100)
  // A time chosen later takes the place of the first one: the same event, counted up.
  const eventIn = (file: Uint8Array) => /UID:(.+)\r\n[^]*SEQUENCE:(\d+)\r\n/.exec(new TextDecoder().decode(file))!
  const [, uid, sequence] = eventIn(bytes)
  await sides.talent({ step: 'book', slotId: slots[1]!.id })
  const moved = eventIn((await sides.own.myCalendar({ params: sides.params })).bytes)
  expect(moved[1]).toBe(uid)
  expect(Number(moved[2])).toBeGreaterThan(Number(sequence))
  expect((await sides.file()).events.flatMap(({ slotAt }) => slotAt ?? [])).toEqual([slot.startsAt, later.startsAt])
})

test('days that cannot be are refused with their day', async () => {
  const { id } = await givenApplication(app, talent, posting)
  const sides = sidesOf(app, talent, posting, id)
  await refused('hiring.badDay', sides.employer({ ...OFFER, startOn: '2026-03-01' }))
  await refused('hiring.badDay', sides.employer({ ...OFFER, answerBy: '2026-06-01' }))
  await sides.employer(OFFER)
  await sides.talent({ step: 'accept' })
  await refused('hiring.badDay', sides.talent({ step: 'confirm', startedOn: '2026-03-03' }))
  await refused('hiring.badDay', sides.talent({ step: 'confirm', startedOn: '2026-03-01' }))
})
