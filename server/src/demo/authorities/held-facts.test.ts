import { accountsRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, testClock, type TestApp } from '../../../testing/app.ts'
import { codeFor } from '../../../testing/codes.ts'
import { findEntitled } from '../../modules/policy/index.ts'
import { policyPorts } from '../../parts.ts'
import { createDemo, demoAccounts } from '../create-demo.ts'

const CITY = '370200'
let app: TestApp
beforeAll(async () => {
  app = await startApp({}, undefined, { clock: testClock('2026-11-23T02:00:00Z') })
  const city = app.services.cities.get(CITY)!
  await createDemo(app.services, city, { agencies: 30, employers: 300, talents: 100, postings: 40 })
}, 300_000)
afterAll(() => app.close())

test('of the made-up firms many are entitled without having applied, and a second look finds no more', async () => {
  const { found } = await findEntitled(policyPorts, app.services, CITY)
  expect(found).toBeGreaterThan(100)
  expect(await findEntitled(policyPorts, app.services, CITY)).toMatchObject({ found: 0, ended: 0 })
})

test('who tries the city out as an owner is offered the refund, and as a seeker the subsidy for a skill', async () => {
  const accounts = await demoAccounts(app.services, app.services.cities.get(CITY)!)
  const session = async (role: string) => {
    const { phone } = accounts.find((account) => account.role === role)!
    const code = await codeFor(app, phone)
    const { token } = await app.as(accountsRoutes).signInByCode({ body: { phone, code, client: 'program' } })
    return { token: token! }
  }
  const owner = await session('employerOwner')
  const { memberships } = await app.as(accountsRoutes, owner).getMe()
  const params = { organisationId: memberships[0]!.organisationId }
  const offered = await app.as(policyRoutes, owner).organisationEntitlements({ params })
  expect(offered.items).toMatchObject([{ policy: 'job-retention-refund', state: 'open' }])
  const own = await app.as(policyRoutes, await session('seeker')).ownEntitlements()
  expect(own.items).toMatchObject([{ policy: 'skill-subsidy', state: 'open', amount: { value: 150_000 } }])
})
