import { policyRoutes } from '@renshu/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { isOnServer } from '../../../../testing/database.ts'
import { given } from '../../../../testing/given.ts'
import { holdFacts, REFUND, runJob, SKILL } from '../../../../testing/office/policy.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { openEntitlement, takeUp } from './take-up.ts'

let app: TestApp
let firm: OrganisationGiven
let person: Awaited<ReturnType<typeof given.person>>
beforeAll(async () => {
  app = await startApp()
  firm = await givenVerified(app)
  person = await given.person(app)
  await holdFacts(app, { kind: 'organisation', id: firm.id }, REFUND)
  await holdFacts(app, { kind: 'person', id: person.personId }, SKILL)
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(policyRoutes, somebody)
const run = () => runJob(app, 'policy.entitle', { city: '370200' })
const ofFirm = async (one = firm) =>
  (await as(one.owner).organisationEntitlements({ params: { organisationId: one.id } })).items
const system = <T>(work: Parameters<typeof app.services.database.transaction<T>>[1]) =>
  app.services.database.transaction({ kind: 'system', city: '370200' }, work)

test('who is entitled by what is on record is found by night, without having applied', async () => {
  expect(await ofFirm()).toEqual([])
  await run()
  expect(await ofFirm()).toMatchObject([
    {
      policy: 'job-retention-refund',
      service: { key: 'job-retention-refund' },
      amount: { unit: 'fen', value: 740_740, shown: '7,407.40' },
      arithmetic: '12,345.67 × 60% = 7,407.402 → 7,407.40',
      foundOn: '2026-03-02',
      lastDay: '2026-12-31',
      state: 'open',
      caseId: null,
    },
  ])
  expect((await as(person).ownEntitlements()).items).toMatchObject([
    { policy: 'skill-subsidy', amount: { value: 150_000 } },
  ])
})

test('a second run finds nothing new and leaves what is open', async () => {
  const before = await ofFirm()
  await run()
  await run()
  expect(await ofFirm()).toEqual(before)
  const administrator = await given.officer(app, { administrator: true })
  const { lastRun, policies } = await as(administrator).entitlementSummary()
  expect(lastRun).toMatchObject({ found: 0, ended: 0 })
  expect(policies.find(({ policy }) => policy === 'job-retention-refund')).toMatchObject({ open: 1, sum: 740_740 })
})

test('other facts make another offer in the place of the one before; facts that no longer suffice end it', async () => {
  const other = await givenVerified(app)
  const subject = { kind: 'organisation', id: other.id } as const
  await holdFacts(app, subject, REFUND)
  await run()
  await holdFacts(app, subject, { 'insurance.unemploymentPaid': '20000' }, '2026-02-28')
  await run()
  expect((await ofFirm(other)).map(({ state, amount }) => [state, amount.value])).toEqual([
    ['open', 1_200_000],
    ['ended', 740_740],
  ])
  await holdFacts(app, subject, { 'insurance.unemploymentMonths': 3 }, '2026-03-01')
  await run()
  expect((await ofFirm(other)).map(({ state }) => state)).toEqual(['ended', 'ended'])
})

test('what was declined is not offered again this year, and only its own may decline', async () => {
  const [offer] = (await as(person).ownEntitlements()).items
  const params = { entitlementId: offer!.id }
  const stranger = await given.person(app)
  await refused('policy.noEntitlement', as(stranger).declineOwn({ params }))
  const [ofOrganisation] = await ofFirm()
  await refused('policy.noEntitlement', as(person).declineOwn({ params: { entitlementId: ofOrganisation!.id } }))
  await as(person).declineOwn({ params })
  await refused('policy.alreadyClosed', as(person).declineOwn({ params }))
  await run()
  await holdFacts(app, { kind: 'person', id: person.personId }, { 'talents.skillLevel': '高级' }, '2026-02-28')
  await run()
  expect((await as(person).ownEntitlements()).items).toMatchObject([{ state: 'declined' }])
})

test('a case takes it up once; taken up, it is not offered again', async () => {
  const [offer] = await ofFirm()
  const caseId = app.clock.newId()
  await system(async (tx) => {
    expect(await openEntitlement(tx, '370200', offer!.id)).toMatchObject({
      policy: 'job-retention-refund',
      subject: { kind: 'organisation', id: firm.id },
      amount: 740_740,
    })
    await takeUp({ tx, city: '370200', now: app.clock.now }, offer!.id, caseId)
  })
  const again = () => system((tx) => takeUp({ tx, city: '370200', now: app.clock.now }, offer!.id, caseId))
  await expect(again()).rejects.toMatchObject({ failure: { code: 'policy.alreadyClosed' } })
  await run()
  expect(await ofFirm()).toMatchObject([{ state: 'taken', caseId }])
})

test('officers see what is offered in their district, people with no more than the first character of the name', async () => {
  const inDistrict = await given.officer(app, { district: '370202' })
  const elsewhere = await given.officer(app, { district: '370203' })
  const everywhere = await given.officer(app)
  const list = async (officer: { token: string }) => (await as(officer).entitlements({ query: {} })).items
  expect((await list(inDistrict)).every(({ subject }) => subject.district === '370202')).toBe(true)
  expect((await list(inDistrict)).map(({ subject }) => subject.name)).toContain(firm.name)
  expect(await list(elsewhere)).toEqual([])
  const people = (await list(everywhere)).filter(({ subject }) => subject.kind === 'person')
  expect(people.map(({ subject }) => subject.name)).toEqual(['测**'])
})

test('only an administrator starts a run, which then goes on by itself', async () => {
  await refused('platform.accessDenied', as(await given.officer(app)).runEntitlements())
  app.clock.advance(60)
  const administrator = as(await given.officer(app, { administrator: true }))
  expect(await administrator.runEntitlements()).toEqual({ done: true })
  await vi.waitFor(
    async () => {
      const { lastRun } = await administrator.entitlementSummary()
      expect([lastRun!.at, lastRun!.endedAt]).toEqual([app.clock.now().toISOString(), app.clock.now().toISOString()])
    },
    { timeout: 60_000, interval: 200 },
  )
})

test('who was found by a run that stopped before it told anybody is told the next night', async () => {
  const other = await givenVerified(app)
  await holdFacts(app, { kind: 'organisation', id: other.id }, REFUND)
  await run()
  const rows = (text: string) =>
    app.services.database.asOwner(async (connection) => (await connection.query(text, [other.id])).rows)
  const toldAt = async () => (await rows('select told_at from policy.entitlement where subject_id = $1'))[0]!['told_at']
  expect(await toldAt()).not.toBeNull()
  await rows('update policy.entitlement set told_at = null where subject_id = $1')
  await run()
  expect(await toldAt()).not.toBeNull()
  expect(await ofFirm(other)).toHaveLength(1)
})

/** On a server somebody waits for what somebody else holds; an embedded database lets one in at a time. */
const waitUntilHeldUp = () =>
  vi.waitFor(
    () =>
      app.services.database.asOwner(async (connection) => {
        const { rows } = await connection.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          [],
        )
        expect(rows).toHaveLength(1)
      }),
    { timeout: 60_000, interval: 50 },
  )

test('who is told while another run puts an offer in the place of his is not told once more', async () => {
  const other = await givenVerified(app)
  const subject = { kind: 'organisation', id: other.id } as const
  await holdFacts(app, subject, REFUND)
  await run()
  const tell = (tx: Tx, at: Date | null) =>
    sql`update policy.entitlement set told_at = ${at} where subject_id = ${other.id}`.execute(tx)
  await system((tx) => tell(tx, null))
  await holdFacts(app, subject, { 'insurance.unemploymentPaid': '20000' }, '2026-02-28')
  const told = new Date('2026-02-01T00:00:00Z')
  let replacing: Promise<void> | undefined
  await system(async (tx) => {
    await tell(tx, told)
    replacing = run()
    if (isOnServer()) await waitUntilHeldUp()
  })
  await replacing
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select state, told_at from policy.entitlement where subject_id = $1 order by id', [other.id]),
  )
  expect(rows).toEqual([
    { state: 'ended', told_at: told },
    { state: 'open', told_at: told },
  ])
})

test('with the last day of its policy an offer ends', async () => {
  const other = await givenVerified(app)
  await holdFacts(app, { kind: 'organisation', id: other.id }, REFUND)
  await run()
  expect(await ofFirm(other)).toMatchObject([{ state: 'open', lastDay: '2026-12-31' }])
  app.clock.set('2026-12-31T20:00:00Z')
  await run()
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select state from policy.entitlement where subject_id = $1', [other.id]),
  )
  expect(rows).toEqual([{ state: 'ended' }])
})
