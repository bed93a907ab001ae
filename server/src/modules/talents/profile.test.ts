import { ProfileBody, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given } from '../../../testing/given.ts'
import { readTalentChanges } from './index.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(talentsRoutes, somebody)
const wish = { version: null, wishes: [{ title: '叉车司机' }], places: ['370211'] }
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: { problem: { code: string } }) => error.problem.code,
  )
const told = (after = 0) =>
  app.services.database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    readTalentChanges(tx, '370200', after, 1000),
  )

test('three fields are a profile: a wish is read as an occupation, a place has its name', async () => {
  const person = await given.person(app, { name: '样例甲' })
  expect(await code(as(person).mine())).toBe('talents.noProfile')
  const saved = await as(person).save({ body: wish })
  expect(saved).toMatchObject({
    name: '样例甲',
    wishes: [{ title: '叉车司机', occupation: { code: '6-30-05-01' } }],
    places: [{ place: '370211', name: '山东省青岛市黄岛区' }],
    visibility: 'anonymous',
    confirmedOn: '2026-03-02',
    confirmBy: '2026-05-30',
    version: 1,
  })
  expect(await as(person).mine()).toEqual(saved)
})

test('everything typed comes back as it was typed', async () => {
  const person = await given.person(app)
  const body = ProfileBody.parse({
    version: null,
    wishes: [{ title: '焊工', occupation: '6-18-02-04', salary: { min: 800_000 } }, { title: '什么都能干' }],
    places: ['370211', '000000'],
    salary: { min: 600_000 },
    remote: true,
    education: 'college',
    years: 7,
    born: 1988,
    home: '370211',
    commuteKm: 15,
    employment: ['fullTime'],
    availableFrom: '2026-03-10',
    certificates: [{ code: 'forklift-n1', validUntil: '2027-01-01' }],
    skills: ['二保焊'],
    summary: '踏实肯干\n会看图纸',
    history: [{ employer: '样例机械厂', title: '焊工', from: '2015-03', until: null, text: '焊接' }],
    refuses: { occupations: ['4-02'], industries: ['C25'], shifts: ['night'], employers: ['样例化工'] },
    visibility: 'hidden',
  })
  const saved = await as(person).save({ body })
  const { version: _, wishes: __, places: ___, home: ____, certificates, refuses, cvFileId, ...same } = body
  expect(saved).toMatchObject({ ...same, home: { place: '370211' }, cv: cvFileId })
  expect(saved.wishes.map(({ title, salary }) => ({ title, salary }))).toEqual([
    { title: '焊工', salary: { min: 800_000 } },
    { title: '什么都能干', salary: null },
  ])
  expect(saved.certificates).toMatchObject(certificates)
  expect(saved.refuses).toMatchObject({ occupations: [{ code: '4-02' }], industries: [{ code: 'C25' }] })
  expect(saved.refuses.shifts).toEqual(refuses.shifts)
})

test('the engine gets the same by the readers of tables: occupation, skills, what is refused, no name', async () => {
  const person = await given.person(app, { name: '样例乙' })
  const body = { ...wish, summary: '熟练二保焊和氩弧焊', home: '370211', refuses: { shifts: ['night' as const] } }
  const { id } = await as(person).save({ body })
  const record = (await told()).find((each) => each.id === id)
  expect(record).toMatchObject({
    active: true,
    visibleUntil: '2026-05-30',
    personId: person.personId,
    agencyId: null,
    visibility: 'anonymous',
    talent: { id, home: '370211', refuses: { shifts: ['night'] }, updatedOn: '2026-03-02' },
  })
  expect(record!.talent.wishes[0]!.occupations[0]!.code).toBe('6-30-05-01')
  expect(record!.talent.skills.length).toBeGreaterThan(0)
  expect(JSON.stringify(record)).not.toContain('样例乙')
})

test('a place, an occupation, a certificate that nobody knows is refused by its name', async () => {
  const own = as(await given.person(app))
  expect(await code(own.save({ body: { ...wish, places: ['999999'] } }))).toBe('talents.badPlace')
  expect(await code(own.save({ body: { ...wish, home: '370299' } }))).toBe('talents.badPlace')
  expect(await code(own.save({ body: { ...wish, wishes: [{ title: 'x', occupation: '9-99' }] } }))).toBe(
    'talents.unknownCode',
  )
  expect(await code(own.save({ body: { ...wish, certificates: [{ code: 'nothing' }] } }))).toBe('talents.unknownCode')
  expect(await code(own.mine())).toBe('talents.noProfile')
})

test('of two saves over the same version one wins and the other hears of it', async () => {
  const own = as(await given.person(app))
  const first = await Promise.allSettled([own.save({ body: wish }), own.save({ body: wish })])
  expect(first.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const again = { ...wish, version: 1 }
  const second = await Promise.allSettled([own.save({ body: again }), own.save({ body: again })])
  expect(second.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await code(own.save({ body: wish }))).toBe('platform.stale')
  expect(await own.mine()).toMatchObject({ version: 2 })
})

test('who may see it, and that the wish holds, are said in one tap', async () => {
  const own = as(await given.person(app))
  await own.save({ body: wish })
  expect(await own.show({ body: { version: 1, visibility: 'open' } })).toMatchObject({ visibility: 'open', version: 2 })
  expect(await code(own.show({ body: { version: 1, visibility: 'hidden' } }))).toBe('platform.stale')
  app.clock.advance(10 * 86_400)
  expect(await own.confirm({ body: { version: 2 } })).toMatchObject({ confirmedOn: '2026-03-12', version: 3 })
})

test('a removed profile is gone, a new one may be made, and readers of the stream hear that it ended', async () => {
  const person = await given.person(app, { name: '样例丙' })
  const { id } = await as(person).save({ body: { ...wish, summary: '秘密' } })
  const before = (await told()).find((each) => each.id === id)!
  await as(person).remove()
  expect(await code(as(person).mine())).toBe('talents.noProfile')
  const ended = (await told(before.changeSeq)).find((each) => each.id === id)
  expect(ended).toEqual({
    changeSeq: before.changeSeq + 1,
    id,
    active: false,
    visibleUntil: before.visibleUntil,
    personId: null,
    agencyId: null,
    visibility: 'hidden',
    talent: { id, wishes: [], places: [], certificates: [], skills: [], terms: [] },
  })
  expect(await as(person).save({ body: wish })).toMatchObject({ version: 1 })
})

test('each person has one profile, and nobody else’s', async () => {
  const [one, other] = [await given.person(app, { name: '样例丁' }), await given.person(app, { name: '样例戊' })]
  await as(one).save({ body: wish })
  expect(await code(as(other).mine())).toBe('talents.noProfile')
  await as(other).save({ body: { ...wish, wishes: [{ title: '保洁' }] } })
  expect(await as(one).mine()).toMatchObject({ name: '样例丁', wishes: [{ title: '叉车司机' }] })
})
