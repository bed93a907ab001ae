import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'

let app: TestApp
let employer: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例海风物流' })
})
afterAll(() => app.close())

const anybody = () => app.as(jobsRoutes)
const desk = (organisation = employer) => app.as(jobsRoutes, organisation.owner)
const officerOf = async (district: string | null = null) => app.as(jobsRoutes, await given.officer(app, { district }))
const waiting = (title: string, description = '做样例工作，35岁以下。') =>
  givenJob(app, employer, { title, description })

test('what waits is listed for the officers of its district, the longest first, with what was found', async () => {
  const first = await waiting('仓管员')
  app.clock.advance(60)
  const second = await waiting('理货员')
  const here = await officerOf('370211')
  const { items } = await here.queue()
  const ids = items.map(({ id }) => id)
  expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
  expect(items.find(({ id }) => id === first.id)!.signals[0]).toMatchObject({ kind: 'age', found: '35岁以下' })
  expect((await here.queue({ query: { signal: 'fraud' } })).items).toEqual([])
  const elsewhere = await officerOf('370202')
  expect((await elsewhere.queue()).items).toEqual([])
  await refused('jobs.noJob', elsewhere.queued({ params: { jobId: first.id } }))
  const body = { version: 1, contentHash: first.contentHash, decision: 'approved' as const }
  await refused('jobs.noJob', elsewhere.moderate({ params: { jobId: first.id }, body }))
  const pages = await here.queue({ query: { limit: 1 } })
  const next = await here.queue({ query: { limit: 1, cursor: pages.next! } })
  expect([pages.items[0]!.id, next.items[0]!.id]).toEqual([first.id, second.id])
})

test('a refusal needs its reason and tells it to the author, whose next text waits for an officer too', async () => {
  const { id, contentHash } = await waiting('快递员')
  const officer = await officerOf()
  const refuse = (reason: string) =>
    officer.moderate({ params: { jobId: id }, body: { version: 1, contentHash, decision: 'refused', reason } })
  await refused('jobs.reasonMissing', refuse(''))
  await refuse('请去掉年龄限制')
  const params = { organisationId: employer.id, jobId: id }
  const seen = await desk().ownJob({ params })
  expect(seen).toMatchObject({ status: 'refused', refusal: '请去掉年龄限制', unlisted: null })
  const same = await desk().edit({ params, body: { version: seen.version, publish: true } })
  expect(same.status).toBe('waiting')
  const clean = await desk().edit({ params, body: { version: same.version, description: '做样例工作。' } })
  expect(clean).toMatchObject({ status: 'waiting', refusal: '请去掉年龄限制', signals: [] })
  const body = { version: clean.version, contentHash: clean.contentHash, decision: 'approved' as const }
  expect(await officer.moderate({ params: { jobId: id }, body })).toMatchObject({ status: 'open', refusal: null })
  expect((await anybody().job({ params: { jobId: id } })).title).toBe('快递员')
})

const FAKE = '在家剪线头，每天三百，材料包送货上门，先到先得，名额有限，加入即可开始。'

async function refusedAsFake(title: string, organisation = employer) {
  const job = await givenJob(app, organisation, { title, description: FAKE })
  const { version, contentHash } = job
  const body = { version, contentHash, decision: 'refused' as const, reason: '虚假招聘' }
  return (await officerOf()).moderate({ params: { jobId: job.id }, body })
}

test('what was refused is not public again by a full stop, nor by a second one, nor as a draft published later', async () => {
  const { id, version } = await refusedAsFake('手工活')
  const params = { organisationId: employer.id, jobId: id }
  const once = await desk().edit({ params, body: { version, description: `${FAKE}。`, publish: true } })
  expect(once).toMatchObject({ status: 'waiting', refusal: '虚假招聘' })
  const twice = await desk().edit({ params, body: { version: once.version, description: `${FAKE}！` } })
  expect(twice.status).toBe('waiting')
  const draft = await desk().edit({
    params,
    body: { version: twice.version, description: '另一份工作。', publish: false },
  })
  expect(draft.status).toBe('draft')
  const again = await desk().edit({ params, body: { version: draft.version, publish: true } })
  expect(again.status).toBe('waiting')
  await refused('jobs.notListed', anybody().job({ params: { jobId: id } }))
})

test('an officer takes back a refusal that was a mistake, and refuses nothing twice', async () => {
  const { id, version, contentHash } = await refusedAsFake('糊纸盒')
  const officer = await officerOf()
  const decide = (decision: 'approved' | 'refused') =>
    officer.moderate({ params: { jobId: id }, body: { version, contentHash, decision, reason: '核实' } })
  await refused('platform.stale', decide('refused'))
  expect(await decide('approved')).toMatchObject({ status: 'open', refusal: null })
  expect((await anybody().job({ params: { jobId: id } })).title).toBe('糊纸盒')
})

test('a copy of what was refused waits, and so does what says nearly the same under another title or name', async () => {
  const own = await givenVerified(app)
  const { id } = await refusedAsFake('剪线头', own)
  const params = { organisationId: own.id, jobId: id }
  const copy = await desk(own).copy({ params })
  const published = await desk(own).edit({
    params: { ...params, jobId: copy.id },
    body: { version: copy.version, description: `${FAKE}欢迎`, publish: true },
  })
  expect(published).toMatchObject({ status: 'waiting', signals: [{ kind: 'refused', found: '剪线头' }] })
  const renamed = await givenJob(app, own, { title: '居家兼职', description: FAKE })
  expect(renamed).toMatchObject({ status: 'waiting' })
  expect(renamed.signals.map(({ kind }) => kind)).toContain('refused')
  const other = await givenVerified(app)
  const elsewhere = await givenJob(app, other, { title: '剪线头', description: FAKE.replace('三百', '五百') })
  expect(elsewhere.signals.map(({ kind }) => kind)).toContain('refused')
  const honest = await givenJob(app, own, { title: '缝纫工', description: '在车间缝制工作服，计件，长白班，包午餐。' })
  expect(honest).toMatchObject({ status: 'open', signals: [] })
})

test('nobody decides on a posting of his own organisation', async () => {
  const job = await waiting('质检员')
  const officer = await given.officer(app)
  const { joinOrganisation } = await import('../accounts/index.ts')
  const { clock, database, secrets } = app.services
  await database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    joinOrganisation(
      { tx, city: '370200', secrets, ...clock },
      { organisationId: employer.id, personId: officer.personId, role: 'viewer', addedByPersonId: officer.personId },
    ),
  )
  const body = { version: 1, contentHash: job.contentHash, decision: 'approved' as const }
  await refused('jobs.ownCase', app.as(jobsRoutes, officer).moderate({ params: { jobId: job.id }, body }))
})

test('of two officers at once one decides', async () => {
  const { id, contentHash } = await waiting('装卸工')
  const officers = [await officerOf(), await officerOf()]
  const body = { version: 1, contentHash, decision: 'approved' as const }
  const results = await Promise.allSettled(officers.map((one) => one.moderate({ params: { jobId: id }, body })))
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a report brings a public posting before an officer, once for each person, and stays open until he decides', async () => {
  const job = await givenJob(app, employer, { title: '客服', description: '接听电话。' })
  const person = app.as(jobsRoutes, await given.person(app))
  const report = { kind: 'fake' as const, text: '电话里说要先交钱' }
  await person.report({ params: { jobId: job.id }, body: report })
  await person.report({ params: { jobId: job.id }, body: report })
  const officer = await officerOf()
  const queued = await officer.queued({ params: { jobId: job.id } })
  expect(queued.reports.map(({ text }) => text)).toEqual(['电话里说要先交钱'])
  expect((await officer.queue()).items.map(({ id }) => id)).toContain(job.id)
  expect((await anybody().job({ params: { jobId: job.id } })).id).toBe(job.id)
  const body = {
    version: job.version,
    contentHash: job.contentHash,
    decision: 'refused' as const,
    reason: '核实为虚假',
  }
  await officer.moderate({ params: { jobId: job.id }, body })
  await refused('jobs.notListed', anybody().job({ params: { jobId: job.id } }))
  expect((await officer.queue()).items.map(({ id }) => id)).not.toContain(job.id)
})

test('a posting that another organisation posted before is found, shown and merged into that one', async () => {
  const description = '在样例产业园操作数控车床，看图纸，量尺寸，保养机器，两班倒，提供食宿和培训，工资按月发放。'
  const first = await givenJob(app, employer, { title: '数控车工', description })
  const other = await givenVerified(app, { name: '样例重复发布' })
  const second = await givenJob(app, other, { title: '数控车工 ', description: `${description}欢迎加入` })
  expect(second).toMatchObject({ status: 'waiting', signals: [{ kind: 'duplicate', weight: 'look' }] })
  const officer = await officerOf()
  const { alike } = await officer.queued({ params: { jobId: second.id } })
  expect(alike).toMatchObject([{ id: first.id, employer: '样例海风物流' }])
  expect(alike[0]!.likeness).toBeGreaterThan(0.8)
  await refused('jobs.noJob', officer.merge({ params: { jobId: second.id }, body: { version: 1, into: second.id } }))
  const merged = await officer.merge({ params: { jobId: second.id }, body: { version: 1, into: first.id } })
  expect(merged).toMatchObject({ status: 'closed', duplicateOf: first.id, closing: { reason: 'merged' } })
  const own = await desk(other).ownJob({ params: { organisationId: other.id, jobId: second.id } })
  expect(own.duplicateOf).toBe(first.id)
  expect((await officer.queued({ params: { jobId: first.id } })).alike.map(({ id }) => id)).toEqual([second.id])
  await anybody().job({ params: { jobId: first.id } })
})

test('pay far from that of like postings is looked at', async () => {
  for (let n = 0; n < 6; n++) {
    const wanted = { title: `挖掘机司机${n}`, description: `第${n}工地开挖掘机。`, occupation: '6-30-05-01' }
    await givenJob(app, employer, { ...wanted, salary: { min: 700_000 + n * 10_000, max: 900_000 } })
  }
  const wanted = { title: '挖机手', description: '开挖掘机，活多。', occupation: '6-30-05-01' }
  const high = await givenJob(app, employer, { ...wanted, salary: { min: 3_000_000, max: 4_000_000 } })
  expect(high).toMatchObject({ status: 'waiting', signals: [{ kind: 'payHigh' }] })
  expect(high.market).toMatchObject({ of: 6 })
})

test('an officer finds every posting of his district', async () => {
  const own = await officerOf('370211')
  const { items, total } = await own.officerJobs({ query: { q: '挖掘机', limit: 3 } })
  expect([items.length, total]).toEqual([3, 6])
  expect((await (await officerOf('370202')).officerJobs()).total).toBe(0)
})
