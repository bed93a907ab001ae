import { hiringRoutes, ledgerRoutes } from '@renshu/contracts'
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

let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
beforeAll(async () => {
  app = await startApp()
  posting = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 50 }] })
})
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  talent = await givenTalent(app)
})
afterAll(() => app.close())

const counted = async (kind: 'hiring.placement' | 'hiring.application') => {
  const officer = await given.officer(app)
  const { items } = await app.as(ledgerRoutes, officer).entries({ query: { kind } })
  return items
}
const applied = async () => sidesOf(app, talent, posting, (await givenApplication(app, talent, posting)).id)
const TOMORROW = { startsAt: '2026-03-03T02:00:00.000Z', minutes: 30, place: '样例路1号' }

test('from an application over interview and offer to a placement that both confirmed, counted once', async () => {
  const before = (await counted('hiring.placement')).length
  const sides = await applied()
  expect(await sides.file()).toMatchObject({ stage: 'applied', answerBy: '2026-03-09', may: ['share', 'withdraw'] })
  await sides.employer({ step: 'talk' })
  await sides.employer({ step: 'propose', slots: [TOMORROW, { ...TOMORROW, startsAt: '2026-03-04T02:00:00.000Z' }] })
  const { slots } = await sides.file()
  const booked = await sides.talent({ step: 'book', slotId: slots[1]!.id })
  expect(booked.slots.map(({ mine }) => mine)).toEqual([false, true])
  await sides.employer(OFFER)
  expect(await sides.talent({ step: 'accept' })).toMatchObject({ stage: 'accepted', offer: { pay: 650_000 } })
  const half = await sides.employer({ step: 'confirm', startedOn: '2026-03-02' })
  expect(half).toMatchObject({ stage: 'accepted', placement: { startedOn: '2026-03-02', confirmedByTalent: null } })
  const whole = await sides.talent({ step: 'confirm', startedOn: '2026-03-02' })
  expect(whole.stage).toBe('placed')
  expect(whole.placement!.followUps.map(({ days, dueOn }) => [days, dueOn])).toEqual([
    [30, '2026-04-01'],
    [90, '2026-05-31'],
    [180, '2026-08-29'],
  ])
  const file = await sides.file()
  expect(file.events.map(({ step, by }) => `${by} ${step}`)).toEqual([
    'talent apply',
    'employer talk',
    'employer propose',
    'talent book',
    'employer offer',
    'talent accept',
    'employer confirm',
    'talent confirm',
  ])
  const entries = await counted('hiring.placement')
  expect(entries.length - before).toBe(1)
  expect(entries.find(({ sourceId }) => sourceId === file.id)).toMatchObject({
    occurredOn: '2026-03-02',
    organisationId: posting.employer.id,
    district: '370211',
  })
  await refused('hiring.notNow', sides.talent({ step: 'withdraw', reason: 'other' }))
})

describe('applying', () => {
  test('needs a profile and a posting that is shown', async () => {
    const body = { jobId: posting.job.id, shareContact: false }
    await refused('talents.noProfile', app.as(hiringRoutes, await given.person(app)).apply({ body }))
    const own = app.as(hiringRoutes, talent)
    await refused('jobs.notListed', own.apply({ body: { ...body, jobId: app.clock.newId() } }))
  })
  test('twice to one posting is refused, also at the same time; again after a withdrawal it is not', async () => {
    const body = { jobId: posting.job.id, shareContact: false }
    const own = app.as(hiringRoutes, talent)
    const both = await Promise.allSettled([own.apply({ body }), own.apply({ body })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await refused('hiring.alreadyOpen', own.apply({ body }))
    const { items } = await own.mine()
    await sidesOf(app, talent, posting, items[0]!.id).talent({ step: 'withdraw', reason: 'other' })
    expect((await own.apply({ body })).stage).toBe('applied')
    expect((await own.mine()).total).toBe(2)
  })
  test('says by which way the posting was found, and no way that there is not', async () => {
    const own = app.as(hiringRoutes, talent)
    const body = { jobId: posting.job.id, shareContact: false }
    await refused('platform.invalidInput', own.apply({ body: { ...body, channel: 'fair' as 'search' } }))
    expect((await own.apply({ body: { ...body, channel: 'recommendation' } })).channel).toBe('recommendation')
    const desk = app.as(hiringRoutes, posting.employer.owner)
    const { channels } = await desk.analytics({ params: { organisationId: posting.employer.id } })
    expect(channels).toContainEqual({ channel: 'recommendation', started: 1, placed: 0 })
  })
  test('one person applies to so many postings a day as the city sets, however fast', async () => {
    const hiring = app.as(hiringRoutes, talent)
    await app.services.database.asOwner((connection) =>
      connection.query(`insert into hiring.application_count values ('370200', $1, '2026-03-02', 29)`, [
        talent.personId,
      ]),
    )
    const jobs = [posting, await givenPosting(app), await givenPosting(app), await givenPosting(app)].map(
      ({ job }) => job.id,
    )
    // All at once, and one is left of the day.
    const tries = await Promise.allSettled(jobs.map((jobId) => hiring.apply({ body: { jobId, shareContact: false } })))
    const codes = tries.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { problem: { code: string } }).problem.code] : [],
    )
    expect(codes).toEqual(['hiring.tooMany', 'hiring.tooMany', 'hiring.tooMany'])
    const taken = jobs[tries.findIndex(({ status }) => status === 'fulfilled')]!
    const another = jobs.find((id) => id !== taken)!
    app.clock.advance(86_400)
    expect((await hiring.apply({ body: { jobId: another, shareContact: false } })).stage).toBe('applied')
  })
})

describe('two at once', () => {
  test('a double click on a step takes it once', async () => {
    const sides = await applied()
    const { version } = await sides.file()
    const body = { step: 'talk', version } as const
    const clicks = await Promise.allSettled([
      sides.desk.step({ params: sides.deskParams, body }),
      sides.desk.step({ params: sides.deskParams, body }),
    ])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await sides.file()).events).toHaveLength(2)
    await refused('platform.stale', sides.desk.step({ params: sides.deskParams, body }))
  })
  test('the last opening goes to one of two who accept', async () => {
    const last = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 1 }] })
    const rivals = [talent, await givenTalent(app)]
    const sides = []
    for (const rival of rivals) {
      const { id } = await givenApplication(app, rival, last)
      sides.push(sidesOf(app, rival, last, id))
    }
    for (const side of sides) await side.employer(OFFER)
    const answers = await Promise.allSettled(sides.map((side) => side.talent({ step: 'accept' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const loser = answers.findIndex(({ status }) => status === 'rejected')
    // Nothing of a step that failed half-way stays.
    expect(await sides[loser]!.file()).toMatchObject({ stage: 'offered', version: 2, events: { length: 2 } })
    await refused('hiring.full', sides[loser]!.talent({ step: 'accept' }))
    await refused(
      'hiring.full',
      app.as(hiringRoutes, await givenTalent(app)).apply({ body: { jobId: last.job.id, shareContact: false } }),
    )
    // Whoever withdraws gives it back.
    await sides[1 - loser]!.talent({ step: 'withdraw', reason: 'foundOther' })
    expect((await sides[loser]!.talent({ step: 'accept' })).stage).toBe('accepted')
  })
  test('one time of a posting goes to one of two talents', async () => {
    const other = await givenTalent(app)
    const first = await applied()
    const second = sidesOf(app, other, posting, (await givenApplication(app, other, posting)).id)
    const slots = [{ ...TOMORROW, place: `样例路${talent.talentId.slice(-4)}号` }]
    for (const side of [first, second]) await side.employer({ step: 'propose', slots })
    const slotOf = async (side: typeof first) => (await side.file()).slots[0]!
    await first.talent({ step: 'book', slotId: (await slotOf(first)).id })
    expect(await slotOf(second)).toMatchObject({ taken: true, mine: false })
    await refused('hiring.slotTaken', second.talent({ step: 'book', slotId: (await slotOf(second)).id }))
    await first.employer({ step: 'refuse', reason: 'experience' })
    expect((await second.talent({ step: 'book', slotId: (await slotOf(second)).id })).slots[0]!.mine).toBe(true)
  })
  test('two officers place once', async () => {
    const sides = await givenAccepted(app, talent, posting)
    const officers = [await given.officer(app), await given.officer(app)]
    const { version } = await sides.file()
    const bureau = officers.map((officer) => app.as(hiringRoutes, officer))
    const pdf = new TextEncoder().encode('%PDF-1.4\n劳动合同')
    const { id } = await bureau[0]!.evidence({ params: sides.params, query: { name: '合同.pdf' }, bytes: pdf })
    const body = { version, startedOn: '2026-03-02', documents: [id], reason: '劳动合同' }
    const places = await Promise.allSettled(bureau.map((desk) => desk.place({ params: sides.params, body })))
    expect(places.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await counted('hiring.placement')).filter(({ sourceId }) => sourceId === sides.id)).toHaveLength(1)
    expect((await bureau[0]!.officerProcess({ params: sides.params })).evidence).toMatchObject([
      { id, name: '合同.pdf' },
    ])
    const file = await bureau[0]!.evidenceFile({ params: { ...sides.params, fileId: id } })
    expect(file.bytes).toEqual(pdf)
    const elsewhere = await applied()
    await refused('files.notFound', bureau[0]!.evidenceFile({ params: { ...elsewhere.params, fileId: id } }))
    expect((await sides.file()).evidence).toEqual([])
  })
})

describe('an officer', () => {
  test('places only with evidence, and nobody of whose case he is part', async () => {
    const sides = await givenAccepted(app, talent, posting)
    const { version } = await sides.file()
    const bureau = app.as(hiringRoutes, await given.officer(app))
    const body = { version, startedOn: '2026-03-02', documents: [], reason: '劳动合同' }
    await refused('hiring.evidenceMissing', bureau.place({ params: sides.params, body }))
    const unknown = { ...body, documents: [app.clock.newId()] }
    await refused('hiring.evidenceMissing', bureau.place({ params: sides.params, body: unknown }))
    await refused('hiring.badDay', bureau.place({ params: sides.params, body: { ...body, startedOn: '2026-03-03' } }))
    const elsewhere = app.as(hiringRoutes, await given.officer(app, { district: '370203' }))
    await refused('hiring.noProcess', elsewhere.place({ params: sides.params, body }))
    const { items } = await bureau.placements()
    expect(items.map(({ id }) => id)).toContain(sides.id)
  })
  test('recommends; the talent decides whether it becomes an application', async () => {
    const bureau = app.as(hiringRoutes, await given.officer(app))
    const body = { jobId: posting.job.id, talentId: talent.talentId }
    const { id } = await bureau.officerRecommend({ body })
    const sides = sidesOf(app, talent, posting, id)
    expect((await sides.file()).may).toEqual(['agree', 'decline'])
    await refused('hiring.notNow', sides.employer({ step: 'talk' }))
    expect(await sides.talent({ step: 'agree', shareContact: false })).toMatchObject({
      stage: 'applied',
      channel: 'officer',
    })
    const hidden = await givenTalent(app, { visibility: 'hidden' })
    await refused('hiring.notVisible', bureau.officerRecommend({ body: { ...body, talentId: hidden.talentId } }))
  })
})

describe('an invitation', () => {
  const invite = (talentId: string, recruiter: { token: string } = posting.employer.owner) =>
    app.as(hiringRoutes, recruiter).invite({
      params: { organisationId: posting.employer.id },
      body: { talentId, jobId: posting.job.id },
    })
  test('shows no name before it is accepted, and is not repeated soon after it was declined', async () => {
    const process = await invite(talent.talentId)
    expect(process).toMatchObject({ stage: 'invited', talent: { contact: false } })
    expect(process.talent.name).not.toContain('样例')
    const sides = sidesOf(app, talent, posting, process.id)
    await sides.talent({ step: 'decline', reason: 'place' })
    await refused('hiring.refusedBefore', invite(talent.talentId))
    app.clock.advance(31 * 86_400)
    const recruiter = await given.member(app, posting.employer.id, 'recruiter')
    expect((await invite(talent.talentId, recruiter)).stage).toBe('invited')
  })
  test('reaches nobody who is hidden', async () => {
    const { talentId } = await givenTalent(app, { visibility: 'hidden' })
    await refused('hiring.notVisible', invite(talentId))
  })
})
