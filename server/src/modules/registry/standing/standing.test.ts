import { registryRoutes } from '@renshu/contracts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { creditCode, givenOrganisation, givenVerified } from '../../../../testing/registry.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import {
  organisations,
  recordStandingFact,
  registryJobs,
  requireStanding,
  standing,
  standings,
  withdrawStandingFact,
} from '../index.ts'
import type { Fact } from './fact.ts'

const CITY = '370200'
let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const inScope = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => app.services.database.transaction(scope, work)
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inScope({ kind: 'system', city: CITY }, work)
const record = (fact: Omit<Parameters<typeof recordStandingFact>[1], 'source' | 'sourceId'>) =>
  asSystem((tx) =>
    recordStandingFact({ tx, city: CITY, ...app.clock }, { ...fact, source: 'trust.sanction', sourceId: 'x' }),
  )

test('why an organisation was blocked on a day is told later, though the sanction was taken back', async () => {
  const { id, owner } = await givenVerified(app)
  const params = { organisationId: id }
  const history = async (query: { on?: string; knownAt?: string }) =>
    (await app.as(registryRoutes, owner).standingHistory({ params, query })).standing
  app.clock.set('2026-03-03T01:00:00Z')
  const period = { fromOn: '2026-03-02', untilOn: '2026-03-31' }
  const factId = await record({ organisationId: id, kind: 'sanction', detail: { blocks: true }, ...period })
  expect(await app.as(registryRoutes).standing({ params })).toMatchObject({ may: false, changesOn: '2026-04-01' })
  app.clock.set('2026-03-05T01:00:00Z')
  await asSystem((tx) => withdrawStandingFact({ tx, city: CITY, ...app.clock }, factId, '申诉成立'))
  expect((await app.as(registryRoutes).standing({ params })).may).toBe(true)

  expect((await history({ on: '2026-03-02' })).may).toBe(true)
  const then = await history({ on: '2026-03-02', knownAt: '2026-03-04T01:00:00.000Z' })
  expect(then.reasons.find(({ met }) => !met)).toMatchObject({ reason: 'sanctioned', factId, until: '2026-03-31' })
  expect((await history({ on: '2026-03-02', knownAt: '2026-03-02T02:00:00.000Z' })).may).toBe(true)
  const officer = app.as(registryRoutes, await given.officer(app))
  const { facts } = await officer.bureauStanding({ params })
  expect(facts.map(({ kind, withdrawReason }) => [kind, withdrawReason])).toEqual([
    ['verified', null],
    ['sanction', '申诉成立'],
  ])
})

test('a withdrawn verification takes the organisation out of the directory', async () => {
  const { id, owner } = await givenVerified(app)
  const params = { organisationId: id }
  const { standing } = await app.as(registryRoutes, owner).record({ params })
  await asSystem((tx) =>
    withdrawStandingFact({ tx, city: CITY, ...app.clock }, standing.reasons[0]!.factId!, '材料虚假'),
  )
  await refused('registry.noOrganisation', app.as(registryRoutes).profile({ params }))
})

test('who asks for standing gets it or hears why not, in his language', async () => {
  const { id } = await givenOrganisation(app)
  const ask = (language: 'zh' | 'en', organisationId = id) =>
    inScope({ kind: 'public', city: CITY }, (tx) =>
      requireStanding({ tx, city: CITY, language }, organisationId, '2026-03-05'),
    )
  await expect(ask('zh')).rejects.toMatchObject({ values: { reasons: '尚未认证' } })
  await expect(ask('en')).rejects.toMatchObject({ values: { reasons: 'not verified yet' } })
  const verified = await givenVerified(app)
  expect((await ask('zh', verified.id)).may).toBe(true)
  const activity = inScope({ kind: 'public', city: CITY }, (tx) =>
    requireStanding({ tx, city: CITY, language: 'en' }, verified.id, '2026-03-05', 'recruiting'),
  )
  await expect(activity).rejects.toMatchObject({ values: { reasons: 'its licence does not cover this service' } })
})

test('an unknown organisation has no standing', async () => {
  const stranger = '019cac0f-2680-7000-8000-0000000fffff'
  const found = await asSystem((tx) => standing(tx, CITY, stranger, '2026-03-05'))
  expect(found).toMatchObject({ may: false, activities: [] })
})

test('other modules see of organisations what their caller may see', async () => {
  const [hidden, shown] = [await givenOrganisation(app), await givenVerified(app)]
  const cards = await inScope({ kind: 'public', city: CITY }, (tx) => organisations(tx, CITY, [hidden.id, shown.id]))
  expect([...cards.keys()]).toEqual([shown.id])
  expect(cards.get(shown.id)).toMatchObject({ name: shown.name, creditCode: shown.creditCode })
})

test('on the night a licence or sanction ends everybody who listens hears that standing turned', async () => {
  const { id } = await givenVerified(app)
  app.clock.set('2026-05-10T01:00:00Z')
  const period = { fromOn: '2026-05-10', untilOn: '2026-05-31' }
  const factId = await record({ organisationId: id, kind: 'sanction', detail: {}, ...period })
  const told = async () => {
    const { rows } = await app.services.database.asOwner((connection) =>
      connection.query("select payload from platform.outbox where kind = 'registry.standingChanged'", []),
    )
    return rows.filter(({ payload }) => (payload as { factId: string }).factId === factId).length
  }
  const [tellTurns] = registryJobs(app.services)
  app.clock.set('2026-05-30T16:01:00Z')
  await tellTurns!.run({})
  expect(await told()).toBe(1)
  app.clock.set('2026-05-31T16:01:00Z')
  await tellTurns!.run({})
  expect(await told()).toBe(2)
})

const kinds = ['verified', 'verified', 'licence', 'licence', 'sanction', 'trustLevel', 'closed'] as const
const day = fc.integer({ min: 1, max: 6 }).map((number) => `2026-01-0${number}`)
const factArbitrary = fc.record({
  of: fc.nat({ max: 3 }),
  kind: fc.constantFrom(...kinds),
  detail: fc.constantFrom({}, { blocks: false }, { allows: true }, { allows: false }, { covers: ['recruiting'] }),
  days: fc.tuple(day, fc.option(day)),
  isGone: fc.boolean(),
})

/** Two agencies and an employer, with a branch of the first. */
async function insertFour(tx: Tx): Promise<string[]> {
  const ids = [1, 2, 3, 4].map(() => app.clock.newId())
  const row = (at: number, kind: string, branchOfId: string | null) =>
    `('${CITY}', '${ids[at]}', '${kind}', 'n', 'n', 'n', '${creditCode(Math.floor(800_000 + Number(`0x${ids[at]!.slice(-4)}`)))}',
      '370202', 'a', ${branchOfId ? `'${branchOfId}', '2026-01-01'` : 'null, null'}, now())`
  await sql
    .raw(
      `insert into registry.organisation (city, id, kind, name, name_key, search_text, credit_code, district, address,
        branch_of_id, reported_on, created_at) values
        ${[row(0, 'agency', null), row(1, 'agency', null), row(2, 'employer', null), row(3, 'agency', ids[0]!)].join(', ')}`,
    )
    .execute(tx)
  return ids
}

test('the filter of the directory and the rule of standing agree on whatever facts there are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(factArbitrary, { maxLength: 14 }), day, async (facts, on) => {
      await asSystem(async (tx) => {
        const ids = await insertFour(tx)
        const desk = { tx, city: CITY, ...app.clock }
        for (const {
          of,
          kind,
          detail,
          days: [one, other],
          isGone,
        } of facts) {
          const period: Pick<Fact, 'fromOn' | 'untilOn'> =
            other !== null && other < one ? { fromOn: other, untilOn: one } : { fromOn: one, untilOn: other }
          const fact = { organisationId: ids[of]!, kind, detail, ...period, source: 'trust.sanction', sourceId: 'y' }
          const id = await recordStandingFact(desk, fact)
          if (isGone) await withdrawStandingFact(desk, id, '撤回')
        }
        const byRule = [...(await standings(tx, CITY, ids, on))].flatMap(([id, { may }]) => (may ? [id] : []))
        const { rows } = await sql<{ id: string }>`select id from registry.organisation
          where city = ${CITY} and id in (${sql.join(ids)}) and stands_on @> ${on}::date`.execute(tx)
        expect(rows.map(({ id }) => id).toSorted()).toEqual(byRule.toSorted())
      })
    }),
    { numRuns: 60 },
  )
})
