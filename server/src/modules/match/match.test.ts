import { hiringRoutes, jobsRoutes, matchRoutes, type PostBody, talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { importedTalents } from '../../../testing/imports.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
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
const recommended = async (who: Seeker) => {
  const { fits, near } = await as(who).recommended({})
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
  const telling = first!.reasons.filter((reason) => reason.telling).map(({ factor }) => factor)
  expect(telling).toContain('occupation')
  expect(telling).not.toContain('recency')
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
  expect(judged).toMatchObject({ fits: false, near: true, points: missed!.points })
})

test('a posting with much missing is no near miss, and what is missing is said all the same', async () => {
  const who = await seeker({ places: ['370212'] })
  const surgeon = await job({
    title: '外科医生',
    places: [{ place: '370285', address: '', openings: 1 }],
    certificates: [{ code: 'forklift-n1', required: true }],
    education: 'doctor',
    years: 10,
  })
  const judged = await as(who).fitOf({ params: { jobId: surgeon.id } })
  expect(judged).toMatchObject({ fits: false, near: false })
  expect(judged.missing.length).toBeGreaterThan(1)
  expect((await recommended(who)).near).not.toContain(surgeon.id)
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

test('what the person gave as a reason puts like postings behind the others, an employer out, and can be taken back', async () => {
  const who = await seeker({ places: ['370200'], salary: { min: 300_000 } })
  const at = (place: string) => ({ places: [{ place, address: '', openings: 1 }] })
  const pay = (min: number, max: number) => ({ salary: { min: min * 100, max: max * 100 } })
  const [far, near] = [
    await job({ ...at('370213'), ...pay(9000, 9500) }),
    await job({ ...at('370215'), ...pay(5000, 5500) }),
  ]
  const [refused, low] = [
    await job({ ...at('370213'), ...pay(6000, 6500) }),
    await job({ ...at('370202'), ...pay(4000, 4500) }),
  ]
  const order = async () => {
    const { fits } = await as(who).recommended({ query: { limit: 50 } })
    return fits.filter(({ job: { id } }) => [far.id, near.id, low.id].includes(id))
  }
  const rank = async (id: string) => (await order()).findIndex((match) => match.job.id === id)
  expect(await rank(far.id)).toBeLessThan(await rank(near.id))
  expect((await order()).map(({ lowered }) => lowered)).toEqual([[], [], []])
  await as(who).dismiss({ params: { jobId: refused.id }, body: { reason: 'place' } })
  expect(await rank(far.id)).toBe(2)
  expect((await order())[2]!.lowered).toEqual(['place'])
  await as(who).dismiss({ params: { jobId: refused.id }, body: { reason: 'pay', note: '不够房租' } })
  expect(await rank(far.id)).toBe(0)
  expect((await order()).map(({ lowered }) => lowered)).toEqual([[], ['pay'], ['pay']])
  expect((await as(who).dismissals()).items).toMatchObject([
    { job: { id: refused.id, title: refused.title, listed: true }, reason: 'pay', note: '不够房租' },
  ])
  await as(who).dismiss({ params: { jobId: refused.id }, body: { reason: 'employer' } })
  expect(await order()).toEqual([])
  await as(who).undismiss({ params: { jobId: refused.id } })
  expect(await as(who).dismissals()).toMatchObject({ items: [], total: 0 })
  expect(await order()).toHaveLength(3)
})

test('what somebody has applied to is recommended no more, unless the process ended without a word of either side', async () => {
  const who = await seeker({ places: ['370202'] })
  const place = [{ place: '370202', address: '', openings: 1 }]
  const { id } = await job({ places: place })
  expect((await recommended(who)).fits).toContain(id)
  const own = app.as(hiringRoutes, who)
  const { id: processId, version } = await own.apply({ body: { jobId: id, shareContact: false } })
  expect((await recommended(who)).fits).not.toContain(id)
  await own.myStep({ params: { processId }, body: { step: 'withdraw', version, reason: 'other' } })
  expect((await recommended(who)).fits).not.toContain(id)
  await app.services.database.asOwner((connection) =>
    connection.query(`update hiring.process set stage = 'lapsed' where id = $1`, [processId]),
  )
  expect((await recommended(who)).fits).toContain(id)
})

test('without personalisation everybody gets the same newest postings, judged by nothing, also without a profile', async () => {
  const [who, other] = [await seeker(), await seeker({ wishes: [{ title: '护士' }], places: ['370281'] })]
  const bare = await given.person(app)
  const driving = await job()
  app.clock.advance(60)
  const { id } = await job({ title: '会计', description: '记账、报税。' })
  await as(who).dismiss({ params: { jobId: id }, body: { reason: 'occupation' } })
  const plain = async (one: { token: string }) => as(one).recommended({ query: { personal: 'false' } })
  const shown = await plain(who)
  expect(shown).toMatchObject({ fits: [], near: [], personal: false })
  expect(shown.newest.slice(0, 2).map((each) => each.id)).toEqual([id, driving.id])
  for (const one of [other, bare]) expect((await plain(one)).newest).toEqual(shown.newest)
  expect((await recommended(who)).fits).not.toContain(id)
})

test('who chose the list without personalisation finds it again on the next visit, until it is taken back', async () => {
  const [who, other] = [await seeker(), await seeker()]
  const shown = async (one: { token: string }) => (await as(one).recommended({})).personal
  await as(who).choosePersonal({ body: { personal: false } })
  await as(who).choosePersonal({ body: { personal: false } })
  expect([await shown(who), await shown(other)]).toEqual([false, true])
  expect((await as(who).recommended({ query: { personal: 'true' } })).personal).toBe(true)
  expect(await shown(who)).toBe(false)
  await as(who).choosePersonal({ body: { personal: true } })
  expect(await shown(who)).toBe(true)
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

test('candidates count as people listed, each once a day, and are refused past the bound of the city', async () => {
  const greedy = await givenVerified(app, { name: '样例贪多有限公司' })
  const params = async (title: string) => ({
    organisationId: greedy.id,
    jobId: (await givenJob(app, greedy, { title, description: dutiesOf(++jobs) })).id,
  })
  const city = app.services.cities.get('370200')!
  const bound = city.parameters.find(({ id }) => id === 'talents.listedPerDay')!
  const before = bound.values
  await seeker({ wishes: [{ title: '车工' }] })
  await seeker({ wishes: [{ title: '车工' }, { title: '铣工' }] })
  const [turner, miller] = [await params('车工'), await params('铣工')]
  await app.settle()
  const list = (asked: typeof turner) => as(greedy.owner).candidates({ params: asked })
  bound.values = [{ value: 2, from: '2020-01-01', example: true }]
  try {
    expect((await list(turner)).fits).toHaveLength(2)
    expect((await list(turner)).fits).toHaveLength(2)
    const third = await seeker({ wishes: [{ title: '铣工' }] })
    await refused('talents.tooManyListed', list(miller))
    bound.values = [{ value: 3, from: '2020-01-01', example: true }]
    expect((await list(miller)).fits.map(({ talent }) => talent.id)).toContain(third.id)
  } finally {
    bound.values = before
  }
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
    places: [{ place: '370203', address: '', openings: 4 }],
  })
  await matchJobs(app.services)[0]!.run({})
  const { occupations, jobs } = await as(officer).shortages({ query: { district: '370203' } })
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

test('an agency gets postings with reasons for whom it keeps, while he agrees and it has standing; an officer for whom he helps', async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  const keeper = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  const organisationId = keeper.id
  await givenLicence(app, keeper)
  const bytes = new TextEncoder().encode(
    '姓名,手机号,求职意向,期望地点,同意日期,同意期限\n样例代管,13700000041,养老护理员,市南,2026-03-01,2026-03-10',
  )
  await importedTalents(app, keeper, { bytes })
  const talentId = (await app.as(talentsRoutes, keeper.owner).held({ params: { organisationId } })).items[0]!.id
  const { id } = await job({ title: '养老护理员', places: [{ place: '370202', address: '', openings: 2 }] })
  await app.settle()
  const of = ({ id, owner }: OrganisationGiven) => as(owner).keptMatches({ params: { organisationId: id, talentId } })
  const { fits } = await of(keeper)
  expect(fits.map((match) => match.job.id)).toEqual([id])
  expect(fits[0]!.reasons.some(({ telling }) => telling)).toBe(true)
  const officer = await given.officer(app)
  const helped = (talent: string) => as(officer).helpedMatches({ params: { talentId: talent } })
  expect((await helped(talentId)).fits.map((match) => match.job.id)).toEqual([id])
  await refused('talents.noTalent', helped((await seeker({ visibility: 'hidden' })).id))
  const other = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await refused('registry.noStanding', of(other))
  await givenLicence(app, other)
  await refused('talents.noTalent', of(other))
  await app.as(hiringRoutes, keeper.owner).recommend({ params: { organisationId }, body: { talentId, jobId: id } })
  expect((await of(keeper)).fits).toEqual([])
  app.clock.set('2026-03-11T01:00:00Z')
  const owner = { ...keeper.owner, ...(await given.person(app, keeper.owner)) }
  await refused('talents.noTalent', of({ ...keeper, owner }))
})
