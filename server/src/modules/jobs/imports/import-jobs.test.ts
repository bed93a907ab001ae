import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import {
  givenLicence,
  givenMandate,
  givenOrganisation,
  givenVerified,
  type OrganisationGiven,
} from '../../../../testing/registry.ts'

// The queue looks once a second, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 })

let app: TestApp
let own: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  own = await givenVerified(app)
})
afterAll(() => app.close())

const HEADER = '编号,职位名称,工作地点,薪资,招聘人数,职位描述,公司名称'
const DATED = '编号,职位名称,工作地点,薪资,招聘人数,职位描述,截止日期'
const bytesOf = (rows: readonly string[], header = HEADER): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode([header, ...rows].join('\n'))
const desk = (organisation = own) => app.as(jobsRoutes, organisation.owner)

/** Uploads a table and waits until it has been read. */
async function importing(rows: readonly string[], query: { limit?: number } = {}, organisation = own, header = HEADER) {
  const params = { organisationId: organisation.id }
  const call = { params, query: { name: '岗位.csv', ...query }, bytes: bytesOf(rows, header) }
  const { id } = await desk(organisation).importJobs(call)
  const look = () => desk(organisation).jobImport({ params: { ...params, importId: id } })
  await expect.poll(async () => (await look()).done, { timeout: 120_000, interval: 500 }).toBe(true)
  return look()
}

const ROWS = [
  'a-1,叉车司机,青岛市黄岛区,6000-8000,3,装卸货物，需持N1叉车证，包住。',
  'a-2,,青岛市市南区,5000,1,没有名称。',
  'a-3,前台文员,青岛市市南区,4000-5000,1,接待来访，限男性。',
  'a-4,保洁员,青岛市市北区,3000-3500,2,打扫办公楼，40岁以下。',
  'a-5,"引号没有配对,青岛市市北区,3000,1,内容',
]

test('each row becomes a posting, waits, or is sent back with its reason', async () => {
  const report = await importing(ROWS)
  expect(report).toMatchObject({ read: 5, created: 2, updated: 0, unchanged: 0, waiting: 1, problem: null })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
    [3, '职位名称'],
    [4, 'description'],
    [6, expect.anything()],
  ])
  expect(report.rejected[1]).toMatchObject({ value: '限男性', reason: expect.stringContaining('第二十七条') as string })
  const { items } = await desk().ownJobs({ params: { organisationId: own.id } })
  const forklift = items.find(({ sourceId }) => sourceId === 'a-1')!
  expect(forklift).toMatchObject({ status: 'open', openings: 3, salary: { min: 600_000, max: 800_000 } })
  expect(forklift.certificates).toEqual([{ code: 'forklift-n1', name: expect.anything() as string, required: true }])
  expect((await app.as(jobsRoutes).job({ params: { jobId: forklift.id } })).title).toBe('叉车司机')
  const file = await desk().jobRejects({ params: { organisationId: own.id, importId: report.id } })
  expect(new TextDecoder().decode(file.bytes).trim().split('\r\n')).toHaveLength(4)
})

test('the same file again changes nothing, and a row that says something else changes its posting', async () => {
  const again = await importing(ROWS)
  expect(again).toMatchObject({ read: 5, created: 0, updated: 0, unchanged: 2, rejectedCount: 3 })
  const changed = await importing([ROWS[0]!.replace('6000-8000', '7000-9000')])
  expect(changed).toMatchObject({ created: 0, updated: 1 })
  const { items } = await desk().ownJobs({ params: { organisationId: own.id } })
  expect(items.find(({ sourceId }) => sourceId === 'a-1')).toMatchObject({ version: 2, salary: { min: 700_000 } })
})

test('what was refused waits for an officer, whatever the file says, and what he approved waits no second time', async () => {
  const other = await givenVerified(app)
  const row = (count: number, days: string) =>
    `r-1,样例分拣员,青岛市城阳区,5000-6000,${count},${`分拣包裹，${days}，日结。`}`
  await importing([row(2, '上六休一')], {}, other)
  const officer = app.as(jobsRoutes, await given.officer(app))
  const standing = async () => {
    const { items } = await desk(other).ownJobs({ params: { organisationId: other.id } })
    return items.find(({ sourceId }) => sourceId === 'r-1')!
  }
  const decide = async (decision: 'approved' | 'refused') => {
    const { id, version, contentHash } = await standing()
    const body = { version, contentHash, decision, reason: '虚假招聘' }
    return officer.moderate({ params: { jobId: id }, body })
  }
  await decide('refused')
  expect(await importing([row(3, '上六休一')], {}, other)).toMatchObject({ updated: 1, waiting: 1 })
  expect(await standing()).toMatchObject({ status: 'waiting', refusal: '虚假招聘' })
  expect(await importing([row(3, '做五休二')], {}, other)).toMatchObject({ updated: 1, waiting: 1 })
  expect(await standing()).toMatchObject({ status: 'waiting', refusal: '虚假招聘' })
  const number = row(3, '做五休二').replace('r-1', 'r-2')
  expect(await importing([number], {}, other)).toMatchObject({ created: 1, waiting: 1 })
  await decide('approved')
  expect(await importing([row(3, '40岁以下')], {}, other)).toMatchObject({ updated: 1, waiting: 1 })
  expect(await importing([row(3, '做五休二')], {}, other)).toMatchObject({ updated: 1, waiting: 0 })
  expect(await standing()).toMatchObject({ status: 'open', refusal: null })
})

test('the last day a row names is that of its posting, and one that will not do is said line by line', async () => {
  const other = await givenVerified(app)
  const send = (rows: readonly string[]) => importing(rows, {}, other, DATED)
  const row = (id: string, day: string) => `${id},样例${id}号绘图员,青岛市市南区,5000-6000,1,第${id}组绘制图纸。,${day}`
  const report = await send([
    row('1', '2027-01-10'),
    row('2', '2026年5月31日'),
    row('3', '2026-03-01'),
    row('4', '2027-03-04'),
    row('5', '月底'),
    row('6', ''),
    row('7', '招满为止'),
  ])
  expect(report).toMatchObject({ read: 7, created: 4 })
  expect(report.rejected).toMatchObject([
    { line: 4, column: '截止日期', value: '2026-03-01', reason: expect.stringContaining('今天之后') as string },
    { line: 5, column: '截止日期', value: '2027-03-04', reason: expect.stringContaining('一年') as string },
    { line: 6, column: '截止日期', value: '月底', reason: expect.stringContaining('读不懂') as string },
  ])
  const days = async () => {
    const { items } = await desk(other).ownJobs({ params: { organisationId: other.id } })
    return Object.fromEntries(items.map(({ sourceId, validUntil }) => [sourceId, validUntil]))
  }
  expect(await days()).toMatchObject({ 1: '2027-01-10', 2: '2026-05-31' })
  expect((await days())['6']).toBe((await days())['7'])
  // A later day alone is a change, and none that somebody has to look at.
  expect(await send([row('2', '2026-06-30'), row('1', '2027-01-10')])).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await days()).toMatchObject({ 2: '2026-06-30' })
})

test('a row that an officer approved waits no second time for a later last day', async () => {
  const other = await givenVerified(app)
  const send = (day: string) =>
    importing([`v-1,样例巡检员,青岛市市南区,5000-6000,1,"巡检设备，40岁以下。",${day}`], {}, other, DATED)
  expect(await send('2026-05-31')).toMatchObject({ created: 1, waiting: 1 })
  const { items } = await desk(other).ownJobs({ params: { organisationId: other.id } })
  const { id, version, contentHash } = items[0]!
  const body = { version, contentHash, decision: 'approved' as const }
  await app.as(jobsRoutes, await given.officer(app)).moderate({ params: { jobId: id }, body })
  expect(await send('2026-06-30')).toMatchObject({ updated: 1, waiting: 0 })
  expect((await app.as(jobsRoutes).job({ params: { jobId: id } })).validUntil).toBe('2026-06-30')
})

test('what the desk has closed stays closed, whatever the file says', async () => {
  const { items } = await desk().ownJobs({ params: { organisationId: own.id } })
  const { id: jobId, version } = items.find(({ sourceId }) => sourceId === 'a-1')!
  await desk().close({ params: { organisationId: own.id, jobId }, body: { version, reason: 'filled' } })
  expect(await importing([ROWS[0]!])).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  expect((await desk().ownJob({ params: { organisationId: own.id, jobId } })).status).toBe('closed')
})

test('rows without a number are known by what they say', async () => {
  const other = await givenVerified(app)
  const rows = [',电焊工,青岛市李沧区,8000-9000,1,焊接钢结构。', ',电焊工,青岛市李沧区,8000-9000,1,焊接钢结构。']
  expect(await importing(rows, {}, other)).toMatchObject({ read: 2, created: 1, unchanged: 1 })
  expect(await importing(rows, {}, other)).toMatchObject({ read: 2, created: 0, unchanged: 2 })
})

test('a limit reads only the first rows, and a large file comes in batches', async () => {
  const other = await givenVerified(app)
  const rows = Array.from({ length: 603 }, (_, n) => `n-${n},样例岗位${n},青岛市城阳区,5000-6000,1,工作内容第${n}项。`)
  expect(await importing(rows, { limit: 2 }, other)).toMatchObject({ read: 2, created: 2 })
  expect(await importing(rows, {}, other)).toMatchObject({ read: 603, created: 601, unchanged: 2, rejectedCount: 0 })
})

test('an agency posts for the client a row names, where the client gave it a mandate for recruiting', async () => {
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  const [client, stranger, other] = [
    await givenVerified(app, { name: '样例胶州制鞋有限公司' }),
    await givenVerified(app, { name: '样例即墨制帽有限公司' }),
    await givenVerified(app, { name: '样例平度制笔有限公司' }),
  ]
  const until = '2026-12-31'
  await givenMandate(app, client, agency, { purposes: ['recruiting'], until })
  await givenMandate(app, other, agency, { purposes: ['cases'], until })
  const rows = [
    `g-1,制鞋工,青岛市胶州市,5000-6000,2,裁断面料。,样例胶州制鞋有限公司`,
    `g-2,制帽工,青岛市即墨区,5000-6000,2,缝制帽檐。,${stranger.name}`,
    `g-3,制笔工,青岛市平度市,5000-6000,2,组装笔芯。,${other.name}`,
    `g-4,招聘专员,青岛市市南区,5000-6000,1,接待求职者。,`,
    `g-5,面试官助理,青岛市市南区,5000-6000,1,安排面试时间。,${agency.name}`,
    `g-6,制鞋学徒,青岛市胶州市,4000-5000,1,学习制鞋。,样例胶州制鞋 有限责任公司`,
  ]
  const report = await importing(rows, {}, agency)
  expect(report).toMatchObject({ read: 6, created: 4, rejectedCount: 2 })
  expect(report.rejected).toMatchObject([
    { line: 3, column: 'employer', value: stranger.name, reason: expect.stringContaining('没有委托') as string },
    { line: 4, column: 'employer', value: other.name, reason: expect.stringContaining('没有委托') as string },
  ])
  const { items } = await desk(agency).ownJobs({ params: { organisationId: agency.id } })
  const employers = Object.fromEntries(items.map(({ sourceId, employer }) => [sourceId, employer.id]))
  expect(employers).toEqual({ 'g-1': client.id, 'g-4': agency.id, 'g-5': agency.id, 'g-6': client.id })
  const jobId = items.find(({ sourceId }) => sourceId === 'g-1')!.id
  const page = await app.as(jobsRoutes).job({ params: { jobId } })
  expect([page.employer.id, page.agency?.id]).toEqual([client.id, agency.id])
  // Another employer under the same number would take over the applications of the first.
  const moved = await importing([rows[0]!.replace('样例胶州制鞋有限公司', agency.name)], {}, agency)
  expect(moved).toMatchObject({ updated: 0, rejectedCount: 1 })
})

test('an employer posts for itself, whatever name stands in its table', async () => {
  const employer = await givenVerified(app)
  await importing(['e-1,样例点钞员,青岛市市南区,5000-6000,1,点钞。,样例别家有限公司'], {}, employer)
  const { items } = await desk(employer).ownJobs({ params: { organisationId: employer.id } })
  expect(items).toMatchObject([{ employer: { id: employer.id }, agency: null }])
})

test('what is no table of postings is refused before anything is kept, and so is who may not recruit', async () => {
  const params = { organisationId: own.id }
  const send = (text: string) =>
    desk().importJobs({ params, query: { name: 'x.csv' }, bytes: new TextEncoder().encode(text) })
  await refused('jobs.unreadableTable', send('姓名,电话\n甲,1\n'))
  await refused('jobs.unreadableTable', send('<!doctype html><html><body>x</body></html>'))
  await refused('files.empty', send(''))
  const nobody = await givenOrganisation(app)
  const call = { params: { organisationId: nobody.id }, query: { name: 'x.csv' }, bytes: bytesOf(ROWS) }
  await refused('registry.noStanding', desk(nobody).importJobs(call))
})
