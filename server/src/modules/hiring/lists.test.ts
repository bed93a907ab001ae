import { accountsRoutes, hiringRoutes, type Process } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, refused } from '../../../testing/codes.ts'
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
import { dayOf } from '../../platform/clock.ts'
import { begin, type Move, type State, take } from './rules/index.ts'
import { stateOf } from './store/rows.ts'
import type { EventRow, HiringTables } from './tables.ts'

let app: TestApp
let posting: PostingGiven
let elsewhere: PostingGiven
let talents: TalentGiven[]
let disputed: Awaited<ReturnType<typeof givenAccepted>>

/** Processes in many stages, each begun a second after the one before. */
beforeAll(async () => {
  app = await startApp()
  posting = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 20 }] })
  elsewhere = await givenPosting(app)
  talents = []
  for (let number = 0; number < 6; number++) talents.push(await givenTalent(app))
  const [first, second, third, fourth, fifth, sixth] = talents as [TalentGiven, ...TalentGiven[]] & TalentGiven[]
  const begun = async (talent: TalentGiven) => {
    app.clock.advance(1)
    return sidesOf(app, talent, posting, (await givenApplication(app, talent, posting)).id)
  }
  await begun(first)
  app.clock.advance(1)
  await givenApplication(app, first, elsewhere)
  await (await begun(second!)).employer({ step: 'refuse', reason: 'filled', note: '已招满' })
  const asked = await begun(third!)
  const slots = [9, 10].map((hour) => ({
    startsAt: `2026-03-04T0${hour - 8}:00:00.000Z`,
    minutes: 30,
    place: '样例路',
  }))
  await asked.employer({ step: 'propose', slots })
  await asked.talent({ step: 'book', slotId: (await asked.file()).slots[1]!.id })
  await asked.talent({ step: 'share', shareContact: false })
  const offered = await begun(fourth!)
  await offered.employer({ ...OFFER, note: '包食宿' })
  await offered.talent({ step: 'decline', reason: 'pay' })
  app.clock.advance(1)
  disputed = await givenAccepted(app, fifth!, posting)
  await disputed.employer({ step: 'confirm', startedOn: '2026-03-02' })
  await disputed.talent({ step: 'dispute', note: '还没有到岗' })
  app.clock.advance(1)
  const placed = await givenAccepted(app, sixth!, posting)
  await placed.talent({ step: 'confirm', startedOn: '2026-03-02' })
  await placed.employer({ step: 'confirm', startedOn: '2026-03-02' })
})
afterAll(() => app.close())

const desk = () => app.as(hiringRoutes, posting.employer.owner)
const params = () => ({ organisationId: posting.employer.id })
const stages = (items: readonly Process[]) => items.map(({ stage }) => stage).toSorted()

test('page by page, the last changed first, each process comes once', async () => {
  const seen: Process[] = []
  let cursor: string | undefined
  do {
    const page = await desk().processes({ params: params(), query: { limit: 2, ...(cursor && { cursor }) } })
    expect(page.total).toBe(6)
    seen.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(stages(seen)).toEqual(['accepted', 'applied', 'interview', 'placed', 'refused', 'withdrawn'])
  const changed = seen.map(({ changedAt }) => changedAt)
  expect(changed).toEqual(changed.toSorted().toReversed())
  const query = { limit: 2, cursor: 'eyJ4IjoxfQ' }
  await refused('platform.badCursor', desk().processes({ params: params(), query }))
})

test('a list shows what was asked for: a stage, open ones, a posting, what is overdue', async () => {
  const found = async (query: object) => stages((await desk().processes({ params: params(), query })).items)
  expect(await found({ stage: 'interview' })).toEqual(['interview'])
  expect(await found({ open: 'true' })).toEqual(['accepted', 'applied', 'interview'])
  expect(await found({ open: 'false' })).toEqual(['placed', 'refused', 'withdrawn'])
  expect(await found({ jobId: elsewhere.job.id })).toEqual([])
  expect(await found({ overdue: 'true' })).toEqual([])
  const own = app.as(hiringRoutes, talents[0]!)
  expect((await own.mine()).total).toBe(2)
  expect((await own.mine({ query: { jobId: elsewhere.job.id } })).items).toMatchObject([{ stage: 'applied' }])
})

test('how many stand where is counted whole, whatever the length of a page', async () => {
  const jobId = posting.job.id
  expect(await desk().jobStages({ params: { ...params(), jobId } })).toEqual({
    total: 6,
    overdue: 0,
    stages: ['applied', 'interview', 'accepted', 'placed', 'refused', 'withdrawn'].map((stage) => ({
      stage,
      count: 1,
    })),
  })
  const other = { organisationId: elsewhere.employer.id, jobId }
  const stranger = app.as(hiringRoutes, elsewhere.employer.owner)
  await refused('jobs.noJob', stranger.jobStages({ params: other }))
  const ofItsOwn = { organisationId: elsewhere.employer.id, jobId: elsewhere.job.id }
  expect(await stranger.jobStages({ params: ofItsOwn })).toMatchObject({ total: expect.any(Number) as number })
})

test('a list holds those with some talents, one or several', async () => {
  const [first, second] = talents as [TalentGiven, TalentGiven]
  const found = async (talentId: string | string[]) =>
    stages((await desk().processes({ params: params(), query: { talentId } })).items)
  expect(await found(second.talentId)).toEqual(['refused'])
  expect(await found([first.talentId, second.talentId])).toEqual(['applied', 'refused'])
})

test('what is overdue is found, and said on the process itself', async () => {
  const now = app.clock.now().toISOString()
  app.clock.set('2026-03-10T01:00:00Z')
  const recruiter = await given.member(app, posting.employer.id, 'recruiter')
  const { items } = await app.as(hiringRoutes, recruiter).processes({ params: params(), query: { overdue: 'true' } })
  expect(items).toMatchObject([{ stage: 'applied', overdue: true, answerBy: '2026-03-09' }])
  app.clock.set(now)
})

test('a disputed placement waits for an officer, who sees both words', async () => {
  const bureau = app.as(hiringRoutes, await given.officer(app))
  const { items } = await bureau.placements()
  expect(items.map(({ id, placement }) => [id, placement!.disputed])).toEqual([[disputed.id, '还没有到岗']])
  expect((await app.as(hiringRoutes, await given.officer(app, { district: '370203' })).placements()).total).toBe(0)
})

test('a helper with a mandate applies in somebody’s name, but cannot consent for him', async () => {
  const helper = await given.person(app)
  const accounts = app.as(accountsRoutes, talents[1]!)
  const body = { phone: helper.phone, purposes: ['applications' as const], until: '2026-12-31' }
  const code = await invitationFor(app, helper.phone, () => accounts.inviteHelper({ body }))
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  const acting = app.as(hiringRoutes, { ...helper, forPersonId: talents[1]!.personId })
  const jobId = elsewhere.job.id
  await refused('platform.notMandated', acting.apply({ body: { jobId, shareContact: true } }))
  const { id } = await acting.apply({ body: { jobId, shareContact: false } })
  expect((await app.as(hiringRoutes, talents[1]!).myProcess({ params: { processId: id } })).stage).toBe('applied')
  await refused('hiring.noProcess', app.as(hiringRoutes, helper).myProcess({ params: { processId: id } }))
})

/** The state as the events tell it. */
function replay(events: readonly EventRow[]): State {
  const [first, ...rest] = events as [EventRow, ...EventRow[]]
  const known = first.data as unknown as Parameters<typeof begin>[0]
  let state = begin({ ...known, step: first.step as 'apply' })
  for (const { who, step, stage, data, note, happenedAt } of rest) {
    const next = take(state, who, { ...data, step, note } as Move, dayOf(happenedAt))
    if (!next) throw new Error(`${who} ${step} was not to be taken`)
    expect(next.stage).toBe(stage)
    state = next
  }
  return state
}

test('the events of every process, replayed, give its state', async () => {
  const db = await app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
    const tables = tx.withTables<HiringTables>()
    const processes = await tables.selectFrom('hiring.process').selectAll().execute()
    const events = await tables.selectFrom('hiring.event').selectAll().orderBy('seq').execute()
    return { processes, events }
  })
  expect(db.processes.length).toBeGreaterThan(6)
  for (const row of db.processes) {
    const own = db.events.filter(({ processId }) => processId === row.id)
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, at) => at + 1))
    expect(replay(own)).toEqual(stateOf(row))
  }
})
