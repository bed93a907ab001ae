import { accountsRoutes, hiringRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
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
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { hiringJobs } from './index.ts'

/** Who is told of what, how often. */

let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
let recruiter: SomebodyGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 20 }] })
  talent = await givenTalent(app)
  recruiter = await given.member(app, posting.employer.id, 'recruiter')
})
afterAll(() => app.close())

const query = (statement: string, values: unknown[]) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)
/** Kinds of the messages queued for a phone, in order. */
async function toldTo({ phone }: { phone: string }): Promise<string[]> {
  const rows = await query(
    `select data ->> 'kind' as kind from queue.job where name = 'platform.message' and data ->> 'about' = $1
     order by created_on, id`,
    [app.services.secrets.blind('phone', phone)],
  )
  return rows.map(({ kind }) => String(kind)).filter((kind) => kind.startsWith('hiring.'))
}
const toldRecruiter = () => toldTo(recruiter)
/** What was said to a phone, as it arrives. */
const wordsTo = async ({ phone }: { phone: string }) => {
  const { items } = await app.as(accountsRoutes).listShownMessages()
  return items.flatMap(({ to, text }) => (to === phone ? [text] : []))
}
async function run(name: string, at: string): Promise<void> {
  app.clock.set(at)
  for (const job of hiringJobs(app.services)) if (job.name === name) await job.run({})
}
const evening = (day: string) => run('hiring.day', `${day}T10:30:00Z`)
const applied = async (somebody = talent) =>
  sidesOf(app, somebody, posting, (await givenApplication(app, somebody, posting)).id)
const slotOn = (day: string, place = talent.talentId) => ({ startsAt: `${day}T01:30:00.000Z`, minutes: 30, place })
async function booked() {
  const sides = await applied()
  await sides.employer({ step: 'propose', slots: [slotOn('2026-03-04'), slotOn('2026-03-05')] })
  const { slots } = await sides.file()
  await sides.talent({ step: 'book', slotId: slots[0]!.id })
  return { ...sides, slots }
}

describe('those who recruit', () => {
  test('hear of an application, of a time that is chosen, and of a withdrawal before the interview: owner and recruiter', async () => {
    const sides = await booked()
    await sides.talent({ step: 'withdraw', reason: 'foundOther' })
    const heard = ['hiring.applied', 'hiring.booked', 'hiring.withdrawn']
    expect(await toldRecruiter()).toEqual(heard)
    expect(await toldTo(posting.employer.owner)).toEqual(heard)
  })
  test('read the title of the posting and no name, and sign in for the rest', async () => {
    await applied()
    await expect.poll(() => wordsTo(recruiter), { timeout: 15_000 }).toHaveLength(1)
    const [words] = await wordsTo(recruiter)
    expect(words).toContain(posting.job.title)
    expect(words).not.toContain('样例求职者')
  })
  test('hear of acceptance and of the day the other side names; the person of the word that places him', async () => {
    const sides = await givenAccepted(app, talent, posting)
    await sides.talent({ step: 'confirm', startedOn: '2026-03-02' })
    await sides.employer({ step: 'confirm', startedOn: '2026-03-02' })
    expect(await toldRecruiter()).toEqual(['hiring.applied', 'hiring.accepted', 'hiring.startSaid'])
    expect((await toldTo(talent)).slice(-1)).toEqual(['hiring.placed'])
  })
  test('hear of a dispute and of an invitation that was declined', async () => {
    const sides = await givenAccepted(app, talent, posting)
    await sides.employer({ step: 'confirm', startedOn: '2026-03-02' })
    await sides.talent({ step: 'dispute', note: '还没上班' })
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.disputed'])
    const other = await givenTalent(app)
    const params = { organisationId: posting.employer.id }
    const body = { talentId: other.talentId, jobId: posting.job.id }
    const { id } = await app.as(hiringRoutes, posting.employer.owner).invite({ params, body })
    await sidesOf(app, other, posting, id).talent({ step: 'decline', reason: 'place' })
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.declined'])
  })
  test('hear of the same step of one process three times a day, however often it is taken', async () => {
    const sides = await booked()
    for (const at of [1, 0, 1, 0, 1]) await sides.talent({ step: 'book', slotId: sides.slots[at]!.id })
    expect((await toldRecruiter()).filter((kind) => kind === 'hiring.booked')).toHaveLength(3)
    app.clock.advance(86_400)
    await sides.talent({ step: 'book', slotId: sides.slots[0]!.id })
    expect((await toldRecruiter()).filter((kind) => kind === 'hiring.booked')).toHaveLength(4)
  })
  test('hear at once of the first application of a day, and of the others together in the evening, once', async () => {
    for (let each = 0; each < 4; each++) await applied(await givenTalent(app))
    expect(await toldRecruiter()).toEqual(['hiring.applied'])
    await evening('2026-03-02')
    await evening('2026-03-02')
    expect(await toldRecruiter()).toEqual(['hiring.applied', 'hiring.day'])
    await expect
      .poll(() => wordsTo(recruiter), { timeout: 15_000 })
      .toContainEqual(expect.stringContaining('另有 3 份新应聘'))
    app.clock.set('2026-03-03T01:00:00Z')
    await applied(await givenTalent(app))
    await evening('2026-03-03')
    expect(await toldRecruiter()).toEqual(['hiring.applied', 'hiring.day', 'hiring.applied'])
    expect(await query('select 1 from hiring.daily_count where organisation_id = $1', [posting.employer.id])).toEqual([
      { '?column?': 1 },
    ])
  })
  test('hear in the evening of what ended without their doing: silence, withdrawal, erasure', async () => {
    const sides = await applied()
    await sides.talent({ step: 'withdraw', reason: 'pay' })
    const other = await givenTalent(app)
    await applied(other)
    await app.as(talentsRoutes, other).remove()
    await app.settle()
    await evening('2026-03-02')
    expect(await toldRecruiter()).toEqual(['hiring.applied', 'hiring.day'])
    await expect
      .poll(() => wordsTo(recruiter), { timeout: 15_000 })
      .toContainEqual(expect.stringContaining('2 份应聘已结束'))
  })
  test('hear at once of an erasure before the interview, and of an offer that ran out', async () => {
    await booked()
    await app.as(talentsRoutes, talent).remove()
    await app.settle()
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.erased'])
    const other = await givenTalent(app)
    await (await applied(other)).employer({ ...OFFER, answerBy: '2026-03-04' })
    await run('hiring.clocks', '2026-03-05T00:30:00Z')
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.offerLapsed'])
  })
  test('are reminded, recruiters as well as owners', async () => {
    await applied()
    await run('hiring.clocks', '2026-03-05T00:30:00Z')
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.answerDue'])
  })
})

describe('a message', () => {
  test('is told the other side once until it looks, in both directions', async () => {
    const sides = await applied()
    for (const text of ['您好', '在吗']) await sides.own.myMessage({ params: sides.params, body: { text } })
    expect((await toldRecruiter()).slice(1)).toEqual(['hiring.written'])
    await sides.desk.seen({ params: sides.deskParams })
    await sides.own.myMessage({ params: sides.params, body: { text: '请问' } })
    expect((await toldRecruiter()).slice(1)).toEqual(['hiring.written', 'hiring.written'])
    for (const text of ['您好', '周三可以吗']) await sides.desk.message({ params: sides.deskParams, body: { text } })
    expect(await toldTo(talent)).toEqual(['hiring.written'])
  })
})

test('the person is told that an officer placed him, and so is the employer', async () => {
  const sides = await givenAccepted(app, talent, posting)
  const bureau = app.as(hiringRoutes, await given.officer(app))
  const bytes = new TextEncoder().encode('%PDF-1.4\n劳动合同')
  const { id } = await bureau.evidence({ params: sides.params, query: { name: '合同.pdf' }, bytes })
  const { version } = await sides.file()
  const body = { version, startedOn: '2026-03-02', documents: [id], reason: '劳动合同' }
  await bureau.place({ params: sides.params, body })
  expect((await toldTo(talent)).slice(-1)).toEqual(['hiring.placedByOfficer'])
  expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.placed'])
})

describe('an agency', () => {
  let keeper: OrganisationGiven
  beforeEach(async () => {
    keeper = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
    await givenLicence(app, keeper)
    await query(
      `update talents.talent set person_id = null, agency_id = $2, visibility = 'hidden',
         consent_on = '2026-01-01', consent_until = '2026-12-31', visible_until = '2026-12-31' where id = $1`,
      [talent.talentId, keeper.id],
    )
  })
  test('that recommends is heard of, and hears itself of an interview, a message and an offer', async () => {
    const organisationId = keeper.id
    const body = { talentId: talent.talentId, jobId: posting.job.id }
    const own = app.as(hiringRoutes, keeper.owner)
    const { id: processId } = await own.recommend({ params: { organisationId }, body })
    expect(await toldRecruiter()).toEqual(['hiring.applied'])
    const desk = app.as(hiringRoutes, posting.employer.owner)
    const params = { organisationId: posting.employer.id, processId }
    await desk.message({ params, body: { text: '周三来面谈' } })
    await desk.step({ params, body: { ...OFFER, version: 1 } })
    expect(await toldTo(keeper.owner)).toEqual(['hiring.keptMoved', 'hiring.keptMoved'])
    await own.step({ params: { organisationId, processId }, body: { step: 'accept', version: 2 } })
    expect((await toldRecruiter()).slice(-1)).toEqual(['hiring.accepted'])
  })
})
