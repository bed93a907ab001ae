import { jobsRoutes, matchRoutes, type PostBody, talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { countAtStart, matchJobs } from './index.ts'

let app: TestApp
let employer: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例青岛物流有限公司' })
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(matchRoutes, somebody)
type Profile = Partial<z.input<typeof talentsRoutes.save.body>>
type Seeker = SomebodyGiven & { id: string; version: number }

async function seeker(profile: Profile = {}): Promise<Seeker> {
  const person = await given.person(app, { name: '样例求职者' })
  const body = { version: null, wishes: [{ title: '叉车司机' }], places: ['370211'], ...profile }
  const { id, version } = await app.as(talentsRoutes, person).save({ body })
  await app.settle()
  return { ...person, id, version }
}
let jobs = 0
const DUTIES = [
  '装卸托盘',
  '盘点库存',
  '夜间巡检',
  '冷库上货',
  '港口理货',
  '码垛打包',
  '集装箱拆箱',
  '生鲜分拣',
  '钢卷吊运',
]
/** Other duties each time: a posting that repeats another waits for an officer. */
const dutiesOf = (n: number) =>
  `负责${DUTIES[n % 9]}，配合${DUTIES[(n * 2 + 1) % 9]}；班组${String.fromCodePoint(0x4e00 + n * 37)}队，地点${DUTIES[(n * 4 + 2) % 9]}区。`

async function job(wanted: Partial<PostBody> = {}) {
  const posted = await givenJob(app, employer, { description: dutiesOf(++jobs), ...wanted })
  // One that waits for an officer is in no index.
  expect(posted.status).toBe('open')
  await app.settle()
  return posted
}
const recommended = async (who: Seeker, query: { personal?: 'false' } = {}) => {
  const { fits, near } = await as(who).recommended({ query: query as never })
  return { fits: fits.map(({ job: { id } }) => id), near: near.map(({ job: { id } }) => id), first: fits[0] }
}
const candidatesOf = (jobId: string, organisation = employer) =>
  as(organisation.owner).candidates({ params: { organisationId: organisation.id, jobId } })

test('a posting that fits is recommended with reasons in words, one in another trade is not', async () => {
  const who = await seeker({ salary: { min: 500_000 } })
  const fitting = await job({ title: '叉车工', salary: { min: 600_000, max: 800_000 } })
  const foreign = await job({ title: '护士', description: '病房护理，轮班。' })
  const { fits, near, first } = await recommended(who)
  expect(fits).toContain(fitting.id)
  expect([...fits, ...near]).not.toContain(foreign.id)
  expect(first!.reasons.map(({ factor }) => factor)).toContain('occupation')
  expect(first!.reasons.every(({ text }) => text.length > 0)).toBe(true)
  expect(first!.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(first!.points)
})

test('a missing certificate makes a near miss that says what is missing', async () => {
  const who = await seeker({ places: ['370212'] })
  const asking = await job({
    title: '叉车司机',
    places: [{ place: '370212', address: '', openings: 1 }],
    certificates: [{ code: 'forklift-n1', required: true }],
  })
  const { fits, near } = await as(who).recommended({})
  expect(fits.map((one) => one.job.id)).not.toContain(asking.id)
  const missed = near.find((one) => one.job.id === asking.id)
  expect(missed?.missing).toEqual([{ constraint: 'certificates', text: expect.stringContaining('叉车') }])
  const judged = await as(who).fitOf({ params: { jobId: asking.id } })
  expect(judged).toMatchObject({ fits: false, points: missed!.points })
})

test('what fits less than the city recommends from is recommended to neither side, though nothing stands against it', async () => {
  const far = { places: [{ place: '370283', address: '', openings: 1 }] }
  const who = await seeker({ places: ['370200'] })
  const [weak, fair] = [await job({ title: '货车司机', ...far }), await job({ title: '吊车司机', ...far })]
  const judged = async (jobId: string) => as(who).fitOf({ params: { jobId } })
  expect(await judged(weak.id)).toMatchObject({ fits: true, missing: [] })
  expect((await judged(weak.id)).points).toBeLessThan(4000)
  const { fits } = await recommended(who)
  expect(fits).toContain(fair.id)
  expect(fits).not.toContain(weak.id)
  const shown = async (jobId: string) => (await candidatesOf(jobId)).fits.map(({ talent }) => talent.id)
  expect(await shown(fair.id)).toContain(who.id)
  expect(await shown(weak.id)).not.toContain(who.id)
})

test('what somebody is not interested in stays away until it is taken back', async () => {
  const who = await seeker()
  const { id: jobId } = await job()
  await as(who).dismiss({ params: { jobId }, body: { reason: 'pay' } })
  await as(who).dismiss({ params: { jobId }, body: { reason: 'place' } })
  expect((await recommended(who)).fits).not.toContain(jobId)
  await as(who).undismiss({ params: { jobId } })
  expect((await recommended(who)).fits).toContain(jobId)
})

test('without personalisation everybody gets the newest postings, whatever their trade', async () => {
  const who = await seeker()
  app.clock.advance(60)
  const { id } = await job({ title: '会计', description: '记账、报税。' })
  expect((await recommended(who, { personal: 'false' })).fits[0]).toBe(id)
  expect((await recommended(who)).fits).not.toContain(id)
})

test('a closed posting is recommended to nobody once the index has heard of it, nor before', async () => {
  const who = await seeker()
  const { id: jobId, version } = await job()
  await app.as(jobsRoutes, employer.owner).close({
    params: { organisationId: employer.id, jobId },
    body: { version, reason: 'filled' },
  })
  expect((await recommended(who)).fits).not.toContain(jobId)
  await app.settle()
  expect((await recommended(who)).fits).not.toContain(jobId)
  await refused('jobs.notListed', as(who).fitOf({ params: { jobId } }))
})

test('an employer gets ranked candidates with reasons; hidden people are never among them, however well they fit', async () => {
  const seen = await seeker({ places: ['370214'], visibility: 'anonymous' })
  const hidden = await Promise.all(
    Array.from({ length: 3 }, () => seeker({ places: ['370214'], visibility: 'hidden', summary: '叉车十年' })),
  )
  const { id } = await job({ places: [{ place: '370214', address: '', openings: 1 }] })
  const { fits } = await candidatesOf(id)
  const ids = fits.map(({ talent }) => talent.id)
  expect(ids).toContain(seen.id)
  for (const one of hidden) expect(ids).not.toContain(one.id)
  const [first] = fits
  expect(first!.talent.named).toBe(false)
  expect(first!.pointsForTalent).toBeGreaterThan(0)
  expect(first!.reasons.length).toBeGreaterThan(0)
})

test('who hides himself is gone from the answer at once, before the index has heard of it', async () => {
  const who = await seeker({ places: ['370283'] })
  const { id } = await job({ places: [{ place: '370283', address: '', openings: 1 }] })
  expect((await candidatesOf(id)).fits.map(({ talent }) => talent.id)).toContain(who.id)
  await app.as(talentsRoutes, who).show({ body: { version: who.version, visibility: 'hidden' } })
  expect((await candidatesOf(id)).fits.map(({ talent }) => talent.id)).not.toContain(who.id)
})

test('candidates are for the organisation that posted, and only while it has standing', async () => {
  const { id } = await job()
  const other = await givenVerified(app, { name: '样例另一家有限公司' })
  await refused('jobs.noJob', candidatesOf(id, other))
})

test('who has no profile is told so', async () => {
  const person = await given.person(app)
  await refused('talents.noProfile', as(person).recommended({}))
})

test('shortages count openings nobody fits and people nothing fits, each to its occupation and district', async () => {
  const officer = await given.officer(app)
  await refused('platform.unavailable', as(officer).shortages({}))
  const alone = await job({
    title: '潜水员',
    description: '水下作业。',
    places: [{ place: '370285', address: '', openings: 4 }],
  })
  await matchJobs(app.services)[0]!.run({})
  const { occupations, jobs } = await as(officer).shortages({ query: { district: '370285' } })
  expect(jobs.map(({ id }) => id)).toEqual([alone.id])
  expect(occupations).toEqual([expect.objectContaining({ openings: 4, openingsAlone: 4, talents: 0 })])
})

test('a process that starts has shortages counted once a day, not only at the next hour', async () => {
  expect(await countAtStart(app.services)).toBe(false)
  app.clock.advance(86_400)
  await app.settle()
  const officer = await given.officer(app)
  const { day: before } = await as(officer).shortages({})
  expect(await countAtStart(app.services)).toBe(true)
  const day = async () => (await as(officer).shortages({})).day
  await expect.poll(day, { timeout: 30_000 }).not.toBe(before)
})

test('the index of a new day knows what the one of yesterday knew', async () => {
  const who = await seeker()
  const { id } = await job()
  app.clock.advance(86_400)
  await app.settle()
  expect((await recommended(who)).fits).toContain(id)
})

test('whose wish was not repeated gets recommendations when he comes back, and is shown to nobody meanwhile', async () => {
  const who = await seeker({ places: ['370281'] })
  const { id } = await job({ places: [{ place: '370281', address: '', openings: 1 }], validUntil: '2026-08-30' })
  expect((await candidatesOf(id)).fits.map(({ talent }) => talent.id)).toContain(who.id)
  app.clock.advance(100 * 86_400)
  await app.settle()
  // Sessions have ended long ago.
  const again = { ...who, ...(await given.person(app, { phone: who.phone })) }
  const owner = { ...employer.owner, ...(await given.person(app, { phone: employer.owner.phone })) }
  expect((await recommended(again)).fits).toContain(id)
  expect((await candidatesOf(id, { ...employer, owner })).fits).toEqual([])
})
