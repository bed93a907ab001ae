import { join } from 'node:path'
import type { Access, Route } from '@renshu/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, endpoints } from '../src/app.ts'
import { parts } from '../src/parts.ts'
import { startApp, type TestApp } from '../testing/app.ts'
import { type Caller, callOf, mayCall, REFUSALS, requestOf } from '../testing/matrix/access.ts'
import { RehearsalDatabase } from '../testing/matrix/rehearsal.ts'
import { SECRET, makeWorld, type World } from '../testing/matrix/world.ts'

const all = endpoints(parts)

let app: TestApp
let world: World
let rehearse: (request: Request) => Promise<Response>

beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '1' })
  world = await makeWorld(app)
  const rehearsal = createApp({ ...app.services, database: new RehearsalDatabase(app.pool) }, parts)
  rehearse = async (request) => rehearsal.fetch(request)
}, 120_000)
afterAll(() => app.close())

/** Everybody who may stand before a route of `here`, with the rights they ought to have there. */
const callers = (world: World): Caller[] => {
  const { here, otherDistrict, otherCity, administrator, unconfirmed, seeker } = world
  const inOwn = otherDistrict.organisationId
  return [
    { name: 'nobody', token: '', roles: {} },
    { name: 'a stolen or invented session', token: '', roles: {} },
    { name: 'seeker', token: seeker.token, roles: {} },
    { name: 'viewer', token: here.viewer.token, roles: { [here.organisationId]: 'viewer' } },
    { name: 'recruiter', token: here.recruiter.token, roles: { [here.organisationId]: 'recruiter' } },
    { name: 'owner', token: here.owner.token, roles: { [here.organisationId]: 'owner' } },
    { name: 'owner of another organisation', token: otherDistrict.owner.token, roles: { [inOwn]: 'owner' } },
    {
      name: 'agent for recruiting',
      token: world.agent.token,
      roles: { [here.organisationId]: 'recruiter' },
      purposes: ['recruiting'],
    },
    {
      name: 'agent for the profile',
      token: world.agentForProfile.token,
      roles: { [here.organisationId]: 'recruiter' },
      purposes: ['profile'],
    },
    {
      name: 'helper for cases',
      token: world.helper.token,
      forPersonId: here.owner.personId,
      roles: {},
      purposes: ['cases'],
    },
    { name: 'owner in another city', token: otherCity.owner.token, roles: {} },
    { name: 'officer', token: here.officer.token, roles: {}, officer: { administrator: false, confirmed: true } },
    {
      name: 'officer of another district',
      token: otherDistrict.officer.token,
      roles: {},
      officer: { administrator: false, confirmed: true },
    },
    { name: 'officer of another city', token: otherCity.officer.token, roles: {} },
    {
      name: 'officer before the second factor',
      token: unconfirmed.token,
      roles: {},
      officer: { administrator: false, confirmed: false },
    },
    { name: 'administrator', token: administrator.token, roles: {}, officer: { administrator: true, confirmed: true } },
  ]
}

/** Somebody whom this city does not know is nobody to the rule of access. */
const asKnownHere = (caller: Caller): Caller =>
  /another city|stolen/.test(caller.name) ? { ...caller, token: '' } : caller
const tokenOf = (caller: Caller): string => (caller.name.startsWith('a stolen') ? 'x'.repeat(43) : caller.token)

/** Steps of an officer's sign-in: a session is enough to ask, but only officers have a second factor. */
const FOR_OFFICERS = new Set(['accounts.enrolSecondFactor', 'accounts.passSecondFactor'])
/** People belong to the city: any of its officers may look at one, and every look is recorded. */
const CITY_WIDE = new Set([
  'accounts.unmaskPerson',
  // A notice lies before everybody's eyes so that anybody may object.
  'cases.object',
])
/** Their parameter names no record but a kind, a policy or a posting; what is taken back is the caller's own, if there is any. */
const OF_ONESELF = new Set([
  'talents.endGroup',
  'match.undismiss',
  'policy.decideForMe',
  'policy.keepForMe',
  'policy.decideForOrganisation',
  'policy.keepForOrganisation',
])

let calls = 0
async function answer(name: string, caller: Caller, params: Record<string, string>, city = '370200') {
  const { route } = all.find((endpoint) => endpoint.name === name)!
  const request = requestOf(route, callOf(route, params), { ...caller, token: tokenOf(caller) }, `matrix-${++calls}`)
  // An address of its own for each call, so that no limit answers instead of the rule.
  request.headers.set('renshu-city', city)
  request.headers.set('x-forwarded-for', `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`)
  const response = await rehearse(request)
  const text = await response.text()
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  return { status: response.status, text, code: isProblem ? (JSON.parse(text) as { code: string }).code : '' }
}

describe('every route answers exactly those whom its contract admits', () => {
  for (const { name, route } of all)
    test(`${route.method} ${route.path} · ${route.access}`, async () => {
      for (const caller of callers(world)) {
        const organisationId =
          route.params && 'organisationId' in route.params.shape ? world.here.organisationId : undefined
        const { status, code } = await answer(name, caller, world.here.ids)
        const admitted = mayCall(route, asKnownHere(caller), organisationId)
        const expected = admitted && (!FOR_OFFICERS.has(name) || caller.officer !== undefined)
        expect(code, caller.name).not.toBe('platform.unexpected')
        expect(!REFUSALS.has(code), `${caller.name} got ${status} ${code}`).toBe(expected)
        if (!expected) expect([401, 403], caller.name).toContain(status)
      }
    })
})

describe('nobody reaches the records of others through their own rights', () => {
  /** People with full rights somewhere else, who put the ids of `here` beside their own organisation. */
  const strangers = ({ otherDistrict, otherCity }: World) => [
    { name: 'owner of another organisation', household: otherDistrict, somebody: otherDistrict.owner },
    { name: 'officer of another district', household: otherDistrict, somebody: otherDistrict.officer },
    { name: 'owner in another city', household: otherCity, somebody: otherCity.owner },
    { name: 'officer of another city', household: otherCity, somebody: otherCity.officer },
  ]
  const isBureau = (access: Access) => access === 'officer' || access === 'administrator'
  const namesRecord = ({ params, access }: Route) =>
    Object.keys(params?.shape ?? {}).some((key) => isBureau(access) || key !== 'organisationId')
  const named = all.filter(
    ({ name, route }) => route.access !== 'public' && namesRecord(route) && !OF_ONESELF.has(name),
  )

  for (const { name, route } of named)
    test(`${route.method} ${route.path}`, async () => {
      for (const { name: who, household, somebody } of strangers(world)) {
        if (CITY_WIDE.has(name) && household.city === world.here.city) continue
        const caller: Caller = { name: who, token: somebody.token, roles: {} }
        const organisationId = isBureau(route.access) ? world.here.organisationId : household.organisationId
        const params = { ...world.here.ids, organisationId }
        const { status, text } = await answer(name, caller, params, household.city)
        expect(status, `${who}: ${text}`).toBeGreaterThanOrEqual(400)
        expect(text, who).not.toContain(SECRET)
      }
    })

  const listed = all.filter(({ route }) => route.method === 'GET' && route.access !== 'public')
  for (const { name, route } of listed)
    test(`what insiders wrote does not show in ${route.path}`, async () => {
      for (const { name: who, household, somebody } of strangers(world)) {
        const { text } = await answer(
          name,
          { name: who, token: somebody.token, roles: {} },
          household.ids,
          household.city,
        )
        expect(text, who).not.toContain(`${SECRET}1`)
      }
    })
})

test('the table of access is the one that was agreed', async () => {
  const lines = all.map(
    ({ name, route: { access, mandate, method, path } }) =>
      `${access.padEnd(13)} ${(mandate ?? '-').padEnd(12)} ${method.padEnd(6)} ${path} · ${name}`,
  )
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'access.txt'))
})
