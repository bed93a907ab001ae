import { accountsRoutes, matchRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given } from '../../../testing/given.ts'
import { importedTalents } from '../../../testing/imports.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { matchJobs } from '../match/index.ts'
import { readTalentChanges, talentsJobs } from './index.ts'

// The queue looks once a second, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 })

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(talentsRoutes, somebody)
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: { problem: { code: string } }) => error.problem.code,
  )
async function agency(): Promise<OrganisationGiven> {
  const organisation = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, organisation)
  return organisation
}
const HEAD = '编号,姓名,手机号,求职意向,期望地点,自我评价,同意日期,同意期限'
const csv = (...rows: string[]) => new TextEncoder().encode([HEAD, ...rows].join('\n'))
/** Uploads a table and waits until it has been read. */
const send = ({ id, owner }: OrganisationGiven, bytes: Uint8Array<ArrayBuffer>) =>
  importedTalents(app, { id, owner }, { name: '求职者.csv', bytes })
const held = async ({ id, owner }: OrganisationGiven) =>
  (await as(owner).held({ params: { organisationId: id }, query: { limit: 200 } })).items

const ONE = '1,样例甲,13700000001,叉车司机,黄岛,会开叉车,2026-03-01,2026-03-10'
const TWO = '2,样例乙,13700000002,保洁,市南,,2026-02-01,1年'

test('an agency keeps people on their consent; who has none is sent back with the reason', async () => {
  const organisation = await agency()
  const report = await send(
    organisation,
    csv(
      ONE,
      TWO,
      '3,样例丙,13700000003,焊工,黄岛,,,1年',
      '4,样例丁,13700000004,焊工,黄岛,,2026-03-01,',
      '5,样例戊,13700000005,焊工,黄岛,,2026-03-03,1年',
      '6,样例己,13700000006,焊工,黄岛,,2025-01-01,2026-03-01',
      '7,,13700000007,焊工,黄岛,,2026-03-01,1年',
      '8,样例庚,12345,焊工,黄岛,,2026-03-01,1年',
      '9,样例辛,,,,,2026-03-01,1年',
      '10,样例壬,13700000010,焊工,黄岛,,2026-13-45,1年',
    ),
  )
  expect(report).toMatchObject({ read: 10, created: 2, updated: 0, unchanged: 0, rejectedCount: 8 })
  expect(report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [4, '没有本人同意的日期'],
    [5, '没有同意的期限，或早于同意日期'],
    [6, '同意日期在今天之后'],
    [7, '同意已经到期'],
    [8, '没有姓名'],
    [9, '手机号不正确'],
    [10, expect.any(String)],
    [11, '同意日期看不懂，请写成 2026-03-01'],
  ])
  expect(report.rejected[5]).toMatchObject({ column: '手机号', value: '123…' })
  const items = await held(organisation)
  expect(items.find(({ sourceId }) => sourceId === '1')).toMatchObject({
    name: '样例甲',
    named: true,
    phone: '137****0001',
    wishes: [{ title: '叉车司机', occupation: { code: '6-30-05-01' } }],
    places: [{ place: '370211' }],
    consentOn: '2026-03-01',
    consentUntil: '2026-03-10',
  })
  expect(items.find(({ sourceId }) => sourceId === '2')).toMatchObject({ consentUntil: '2027-01-31' })
})

test('a second import of the same table changes nothing, a changed row changes one', async () => {
  const organisation = await agency()
  const anonymous = ',样例壬,13700000010,厨师,市北,,2026-03-01,1年'
  await send(organisation, csv(ONE, TWO, anonymous))
  const before = await held(organisation)
  expect(await send(organisation, csv(ONE, TWO, anonymous))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  expect(await held(organisation)).toEqual(before)
  const renewed = ONE.replace('2026-03-10', '2026-09-30')
  expect(await send(organisation, csv(renewed, TWO, anonymous))).toMatchObject({ updated: 1, unchanged: 2 })
  expect(await send(organisation, csv(TWO, TWO.replace('2,', '22,'), anonymous, anonymous))).toMatchObject({
    created: 1,
    unchanged: 2,
    rejectedCount: 1,
  })
})

test('all that is sent back stands in a file, nothing personal of it beyond the line, and is forgotten after a month', async () => {
  const organisation = await agency()
  const broken = Array.from({ length: 120 }, (_, n) => `${n + 10},样例${n},1370000,焊工,黄岛,,2026-03-01,1年`)
  const report = await send(organisation, csv(ONE, TWO, ...broken, '999,"样例引号,13700000009,焊工'))
  expect(report).toMatchObject({ read: 123, created: 2, rejectedCount: 121, done: true, problem: null })
  expect(report.rejected).toHaveLength(100)
  const params = { organisationId: organisation.id, importId: report.id }
  const { bytes } = await as(organisation.owner).talentRejects({ params })
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(lines).toHaveLength(122)
  expect(lines[1]).toBe('4,手机号,137…,手机号不正确')
  expect(lines.at(-1)).not.toMatch(/样例引号|13700000009/)
  expect(await code(as((await agency()).owner).talentImport({ params }))).toBe('platform.accessDenied')
  const forget = talentsJobs(app.services).find(({ name }) => name === 'talents.forgetImports')!
  const again = () => as(organisation.owner).talentImport({ params })
  await forget.run({})
  expect((await again()).rejectedCount).toBe(121)
  const before = app.clock.now().toISOString()
  app.clock.advance(30 * 86_400 + 1)
  await forget.run({})
  app.clock.set(before)
  expect(await code(again())).toBe('platform.notFound')
})

test('somebody who stands twice in a table is kept once, however far apart', async () => {
  const organisation = await agency()
  const anonymous = ',样例壬,13700000010,厨师,市北,,2026-03-01,1年'
  const others = Array.from({ length: 600 }, (_, n) => `${n},样例${n},${13_800_000_000 + n},焊工,黄岛,,2026-03-01,1年`)
  const report = await send(organisation, csv(anonymous, ...others, anonymous))
  expect(report).toMatchObject({ read: 602, created: 601, updated: 0, rejectedCount: 1 })
  expect(report.rejected).toMatchObject([{ line: 603, reason: '同一个人在表里出现两次' }])
})

test('a table without columns of consent is refused whole, and so is what is no table', async () => {
  const organisation = await agency()
  const bare = new TextEncoder().encode('姓名,求职意向\n样例甲,焊工')
  expect(await code(send(organisation, bare))).toBe('talents.consentMissing')
  expect(await code(send(organisation, new TextEncoder().encode('\0\0\0')))).toBe('talents.unreadableTable')
  // The file is called as its owner calls it, not by where the server read it.
  await expect(send(organisation, new TextEncoder().encode('\0\0\0'))).rejects.toMatchObject({
    problem: { detail: expect.stringMatching(/求职者\.csv(?!.*renshu-)/) },
  })
  expect(await code(send(organisation, new Uint8Array()))).toBe('files.empty')
})

test('only an agency whose papers cover recruiting imports', async () => {
  const employer = await givenVerified(app)
  expect(await code(send(employer, csv(ONE)))).toBe('registry.noStanding')
  const unlicensed = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  expect(await code(send(unlicensed, csv(ONE)))).toBe('registry.noStanding')
})

test('what one agency keeps nobody else sees', async () => {
  const [one, other] = [await agency(), await agency()]
  await send(one, csv(ONE))
  const talentId = (await held(one))[0]!.id
  expect(await held(other)).toEqual([])
  const strange = { params: { organisationId: other.id, talentId } }
  expect(await code(as(other.owner).dropHeld(strange))).toBe('talents.noTalent')
  expect(await code(as(other.owner).talent(strange))).toBe('talents.noTalent')
  const found = await as(other.owner).talents({ params: { organisationId: other.id } })
  expect(found.items.map(({ id }) => id)).not.toContain(talentId)
  expect(await code(as(await given.person(app)).held({ params: { organisationId: one.id } }))).toBe(
    'platform.accessDenied',
  )
  await as(one.owner).dropHeld({ params: { organisationId: one.id, talentId } })
  expect(await held(one)).toEqual([])
})

test('whom an agency keeps it is to ask again when the days of a wish are over; what he agreed to stays as it is', async () => {
  const organisation = await agency()
  await send(organisation, csv(TWO))
  const before = (await held(organisation))[0]!
  expect(before).toMatchObject({ askAgain: false, confirmedOn: '2026-03-02' })
  // The days of a wish end on 30 May; the city asks a week before.
  app.clock.set('2026-05-22T01:00:00Z')
  const owner = { ...organisation.owner, ...(await given.person(app, organisation.owner)) }
  const later = { ...organisation, owner }
  expect((await held(later))[0]!.askAgain).toBe(false)
  app.clock.set('2026-05-23T01:00:00Z')
  expect((await held(later))[0]!.askAgain).toBe(true)
  app.clock.set('2026-05-31T01:00:00Z')
  expect((await held(later))[0]!.askAgain).toBe(true)
  const params = { organisationId: organisation.id, talentId: before.id }
  const confirm = (version: number) => as(owner).confirmHeld({ params, body: { version } })
  expect(await code(confirm(before.version + 1))).toBe('platform.stale')
  await confirm(before.version)
  expect((await held(later))[0]).toMatchObject({
    askAgain: false,
    confirmedOn: '2026-05-31',
    consentUntil: before.consentUntil,
  })
  app.clock.set('2027-02-01T01:00:00Z')
  const late = { ...organisation.owner, ...(await given.person(app, organisation.owner)) }
  expect(await code(as(late).confirmHeld({ params, body: { version: before.version + 1 } }))).toBe('talents.noTalent')
  app.clock.set('2026-03-02T01:00:00Z')
})

test('a consent that ends takes its profile out of the stream by itself', async () => {
  const organisation = await agency()
  await send(organisation, csv(ONE))
  const { id } = (await held(organisation))[0]!
  const told = () =>
    app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) =>
      (await readTalentChanges(tx, '370200', 0, 1000)).find((each) => each.id === id),
    )
  const sweep = () =>
    talentsJobs(app.services)
      .find(({ name }) => name === 'talents.endLapsed')!
      .run({})
  app.clock.set('2026-03-10T01:00:00Z')
  await sweep()
  expect(await told()).toMatchObject({ active: true, agencyId: organisation.id, visibleUntil: '2026-03-10' })
  app.clock.set('2026-03-10T16:03:00Z')
  await sweep()
  expect(await told()).toMatchObject({ active: false })
  app.clock.set('2026-03-02T01:00:00Z')
})

/** Runs one of the jobs of the module. */
const run = (name: string) =>
  talentsJobs(app.services)
    .find((each) => each.name === name)!
    .run({})
/** Those who share a sign-in of these days. */
const later = async ({ id, owner, ...rest }: OrganisationGiven) => {
  const again = await given.person(app, { phone: owner.phone })
  return { ...rest, id, owner: { ...owner, ...again } }
}

test('on a morning an agency is told in one message how many of its people to ask again, each once for every wish', async () => {
  const organisation = await agency()
  await send(organisation, csv(TWO, '3,样例癸,13700000011,焊工,黄岛,,2026-02-01,1年', ONE))
  const told = async () =>
    (await app.as(accountsRoutes).listShownMessages()).items.flatMap(({ to, text }) =>
      to === organisation.owner.phone && text.includes('代管求职者的求职意向') ? [text] : [],
    )
  await run('talents.askAgenciesAgain')
  expect(await told()).toEqual([])
  app.clock.set('2026-05-23T01:35:00Z')
  // Whose consent has ended is nobody to ask: the first of the three.
  await run('talents.askAgenciesAgain')
  await run('talents.askAgenciesAgain')
  await expect.poll(told, { timeout: 30_000 }).toEqual([expect.stringContaining('有 2 位代管求职者')])
  const now = await later(organisation)
  const list = (askAgain: string) =>
    as(now.owner)
      .held({ params: { organisationId: now.id }, query: { askAgain } })
      .then(({ items }) => items)
  expect(await list('true')).toHaveLength(2)
  expect(await list('false')).toHaveLength(1)
  const [asked] = await list('true')
  const params = { organisationId: now.id, talentId: asked!.id }
  await as(now.owner).confirmHeld({ params, body: { version: asked!.version } })
  expect(await list('true')).toHaveLength(1)
  app.clock.set('2026-03-02T01:00:00Z')
})

test('whom nobody confirmed counts as looking no more when the days of a wish are over, until he is confirmed', async () => {
  const organisation = await agency()
  await send(organisation, csv('7,样例子,13700000017,潜水员,市北,,2026-02-01,1年'))
  const { id } = (await held(organisation))[0]!
  /** As the index of the city reads him: how many look for this work. */
  const looking = async () => {
    await run('talents.endLapsed')
    await app.settle()
    const { occupations } = await app.as(matchRoutes, await counted()).shortages({ query: { district: '370203' } })
    return occupations.reduce((sum, { talents }) => sum + talents, 0)
  }
  const counted = async () => {
    await matchJobs(app.services)[0]!.run({})
    return given.officer(app)
  }
  app.clock.set('2026-05-30T01:00:00Z')
  const before = await looking()
  app.clock.set('2026-05-31T01:00:00Z')
  const lapsed = await looking()
  expect(lapsed).toBeLessThan(before)
  const now = await later(organisation)
  const params = { organisationId: now.id, talentId: id }
  const { version } = (await held(now)).find((each) => each.id === id)!
  await as(now.owner).confirmHeld({ params, body: { version } })
  expect(await looking()).toBe(lapsed + 1)
  app.clock.set('2026-03-02T01:00:00Z')
})
