import { registryRoutes } from '@renshu/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenOrganisation, givenVerified, type OrganisationGiven, submit } from '../../../testing/registry.ts'
import type { Scope } from '../../platform/database/index.ts'

const CITY = '370200'
let app: TestApp
let own: OrganisationGiven
let other: OrganisationGiven
let shown: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  own = await givenOrganisation(app, { kind: 'agency', district: '370202' })
  other = await givenOrganisation(app, { kind: 'agency', district: '370203' })
  shown = await givenVerified(app, { district: '370203' })
  for (const organisation of [own, other]) {
    await submit(app, organisation)
    const params = { organisationId: organisation.id }
    const desk = app.as(registryRoutes, organisation.owner)
    await desk.addPractitioner({ params, body: { name: '样例', certificateNumber: null, fromOn: '2026-01-01' } })
    const licence = {
      kind: 'filing' as const,
      number: organisation.id,
      covers: ['training' as const],
      issuedBy: '样例局',
    }
    await desk.proposeLicence({ params, body: { ...licence, validFrom: '2026-01-01', validUntil: null } })
  }
})
afterAll(() => app.close())

/** Which of the three organisations a scope reads in a table, straight from the database. */
async function seen(scope: Scope, table: string): Promise<string[]> {
  const column = table === 'organisation' ? 'id' : 'organisation_id'
  const { rows } = await app.services.database.transaction(scope, (tx) =>
    sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(`registry.${table}`)}`.execute(tx),
  )
  const names = new Map([own, other, shown].map(({ id }, at) => [id, ['own', 'other', 'shown'][at]!]))
  return rows.map(({ id }) => names.get(id)!).toSorted()
}

const somebody = '019cac0f-2680-7000-8000-0000000fffff'
const scopes = (): Record<string, Scope> => ({
  public: { kind: 'public', city: CITY },
  stranger: { kind: 'person', city: CITY, personId: somebody },
  member: { kind: 'member', city: CITY, personId: somebody, organisationId: own.id },
  officer: { kind: 'officer', city: CITY, personId: somebody, district: '370202' },
  city: { kind: 'officer', city: CITY, personId: somebody, district: null },
  foreign: { kind: 'officer', city: '371100', personId: somebody, district: null },
})

test.each([
  ['organisation', { public: ['shown'], stranger: ['shown'], member: ['own', 'shown'], officer: ['own', 'shown'] }],
  ['verification', { public: [], stranger: [], member: ['own'], officer: ['own'] }],
  ['licence', { public: [], stranger: [], member: ['own'], officer: ['own'] }],
  ['practitioner', { public: [], stranger: [], member: ['own'], officer: ['own'] }],
])('the database itself shows rows of %s only to whom they concern', async (table, expected) => {
  for (const [who, names] of Object.entries(expected)) expect(await seen(scopes()[who]!, table), who).toEqual(names)
  expect(await seen(scopes()['city']!, table)).toEqual(expect.arrayContaining(['other', 'own']))
  expect(await seen(scopes()['foreign']!, table)).toEqual([])
})

const write = (scope: Scope, statement: string) =>
  app.services.database.transaction(scope, (tx) => sql.raw(statement).execute(tx))

test('the database itself refuses an organisation that would confirm or verify itself', async () => {
  const { member } = scopes()
  const denied = { code: '42501' }
  const confirm = `update registry.licence set status = 'confirmed' where organisation_id = '${own.id}'`
  await expect(write(member!, confirm)).rejects.toMatchObject(denied)
  const accept = `update registry.verification set status = 'accepted' where organisation_id = '${own.id}'`
  await expect(write(member!, accept)).rejects.toMatchObject(denied)
  const fact = `insert into registry.standing_fact values ('${CITY}', '${somebody}', '${own.id}', 'verified', '{}',
    '2026-01-01', null, now(), null, 'registry.verification', 'x')`
  await expect(write(member!, fact)).rejects.toMatchObject(denied)
})

test('the database itself keeps facts of standing as they were recorded, even for the system', async () => {
  const system: Scope = { kind: 'system', city: CITY }
  for (const change of ["update registry.standing_fact set kind = 'closed'", 'delete from registry.standing_fact'])
    await expect(write(system, change)).rejects.toMatchObject({ code: '42501' })
})

test('the database itself lets an officer change nothing outside his district', async () => {
  const { rows } = await app.services.database.transaction(scopes()['officer']!, (tx) =>
    sql`update registry.organisation set description = 'x' returning id`.execute(tx),
  )
  expect(rows).toEqual([{ id: own.id }])
})

test('a member of one organisation has no right in another, by any route that names it', async () => {
  const stranger = app.as(registryRoutes, other.owner)
  const params = { organisationId: own.id }
  await refused('platform.accessDenied', stranger.record({ params }))
  await refused('platform.accessDenied', stranger.describe({ params, body: { version: 1, description: 'x' } }))
  await refused('platform.accessDenied', stranger.standingHistory({ params }))
  await refused('platform.accessDenied', stranger.submitVerification({ params, body: { documents: [own.id] } }))
  const viewer = app.as(registryRoutes, await given.member(app, own.id, 'viewer'))
  await viewer.record({ params })
  await refused('platform.accessDenied', viewer.describe({ params, body: { version: 1, description: 'x' } }))
})

test('another city knows nothing of it', async () => {
  const elsewhere = app.as(registryRoutes, { city: '371100' })
  await refused('registry.noOrganisation', elsewhere.profile({ params: { organisationId: shown.id } }))
  expect((await elsewhere.directory()).total).toBe(0)
  const officer = { ...(await given.officer(app, { city: '371100' })), city: '371100' }
  await refused(
    'registry.noOrganisation',
    app.as(registryRoutes, officer).bureauRecord({ params: { organisationId: own.id } }),
  )
})
