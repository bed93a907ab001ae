import { accountsRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networkOf } from '../src/platform/http/request.ts'
import { startApp, type TestApp } from '../testing/app.ts'
import { refused } from '../testing/codes.ts'
import { given } from '../testing/given.ts'
import { givenOrganisation, type OrganisationGiven } from '../testing/registry.ts'

let app: TestApp
let organisation: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  organisation = await givenOrganisation(app)
})
afterAll(() => app.close())

const own = () => app.as(registryRoutes, organisation.owner)
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const cursorOf = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url')

async function codeOf(path: string, init: RequestInit = {}): Promise<string> {
  const response = await app.fetch(new Request(`http://localhost/api${path}`, init))
  return response.ok ? 'ok' : ((await response.json()) as { code: string }).code
}

test('a cursor nobody was given is refused, whatever it holds', async () => {
  const officer = { headers: bearer((await given.officer(app)).token) }
  expect(await codeOf(`/organisations?cursor=${cursorOf(['\0', organisation.id])}`)).toBe('platform.badCursor')
  const never = cursorOf(['0000-01-01T00:00:00Z', organisation.id])
  expect(await codeOf(`/organisations?sort=newest&cursor=${never}`)).toBe('platform.badCursor')
  for (const value of ['abc', '12', 1.5, 1e300])
    for (const path of ['/ledger/entries', '/ledger/chain'])
      expect(await codeOf(`${path}?cursor=${cursorOf([value])}`, officer), path).toBe('platform.badCursor')
})

test('there is no year 0', async () => {
  const params = { organisationId: organisation.id }
  await refused('platform.invalidInput', own().describe({ params, body: { version: 1, foundedOn: '0000-12-31' } }))
  await own().describe({ params, body: { version: 1, foundedOn: '0001-01-01' } })
})

test('an id in capital letters is the same id', async () => {
  const record = await own().record({ params: { organisationId: organisation.id.toUpperCase() } })
  expect(record.id).toBe(organisation.id)
})

test('a version beyond what the database counts to is refused before it is asked', async () => {
  const me = app.as(accountsRoutes, await given.person(app))
  await refused('platform.invalidInput', me.changeMe({ body: { name: '甲', version: 2_147_483_647 } }))
  await refused('platform.stale', me.changeMe({ body: { name: '甲', version: 2_147_483_646 } }))
})

test('a city that nobody serves is not found, so limits cannot be had once more for each code', async () => {
  const body = JSON.stringify({ phone: '13900001111' })
  const send = (city: string) => codeOf('/session/codes', { method: 'POST', headers: { 'renshu-city': city }, body })
  expect(await send('990000')).toBe('platform.notFound')
  expect(await send('371100')).toBe('ok')
})

test('a server does not start for a city that has no folder', async () => {
  await expect(startApp({ CITY: '990000' })).rejects.toThrow(/^CITY: /)
})

test('a limit counts an IPv6 network, and every IPv4 address by itself', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:9::'))
  expect(networkOf('::ffff:192.0.2.1')).not.toBe(networkOf('::ffff:192.0.2.2'))
})

test('of what nobody may send, hardly anything is read', async () => {
  let pulled = 0
  const pull = (controller: ReadableStreamDefaultController) => {
    pulled++
    controller.enqueue(new Uint8Array(1_000_000))
  }
  const body = new ReadableStream({ pull })
  const init = { method: 'POST', headers: { 'idempotency-key': 'nobody-01' }, body, duplex: 'half' } as RequestInit
  expect(await codeOf('/registry/imports?name=a.csv', init)).toBe('platform.signedOut')
  expect(pulled).toBeLessThan(3)
})

test('a page that hides where it comes from does not write', async () => {
  const body = JSON.stringify({ phone: '13900001112' })
  expect(await codeOf('/session/codes', { method: 'POST', headers: { origin: 'null' }, body })).toBe(
    'platform.foreignOrigin',
  )
})
