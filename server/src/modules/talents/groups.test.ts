import { accountsRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { pdf } from '../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(talentsRoutes, somebody)
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: { problem: { code: string } }) => error.problem.code,
  )
const wish = { version: null, wishes: [{ title: '保洁' }], home: '370211' }
const claim = async (person: SomebodyGiven, group: 'veteran' | 'disabled' = 'veteran') => {
  const { id } = await as(person).uploadProof({ query: { name: '证明.pdf' }, bytes: pdf('证明') })
  const shown = await as(person).claimGroup({ body: { group, documents: [id], consent: true } })
  return { documentId: id, shown }
}
async function claimant(name = '样例甲'): Promise<SomebodyGiven & { documentId: string }> {
  const person = await given.person(app, { name })
  await as(person).save({ body: wish })
  return { ...person, ...(await claim(person)) }
}
const waiting = async (officer: { token: string }) => (await as(officer).claims({ query: { limit: 200 } })).items
const find = async (officer: { token: string }, name: string) =>
  (await waiting(officer)).find(({ talent }) => talent.name === name)

test('a claim comes with proof and consent, and is decided by an officer of the district', async () => {
  const person = await claimant('样例退役')
  const officer = await given.officer(app, { district: '370211' })
  const found = (await find(officer, '样例退役'))!
  expect(found).toMatchObject({ group: 'veteran', status: 'claimed', documents: [{ id: person.documentId }] })
  expect(await find(await given.officer(app, { district: '370202' }), '样例退役')).toBeUndefined()
  const params = { claimId: found.id }
  const file = await as(officer).claimDocument({ params: { ...params, fileId: person.documentId } })
  expect(new TextDecoder().decode(file.bytes)).toContain('证明')
  expect(await code(as(officer).decideClaim({ params, body: { decision: 'refused' } }))).toBe('talents.reasonMissing')
  const decided = await as(officer).decideClaim({ params, body: { decision: 'proved', untilOn: '2026-06-30' } })
  expect(decided).toMatchObject({ status: 'proved', untilOn: '2026-06-30' })
  expect(await code(as(officer).decideClaim({ params, body: { decision: 'proved' } }))).toBe('talents.alreadyDecided')
  expect((await as(person).mine()).groups).toEqual([
    { group: 'veteran', status: 'proved', reason: null, untilOn: '2026-06-30' },
  ])
  expect(await code(claim(person))).toBe('talents.alreadyClaimed')
})

test('whom a group was recognised for stands in a list of those to help until it ends', async () => {
  const person = await claimant('样例帮扶')
  const officer = await given.officer(app)
  const { id: claimId } = (await find(officer, '样例帮扶'))!
  const helped = async (who = officer) =>
    (await as(who).claims({ query: { status: 'proved', limit: 200 } })).items.filter(
      ({ talent }) => talent.name === '样例帮扶',
    )
  expect(await helped()).toEqual([])
  const untilOn = new Date(app.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  await as(officer).decideClaim({ params: { claimId }, body: { decision: 'proved', untilOn } })
  expect(await helped()).toMatchObject([{ status: 'proved', untilOn, seeking: true }])
  expect(await find(officer, '样例帮扶')).toBeUndefined()
  const { version } = await as(person).mine()
  await as(person).show({ body: { version, visibility: 'hidden' } })
  expect(await helped()).toMatchObject([{ seeking: false }])
  app.clock.advance(3 * 86_400)
  expect(await helped(await given.officer(app))).toEqual([])
})

test('a claim is refused with its reason, and may be made again', async () => {
  const person = await claimant('样例再来')
  const officer = await given.officer(app)
  const { id: claimId } = (await find(officer, '样例再来'))!
  await as(officer).decideClaim({ params: { claimId }, body: { decision: 'refused', reason: '照片不清' } })
  expect((await as(person).mine()).groups).toMatchObject([{ status: 'refused', reason: '照片不清' }])
  app.clock.advance(60)
  expect((await claim(person)).shown.groups).toMatchObject([{ status: 'claimed', reason: null }])
})

test('nobody decides on himself, and whose document it is not proves nothing', async () => {
  const officer = await given.officer(app, { name: '样例经办' })
  await as(officer).save({ body: wish })
  await claim(officer)
  const { id: claimId } = (await find(officer, '样例经办'))!
  expect(await code(as(officer).decideClaim({ params: { claimId }, body: { decision: 'proved' } }))).toBe(
    'talents.ownCase',
  )
  const person = await claimant()
  const other = await claimant()
  const body = { group: 'disabled' as const, documents: [other.documentId], consent: true as const }
  expect(await code(as(person).claimGroup({ body }))).toBe('talents.unknownDocument')
})

test('who withdraws the consent, or the claim, leaves nothing of it', async () => {
  const officer = await given.officer(app)
  const accounts = (person: SomebodyGiven) => app.as(accountsRoutes, person)
  const consents = async (person: SomebodyGiven) =>
    (await accounts(person).listConsents()).items.filter(({ withdrawnAt }) => withdrawnAt === null)
  const one = await claimant('样例撤一')
  const [given_] = await consents(one)
  expect(given_).toMatchObject({ purpose: 'specialGroup', recipient: 'bureau' })
  await accounts(one).withdrawConsent({ params: { consentId: given_!.id } })
  await app.settle()
  expect((await as(one).mine()).groups).toEqual([{ group: 'veteran', status: 'ended', reason: null, untilOn: null }])
  expect(await find(officer, '样例撤一')).toBeUndefined()
  const other = await claimant('样例撤二')
  await as(other).endGroup({ params: { group: 'veteran' } })
  expect(await find(officer, '样例撤二')).toBeUndefined()
  expect(await consents(other)).toEqual([])
})

test('a proof ends after its last day and may be renewed', async () => {
  const person = await claimant('样例续期')
  const officer = await given.officer(app)
  const { id: claimId } = (await find(officer, '样例续期'))!
  const until = app.clock.now().toISOString().slice(0, 10)
  await as(officer).decideClaim({ params: { claimId }, body: { decision: 'proved', untilOn: until } })
  app.clock.advance(86_400)
  expect((await as(person).mine()).groups).toMatchObject([{ status: 'ended' }])
  expect((await claim(person)).shown.groups).toMatchObject([{ status: 'claimed' }])
})
