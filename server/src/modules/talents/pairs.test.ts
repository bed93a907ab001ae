import { talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { newIn } from '../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { importedTalents } from '../../../testing/imports.ts'
import { givenLicence, givenVerified } from '../../../testing/registry.ts'
import { likeness } from './profile/alike.ts'

let app: TestApp
let officer: SomebodyGiven
beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app)
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(talentsRoutes, somebody)
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: { problem: { code: string } }) => error.problem.code,
  )
type Wish = Partial<z.input<typeof talentsRoutes.save.body>>
async function someone(name: string, wish: Wish = {}): Promise<SomebodyGiven & { id: string }> {
  const person = await given.person(app, { name })
  const { id } = await as(person).save({ body: { version: null, wishes: [{ title: '保洁' }], ...wish } })
  return { ...person, id }
}
const worked = (employer: string, title = '保洁') => [{ employer, title, text: '' }]
const pairs = async () => (await as(officer).pairs({ query: { limit: 200 } })).items
const pairOf = async (id: string) => (await pairs()).find(({ one, other }) => one.id === id || other.id === id)
const events = async (kind: string) =>
  app.services.database.asOwner(async (connection) => {
    const { rows } = await connection.query('select payload from platform.outbox where kind = $1 order by seq', [kind])
    return rows.map(({ payload }) => payload as Record<string, unknown>)
  })

test('likeness needs a number only one person has, or name, year of birth and an employer together', () => {
  const marks = { phoneBlind: null, residentIdBlind: null }
  const one = { marks, nameBlind: 'n', born: 1990, employers: ['样例厂'] }
  expect(likeness(one, one)).toEqual(['name', 'born', 'history'])
  expect(likeness(one, { ...one, born: null })).toEqual([])
  expect(likeness(one, { ...one, employers: [] })).toEqual([])
  expect(likeness({ ...one, nameBlind: null }, { ...one, nameBlind: null })).toEqual([])
  const phone = { phoneBlind: 'p', residentIdBlind: null }
  expect(likeness({ ...one, marks: phone }, { ...one, marks: phone, nameBlind: 'x', born: 1, employers: [] })).toEqual([
    'phone',
  ])
})

test('two profiles with name, birth and employer in common wait for an officer; namesakes do not', async () => {
  const history = worked('样例物业有限公司')
  const one = await someone('样例同名', { born: 1975, history })
  await someone('样例同名', { born: 1975, history: worked('别的公司') })
  await someone('样例同名', { born: 1976, history })
  expect(await pairOf(one.id)).toBeUndefined()
  const other = await someone('样例同名', { born: 1975, history: worked('样例物业') })
  const found = (await pairOf(one.id))!
  expect([found.one.id, found.other.id].toSorted()).toEqual([one.id, other.id].toSorted())
  expect(found).toMatchObject({ alike: ['name', 'born', 'history'], one: { name: '样例同名' } })
  const params = { pairId: found.id }
  await as(officer).decidePair({ params, body: { decision: 'different', reason: '照片不同' } })
  expect(await pairOf(one.id)).toBeUndefined()
  expect(await code(as(officer).decidePair({ params, body: { decision: 'different', reason: 'x' } }))).toBe(
    'talents.alreadyDecided',
  )
  await as(one).save({ body: { version: 1, wishes: [{ title: '保安' }], born: 1975, history } })
  expect(await pairOf(one.id)).toBeUndefined()
})

test('what an agency keeps of somebody with an account goes into the account’s profile, with its history', async () => {
  const person = await someone('样例合并', { history: worked('样例一厂', '车工') })
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  const table = `编号,姓名,手机号,求职意向,证书,同意日期,同意期限\n1,样例合并,${person.phone},叉车司机,叉车证N1,2026-03-01,1年`
  const params = { organisationId: agency.id }
  const bytes = new TextEncoder().encode(table)
  await importedTalents(app, agency, { bytes })
  await expect.poll(() => pairOf(person.id), { timeout: 20_000 }).toMatchObject({ alike: ['phone', 'name'] })
  const pair = (await pairOf(person.id))!
  const kept = [pair.one.id, pair.other.id].find((id) => id !== person.id)!
  const decide = (keep: string | null) =>
    as(officer).decidePair({ params: { pairId: pair.id }, body: { decision: 'same', keep, reason: '同一手机号' } })
  expect(await code(decide(null))).toBe('platform.invalidInput')
  expect(await code(decide(kept))).toBe('platform.invalidInput')
  expect(pair.own).toEqual([pair.one.id === person.id ? 'one' : 'other'])
  await newIn(app, person.phone, /(并入了您的这一份)/, () => decide(person.id))
  expect(await events('talents.merged')).toEqual([{ from: kept, into: person.id }])
  expect(await as(person).mine()).toMatchObject({
    history: [{ employer: '样例一厂' }],
    certificates: [{ code: 'forklift-n1' }],
    version: 2,
  })
  expect((await as(agency.owner).held({ params })).items).toEqual([])
})

test('of two accounts each is told: the one that stays, and the one whose profile went into it', async () => {
  const history = worked('样例二厂')
  const stays = await someone('样例两号', { born: 1978, history })
  const goes = await someone('样例两号', { born: 1978, history })
  const pair = (await pairOf(goes.id))!
  expect(pair.own).toEqual(['one', 'other'])
  const body = { decision: 'same', keep: stays.id, reason: '到窗口核实' } as const
  const decide = () => as(officer).decidePair({ params: { pairId: pair.id }, body })
  await newIn(app, stays.phone, /(并入了您的这一份)/, () => newIn(app, goes.phone, /(请用另一个账号登录)/, decide))
  expect(await code(as(goes).mine())).toBe('talents.noProfile')
  expect((await as(stays).mine()).history).toHaveLength(1)
})

test('an officer does not decide on a pair that is himself', async () => {
  const history = worked('样例三厂')
  const wish = { version: null, wishes: [{ title: '保洁' }], born: 1980, history }
  const own = await given.officer(app, { name: '样例回避' })
  await as(own).save({ body: wish })
  const { id } = await someone('样例回避', { born: 1980, history })
  const body = { decision: 'different', reason: 'x' } as const
  expect(await code(as(own).decidePair({ params: { pairId: (await pairOf(id))!.id }, body }))).toBe('talents.ownCase')
})

test('a pair of which one is removed waits no more', async () => {
  const history = worked('样例四厂')
  const one = await someone('样例删除', { born: 1981, history })
  const other = await someone('样例删除', { born: 1981, history })
  expect(await pairOf(one.id)).toBeDefined()
  await as(other).remove()
  expect(await pairOf(one.id)).toBeUndefined()
  expect(await events('talents.erased')).toContainEqual({ talentId: other.id })
})
