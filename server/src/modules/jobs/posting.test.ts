import { accountsRoutes, jobsRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenJob, posting } from '../../../testing/jobs.ts'
import { givenLicence, givenOrganisation, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'

let app: TestApp
let employer: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例海风物流' })
})
afterAll(() => app.close())

const anybody = () => app.as(jobsRoutes)
const desk = (organisation = employer) => app.as(jobsRoutes, organisation.owner)
const path = (jobId: string, organisation = employer) => ({ organisationId: organisation.id, jobId })

test('a clean posting of a verified employer is public at once, with what was read from its text', async () => {
  const job = await givenJob(app, employer, {
    title: '叉车司机',
    description: '需持N1叉车证，三班倒，包住，双休。高中以上学历，2年以上工作经验。',
    salary: { min: 500_000, max: 700_000 },
  })
  expect(job).toMatchObject({
    status: 'open',
    unlisted: null,
    signals: [],
    education: 'senior',
    years: 2,
    shifts: ['threeShift'],
    openings: 3,
    certificates: [{ code: 'forklift-n1', required: true }],
  })
  expect(job.occupation?.code).toMatch(/^\d-\d\d-\d\d-\d\d$/)
  expect(job.welfare.map(({ code }) => code)).toEqual(['housing', 'weekends'])
  const page = await anybody().job({ params: { jobId: job.id } })
  expect(page).toMatchObject({ title: '叉车司机', employer: { id: employer.id, name: '样例海风物流' }, agency: null })
  expect(page.places[0]!.name).toBe('山东省青岛市黄岛区')
})

test('the public page carries schema.org JobPosting in which typed text stays text', async () => {
  const { id } = await givenJob(app, employer, {
    title: '文员<script>',
    description: '整理 <b>文件</b> & 表格\n</script><script>alert(1)</script>',
    salary: { min: 400_000, max: 500_000 },
    employment: ['fullTime'],
  })
  const { jsonLd, description } = await anybody().job({ params: { jobId: id } })
  expect(description).toContain('<script>alert(1)</script>')
  expect(jsonLd).toMatchObject({
    '@type': 'JobPosting',
    datePosted: '2026-03-02',
    validThrough: '2026-04-30T23:59:59+08:00',
    employmentType: ['FULL_TIME'],
    baseSalary: { currency: 'CNY', value: { minValue: 4000, maxValue: 5000, unitText: 'MONTH' } },
    hiringOrganization: { name: '样例海风物流' },
  })
  expect(jsonLd['description']).not.toContain('<script>')
})

test('a posting without standing stays a draft: nothing typed is lost and nothing is shown', async () => {
  const nobody = await givenOrganisation(app)
  await refused('registry.noStanding', givenJob(app, nobody))
  const draft = await givenJob(app, nobody, { publish: false })
  expect(draft).toMatchObject({ status: 'draft', publishedOn: null })
  await refused('jobs.notListed', anybody().job({ params: { jobId: draft.id } }))
  const publish = desk(nobody).edit({ params: path(draft.id, nobody), body: { version: 1, publish: true } })
  await refused('registry.noStanding', publish)
})

test('unlawful words are refused with the words and the clause, as a draft they are kept', async () => {
  const unlawful = { title: '前台', description: '接待来访。限男性，入职交押金500元。' }
  await refused('jobs.notAllowed', givenJob(app, employer, unlawful))
  const draft = await givenJob(app, employer, { ...unlawful, publish: false })
  expect(draft.signals.map(({ kind, weight, found }) => [kind, weight, found])).toEqual([
    ['gender', 'stop', '限男性'],
    ['deposit', 'stop', '交押金'],
  ])
  expect(draft.signals[0]!.why).toContain('第二十七条')
  const english = app.as(jobsRoutes, { ...employer.owner, language: 'en' })
  const { signals } = await english.ownJob({ params: path(draft.id) })
  expect(signals[0]!.why).toContain('Employment Promotion Law art. 27')
})

test('codes and days that do not exist are refused', async () => {
  const place = [{ place: '999999', address: '', openings: 1 }]
  await refused('jobs.badPlace', givenJob(app, employer, { places: place }))
  await refused('jobs.unknownCode', givenJob(app, employer, { occupation: '9-99-99-99' }))
  await refused('jobs.unknownCode', givenJob(app, employer, { certificates: [{ code: 'no-such', required: true }] }))
  await refused('jobs.unknownCode', givenJob(app, employer, { welfare: ['castle'] }))
  await refused('jobs.badDay', givenJob(app, employer, { validUntil: '2026-03-02' }))
  await refused('jobs.badDay', givenJob(app, employer, { validUntil: '2027-04-30' }))
  await refused('jobs.badDay', givenJob(app, employer, { startBy: '2026-03-01' }))
})

test('an edit that somebody has to look at takes the posting off until an officer approved that very content', async () => {
  const job = await givenJob(app, employer, { title: '保洁员', description: '打扫办公楼，早班。' })
  const edited = await desk().edit({
    params: path(job.id),
    body: { version: job.version, description: '打扫办公楼，早班，40岁以下。' },
  })
  expect(edited).toMatchObject({ status: 'waiting', unlisted: 'changed', approvedHash: job.contentHash })
  await refused('jobs.notListed', anybody().job({ params: { jobId: job.id } }))
  const officer = app.as(jobsRoutes, await given.officer(app))
  const decide = (contentHash: string, version: number) =>
    officer.moderate({ params: { jobId: job.id }, body: { version, contentHash, decision: 'approved' } })
  await refused('jobs.contentChanged', decide(job.contentHash, edited.version))
  await decide(edited.contentHash, edited.version)
  expect((await anybody().job({ params: { jobId: job.id } })).description).toContain('40岁以下')
  const { items } = await desk().versions({ params: path(job.id) })
  expect(items.map(({ version, approved }) => [version, approved])).toEqual([
    [2, true],
    [1, true],
  ])
  expect(items[0]!.changes).toEqual([
    { field: 'description', before: '打扫办公楼，早班。', after: '打扫办公楼，早班，40岁以下。' },
  ])
})

test('terms are not content: a later last day needs no second look', async () => {
  const job = await givenJob(app, employer, { title: '保安', description: '夜间巡逻，45岁以下。' })
  const officer = app.as(jobsRoutes, await given.officer(app))
  const body = { version: job.version, contentHash: job.contentHash, decision: 'approved' as const }
  const approved = await officer.moderate({ params: { jobId: job.id }, body })
  const later = await desk().edit({
    params: path(job.id),
    body: { version: approved.version, validUntil: '2026-05-31', scope: 'here' },
  })
  expect(later).toMatchObject({ status: 'open', contentHash: job.contentHash, validUntil: '2026-05-31' })
})

test('of two edits at once one is told that it came late', async () => {
  const { id } = await givenJob(app, employer, { title: '电工', description: '维修厂房电路。' })
  const edit = (title: string) => desk().edit({ params: path(id), body: { version: 1, title } })
  const results = await Promise.allSettled([edit('高压电工'), edit('低压电工')])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await desk().ownJob({ params: path(id) })).version).toBe(2)
})

test('a posting of another organisation is none, for whoever belongs to this one', async () => {
  const other = await givenVerified(app)
  const { id } = await givenJob(app, other, { title: '焊工', description: '焊接管道。' })
  await refused('jobs.noJob', desk().ownJob({ params: path(id) }))
  await refused('jobs.noJob', desk().edit({ params: path(id), body: { version: 1, title: 'x' } }))
  await refused('jobs.noJob', desk().close({ params: path(id), body: { version: 1, reason: 'filled' } }))
  await refused('platform.accessDenied', desk().ownJob({ params: path(id, other) }))
  expect((await desk().ownJobs({ params: { organisationId: employer.id } })).items.map((job) => job.id)).not.toContain(
    id,
  )
})

test('a closed posting is off at once, cannot be edited, and is copied into a draft', async () => {
  const { id } = await givenJob(app, employer, { title: '收银员', description: '超市收银。' })
  const closed = await desk().close({ params: path(id), body: { version: 1, reason: 'filled', note: '已招满' } })
  expect(closed.closing).toEqual({ reason: 'filled', note: '已招满', on: '2026-03-02' })
  await refused('jobs.notListed', anybody().job({ params: { jobId: id } }))
  await refused('jobs.ended', desk().edit({ params: path(id), body: { version: 2, title: 'x' } }))
  const copy = await desk().copy({ params: path(id) })
  expect(copy).toMatchObject({ status: 'draft', title: '收银员', publishedOn: null, closing: null })
})

test('an agency posts for a client only with its mandate, and the posting ends with it', async () => {
  const agency = await givenVerified(app, { kind: 'agency', name: '样例港湾人力' })
  await givenLicence(app, agency)
  const client = await givenVerified(app, { name: '样例北岸食品' })
  const wanted = { title: '包装工', description: '流水线包装，长白班。', employerId: client.id }
  await refused('jobs.unknownEmployer', givenJob(app, agency, wanted))
  const mandate = await app.as(accountsRoutes, client.owner).giveMandate({
    params: { organisationId: client.id },
    body: { agentId: agency.id, purposes: ['recruiting'], until: '2026-03-20' },
  })
  await refused('jobs.unknownEmployer', givenJob(app, agency, wanted))
  const received = { organisationId: agency.id, mandateId: mandate.id }
  await app.as(accountsRoutes, agency.owner).acceptMandate({ params: received })
  const { id } = await givenJob(app, agency, wanted)
  const page = await anybody().job({ params: { jobId: id } })
  expect(page).toMatchObject({ employer: { name: '样例北岸食品' }, agency: { name: '样例港湾人力' } })
  expect((await desk(client).ownJob({ params: path(id, client) })).id).toBe(id)
  app.clock.set('2026-03-20T15:00:00Z')
  await anybody().job({ params: { jobId: id } })
  app.clock.set('2026-03-20T16:00:00Z')
  await refused('jobs.notListed', anybody().job({ params: { jobId: id } }))
  app.clock.set('2026-03-02T01:00:00Z')
  await app.as(accountsRoutes, client.owner).withdrawMandate({
    params: { organisationId: client.id, mandateId: mandate.id },
  })
  await app.settle()
  await refused('jobs.notListed', anybody().job({ params: { jobId: id } }))
})

test('an agency whose papers do not cover recruiting posts nothing', async () => {
  const agency = await givenVerified(app, { kind: 'agency' })
  await givenLicence(app, agency, { kind: 'filing', covers: ['training'] })
  await refused('registry.noStanding', givenJob(app, agency))
})

test('text that looks hostile is kept as text', async () => {
  const hostile = "'; drop table jobs.job; -- ${7*7} {{constructor}} \u202e 🚚"
  const { id } = await givenJob(app, employer, { title: hostile, description: hostile.repeat(20) })
  expect((await anybody().job({ params: { jobId: id } })).title).toBe(hostile)
  const found = await desk().ownJobs({ params: { organisationId: employer.id }, query: { q: "'; drop" } })
  expect(found.items.map((job) => job.id)).toEqual([id])
})

test('a pasted text is read into a draft with clean wording, and nothing is kept', async () => {
  const text = [
    '诚聘：仓库叉车司机 3名',
    '工作地点：青岛西海岸新区长江路',
    '薪资：6000-8000元/月，包吃住，双休',
    '要求：限男性，35岁以下，持N1叉车证，高中以上学历，两年以上经验',
    '联系电话：13800000000',
  ].join('\n')
  const params = { organisationId: employer.id }
  const before = (await desk().ownJobs({ params })).total
  const draft = await desk().readText({ params, body: { text } })
  expect(draft).toMatchObject({
    title: '仓库叉车司机',
    openings: 3,
    salary: { min: 600_000, max: 800_000 },
    education: 'senior',
    years: 2,
  })
  expect(draft.places[0]!.place).toMatch(/^370211/)
  expect(draft.signals.map(({ kind }) => kind)).toEqual(['gender', 'age', 'contact'])
  expect(draft.cleaned).not.toMatch(/男性|35岁|13800000000|联系电话/)
  expect(draft.cleaned).toContain('持N1叉车证')
  expect((await desk().ownJobs({ params })).total).toBe(before)
})

test('an organisation that loses its standing loses its postings with it, and gets them back', async () => {
  const own = await givenVerified(app)
  const { id } = await givenJob(app, own, posting({ title: '木工', description: '制作家具。' }))
  const { recordStandingFact, withdrawStandingFact } = await import('../registry/index.ts')
  const inSystem = <T>(work: (desk: Parameters<typeof recordStandingFact>[0]) => Promise<T>) =>
    app.services.database.transaction({ kind: 'system', city: '370200' }, (tx) =>
      work({ tx, city: '370200', ...app.clock }),
    )
  const sanction = { organisationId: own.id, kind: 'sanction' as const, detail: { blocks: true } }
  const period = { fromOn: '2026-03-02', untilOn: null, source: 'trust.sanction', sourceId: 'x' }
  const factId = await inSystem((desk) => recordStandingFact(desk, { ...sanction, ...period }))
  await app.settle()
  await refused('jobs.notListed', anybody().job({ params: { jobId: id } }))
  expect((await desk(own).ownJob({ params: path(id, own) })).unlisted).toBe('standing')
  await inSystem((desk) => withdrawStandingFact(desk, factId, '撤销'))
  await app.settle()
  expect((await anybody().job({ params: { jobId: id } })).id).toBe(id)
  expect((await app.as(registryRoutes).standing({ params: { organisationId: own.id } })).may).toBe(true)
})
