import { talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { givenOrganisation, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { talentsJobs } from './index.ts'

let app: TestApp
let employer: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例青岛机械有限公司' })
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(talentsRoutes, somebody)
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: { problem: { code: string } }) => error.problem.code,
  )
type Wish = Partial<z.input<typeof talentsRoutes.save.body>>
async function someone(wish: Wish = {}, name = '样例求职者'): Promise<SomebodyGiven & { id: string }> {
  const person = await given.person(app, { name })
  const body = { version: null, wishes: [{ title: '叉车司机' }], places: ['370211'], ...wish }
  const { id } = await as(person).save({ body })
  await app.settle()
  return { ...person, id }
}
const search = async (query: Record<string, unknown> = {}, organisation = employer): Promise<string[]> => {
  const params = { organisationId: organisation.id }
  const { items } = await as(organisation.owner).talents({ params, query: { limit: 50, ...query } })
  return items.map(({ id }) => id)
}
const look = (talentId: string, organisation = employer) =>
  as(organisation.owner).talent({ params: { organisationId: organisation.id, talentId } })

test('employers find whom they may see, by occupation, place, education, pay, certificate and words', async () => {
  const { id } = await someone({
    education: 'college',
    salary: { min: 700_000 },
    certificates: [{ code: 'driving-a2' }],
    skills: ['二保焊'],
    summary: '10年经验',
  })
  expect(await search()).toContain(id)
  for (const query of [
    { occupation: '6-30' },
    { occupation: '6-30-05-01' },
    { place: '370211' },
    { place: '370200' },
    { place: '370211001' },
    { education: 'senior' },
    { pay: 700_000 },
    { certificate: 'driving-b2' },
    { q: '二保焊 叉车' },
  ])
    expect(await search(query), JSON.stringify(query)).toContain(id)
  for (const query of [
    { occupation: '6-3' },
    { occupation: '4' },
    { place: '370202' },
    { place: '999999' },
    { education: 'bachelor' },
    { pay: 699_999 },
    { certificate: 'driving-a1' },
    { q: '二保焊 护士' },
    { q: '%' },
    { q: '_' },
  ])
    expect(await search(query).catch(() => []), JSON.stringify(query)).not.toContain(id)
})

test('facets count whom each value would leave, of those alone whom the employer may see', async () => {
  const trade: Wish = {
    wishes: [{ title: '潜水员' }],
    education: 'college',
    certificates: [{ code: 'driving-a2' }],
  }
  const seen = await someone(trade)
  await someone({ ...trade, visibility: 'hidden' })
  await someone({ ...trade, refuses: { employers: ['样例青岛机械'] } })
  const asked = async (query: Record<string, unknown>) =>
    as(employer.owner).talents({
      params: { organisationId: employer.id },
      query: { q: '潜水员', facets: 'true', ...query },
    })
  const { items, facets } = await asked({})
  expect(items.map(({ id }) => id)).toEqual([seen.id])
  for (const name of ['occupation', 'education', 'certificate'])
    for (const { code, count } of facets![name]!)
      expect([name, code, count]).toEqual([name, code, (await asked({ [name]: code })).total])
  expect(facets!['certificate']!.map(({ code }) => code)).toContain('driving-b2')
  expect(facets!['education']).toContainEqual({ code: 'senior', name: '高中', count: 1 })
  const [group] = facets!['occupation']!
  const below = (await asked({ occupation: group!.code })).facets!['occupation']!
  expect(below.every(({ code }) => code.startsWith(group!.code))).toBe(true)
  expect((await as(employer.owner).talents({ params: { organisationId: employer.id } })).facets).toBeNull()
})

test('a card is without name, employers and contact unless the profile is open, and never with contact', async () => {
  const wish: Wish = {
    born: 1990,
    home: '370211',
    summary: '我是样例求真，在样例海洋食品干过，电话138 0013 8000，微信: abc_12345，a@b.cn',
    history: [{ employer: '样例海洋食品有限公司', title: '叉车工', text: '样例海洋食品仓库，找样例求真' }],
  }
  const { id, token } = await someone(wish, '样例求真')
  const seen = await look(id)
  expect(seen).toMatchObject({
    name: `求职者 ${id.slice(-4).toUpperCase()}`,
    named: false,
    ageBand: '30–39',
    district: '黄岛区',
  })
  expect(seen.summary).toBe('我是本人，在某单位干过，电话［联系方式不公开］，［联系方式不公开］，［联系方式不公开］')
  expect(seen.history).toMatchObject([{ employer: '某单位', title: '叉车工', text: '某单位仓库，找本人' }])
  expect(JSON.stringify(seen)).not.toMatch(/样例求真|样例海洋|1380013|abc_12345|1990/)
  expect(await search({ q: '海洋食品' })).not.toContain(id)
  await as({ token }).show({ body: { version: 1, visibility: 'open' } })
  const open = await look(id)
  expect(open).toMatchObject({ name: '样例求真', named: true, history: [{ employer: '样例海洋食品有限公司' }] })
  expect(JSON.stringify(open)).not.toMatch(/138 0013|abc_12345|a@b/)
})

test('a hidden profile is never seen, and what is hidden is hidden at once', async () => {
  const hidden = await someone({ visibility: 'hidden' })
  expect(await search()).not.toContain(hidden.id)
  expect(await code(look(hidden.id))).toBe('talents.noTalent')
  const shown = await someone()
  expect(await search()).toContain(shown.id)
  await as(shown).show({ body: { version: 1, visibility: 'hidden' } })
  expect(await search()).not.toContain(shown.id)
  expect(await code(look(shown.id))).toBe('talents.noTalent')
})

test('whom somebody refuses to work for does not see the profile', async () => {
  const { id } = await someone({ refuses: { employers: ['样例青岛机械'] } })
  expect(await search()).not.toContain(id)
  expect(await code(look(id))).toBe('talents.noTalent')
  expect(await search({}, await givenVerified(app))).toContain(id)
})

test('only a recruiter of an organisation with standing sees anybody', async () => {
  const { id } = await someone()
  const unverified = await givenOrganisation(app)
  expect(await code(search({}, unverified))).toBe('registry.noStanding')
  expect(await code(look(id, unverified))).toBe('registry.noStanding')
  const viewer = await given.member(app, employer.id, 'viewer')
  expect(await code(search({}, { ...employer, owner: viewer }))).toBe('platform.accessDenied')
  expect(await code(search({}, { ...employer, owner: await given.person(app) }))).toBe('platform.accessDenied')
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  expect(await code(search({}, agency))).toBe('registry.noStanding')
})

test('pages hold each profile once, in the order of the latest wish', async () => {
  const other = await givenVerified(app)
  const params = { organisationId: other.id }
  const all: string[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page = await as(other.owner).talents({ params, query: { limit: 2, ...(cursor && { cursor }) } })
    all.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
    more = page.next !== null
  }
  expect(all).toEqual(await search({}, other))
  expect(new Set(all).size).toBe(all.length)
})

test('the person sees who looked, once a day; nobody else sees it', async () => {
  const person = await someone()
  await look(person.id)
  await look(person.id)
  const { items, total } = await as(person).looks()
  expect(total).toBe(1)
  expect(items).toEqual([
    { organisation: { id: employer.id, name: employer.name }, at: '2026-03-02T01:00:00.000Z', what: 'profile' },
  ])
  expect((await as(await someone()).looks()).total).toBe(0)
})

test('people come in the order that is asked for, the newest wish first or the best fit of the words', async () => {
  const best = await someone({ wishes: [{ title: '验光师' }] })
  app.clock.advance(86_400)
  const newest = await someone({ wishes: [{ title: '店员' }], summary: '做过验光师' })
  expect(await search({ q: '验光师' })).toEqual([best.id, newest.id])
  expect(await search({ q: '验光师', sort: 'newest' })).toEqual([newest.id, best.id])
})

test('an organisation opens no more profiles on a day than the city lets it, also when it asks at once', async () => {
  const greedy = await givenVerified(app)
  const city = app.services.cities.get('370200')!
  const bound = city.parameters.find(({ id }) => id === 'talents.looksPerDay')!
  const before = bound.values
  bound.values = [{ value: 3, from: '2020-01-01', example: true }]
  try {
    const ids = [await someone(), await someone(), await someone(), await someone(), await someone()].map(
      ({ id }) => id,
    )
    const answers = await Promise.all(ids.map((id) => code(look(id, greedy))))
    expect(answers.filter((answer) => answer === 'no failure')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'talents.tooManyLooks')).toHaveLength(2)
    const opened = ids[answers.indexOf('no failure')]!
    expect(await code(look(opened, greedy))).toBe('no failure')
    app.clock.advance(86_400)
    expect(await code(look(ids[answers.indexOf('talents.tooManyLooks')]!, greedy))).toBe('no failure')
  } finally {
    bound.values = before
  }
})

test('lists show an organisation no more people on a day than the city lets it, each counted once', async () => {
  const greedy = await givenVerified(app)
  const params = { organisationId: greedy.id }
  const city = app.services.cities.get('370200')!
  const bound = city.parameters.find(({ id }) => id === 'talents.listedPerDay')!
  const before = bound.values
  bound.values = [{ value: 3, from: '2020-01-01', example: true }]
  try {
    for (const title of ['列表甲工', '列表乙工', '列表丙工', '列表丁工']) await someone({ wishes: [{ title }] })
    const list = (q: string) => as(greedy.owner).talents({ params, query: { q } })
    for (const q of ['列表甲工', '列表乙工', '列表甲工', '列表丙工', '列表乙工']) expect((await list(q)).total).toBe(1)
    await expect(list('列表丁工')).rejects.toMatchObject({
      problem: { code: 'talents.tooManyListed', status: 429, detail: expect.stringMatching(/3 位.*2026-03-\d\d 零点/) },
    })
    expect(await code(as(greedy.owner).talents({ params, query: { limit: 51 } }))).toBe('platform.invalidInput')
    // What was refused has not been counted, and another organisation counts for itself.
    expect((await list('列表丙工')).total).toBe(1)
    expect(await search({ q: '列表丁工' })).toHaveLength(1)
    app.clock.advance(86_400)
    await talentsJobs(app.services)
      .find(({ name }) => name === 'talents.forgetListed')!
      .run({})
    const left = await app.services.database.asOwner((connection) =>
      connection.query('select 1 from talents.listed where id = $1', [greedy.id]),
    )
    expect(left.rows).toEqual([])
    expect((await list('列表丁工')).total).toBe(1)
  } finally {
    bound.values = before
  }
})

test('a wish not repeated lapses on its day, after the person was asked once; repeating it shows the profile again', async () => {
  const person = await someone()
  const run = (name: string) =>
    talentsJobs(app.services)
      .find((job) => job.name === name)!
      .run({})
  const shown = () => app.services.messages.shown!().filter(({ to }) => to === person.phone)
  const ask = async () => {
    await run('talents.askWhetherStillLooking')
    await run('talents.askWhetherStillLooking')
  }
  await ask()
  expect(shown()).toHaveLength(0)
  app.clock.advance(84 * 86_400)
  await ask()
  await expect.poll(() => shown().length, { timeout: 10_000 }).toBe(1)
  app.clock.advance(5 * 86_400)
  const later = { ...employer, owner: await given.person(app, employer.owner) }
  expect(await search({}, later)).toContain(person.id)
  app.clock.advance(86_400)
  expect(await search({}, later)).not.toContain(person.id)
  expect(await code(look(person.id, later))).toBe('talents.noTalent')
  await run('talents.endLapsed')
  await as(await given.person(app, person)).confirm({ body: { version: 1 } })
  await app.settle()
  expect(await search({}, later)).toContain(person.id)
})
