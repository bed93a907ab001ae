import { accountsRoutes, ledgerRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { invitationFor, refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { creditCode, givenOrganisation, givenVerified, submit } from '../../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(registryRoutes, somebody)
const body = { kind: 'employer', name: '样例制造', district: '370202', address: '样例路2号' } as const

test('who registers an organisation becomes its owner, and it is counted', async () => {
  const { id, owner } = await givenOrganisation(app)
  const record = await as(owner).record({ params: { organisationId: id } })
  expect(record).toMatchObject({ id, version: 1, verifiedOn: null, mayAct: false })
  const officer = await given.officer(app)
  const { items } = await app.as(ledgerRoutes, officer).entries({ query: { organisationId: id } })
  expect(items.map(({ kind }) => kind)).toEqual(['registry.organisationRegistered'])
})

test('a credit code is registered once, with the way to claim it', async () => {
  const { creditCode: taken } = await givenOrganisation(app)
  const other = await given.person(app)
  await refused('registry.creditCodeTaken', as(other).register({ body: { ...body, creditCode: taken } }))
})

test('a helper registers an organisation for somebody only with a mandate for such matters', async () => {
  const [person, helper] = [await given.person(app), await given.person(app)]
  const helping = app.as(registryRoutes, { ...helper, forPersonId: person.personId })
  const mandate = async (purpose: 'profile' | 'cases') => {
    const offer = { phone: helper.phone, purposes: [purpose], until: '2026-12-31' }
    const invited = () => app.as(accountsRoutes, person).inviteHelper({ body: offer })
    const code = await invitationFor(app, helper.phone, invited)
    await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  }
  const registration = { ...body, creditCode: creditCode(900_008) }
  await mandate('profile')
  await refused('platform.notMandated', helping.register({ body: registration }))
  await mandate('cases')
  const { id } = await helping.register({ body: registration })
  expect(await as(person).record({ params: { organisationId: id } })).toMatchObject({ id })
})

test('a credit code with a wrong check character is refused, full-width and small letters are read', async () => {
  const person = as(await given.person(app))
  const right = creditCode(900_001)
  const wrong = right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A')
  await refused('registry.badCreditCode', person.register({ body: { ...body, creditCode: wrong } }))
  const { id } = await person.register({ body: { ...body, creditCode: ` ${right.toLowerCase()} ` } })
  expect((await person.record({ params: { organisationId: id } })).creditCode).toBe(right)
})

test('the district lies in the city, the industry in the national table', async () => {
  const person = as(await given.person(app))
  const code = creditCode(900_002)
  await refused('registry.otherDistrict', person.register({ body: { ...body, creditCode: code, district: '371102' } }))
  await refused('registry.otherDistrict', person.register({ body: { ...body, creditCode: code, district: '370299' } }))
  await refused('platform.invalidInput', person.register({ body: { ...body, creditCode: code, industry: 'Z99' } }))
})

test('name and district are mended until verification is asked for, the rest always', async () => {
  const organisation = await givenOrganisation(app)
  const own = as(organisation.owner)
  const params = { organisationId: organisation.id }
  await own.describe({ params, body: { version: 1, name: '样例改名', phone: '13912345678' } })
  expect(await own.record({ params })).toMatchObject({ name: '样例改名', phone: '139****5678', version: 2 })
  await submit(app, organisation)
  await refused('registry.fixedOnceVerified', own.describe({ params, body: { version: 2, name: '又改名' } }))
  await own.describe({ params, body: { version: 2, description: '做样例的', point: { lat: 36.07, lon: 120.38 } } })
  const record = await own.record({ params })
  expect(record).toMatchObject({ description: '做样例的', point: { lat: 36.07, lon: 120.38 }, phone: '139****5678' })
})

test('a change from a stale version is refused and keeps what is there', async () => {
  const { id, owner } = await givenOrganisation(app)
  const params = { organisationId: id }
  await as(owner).describe({ params, body: { version: 1, description: '甲' } })
  await refused('platform.stale', as(owner).describe({ params, body: { version: 1, description: '乙' } }))
  expect((await as(owner).record({ params })).description).toBe('甲')
})

test('the phone of the contact is sealed in the database, and an officer who looks says why', async () => {
  const { id, owner } = await givenOrganisation(app)
  await as(owner).describe({ params: { organisationId: id }, body: { version: 1, phone: '+8613912345679' } })
  const rows = await app.services.database.asOwner((connection) =>
    connection.query('select phone_sealed from registry.organisation where id = $1', [id]),
  )
  expect(JSON.stringify(rows)).not.toContain('13912345679')
  const officer = await given.officer(app)
  const seen = await as(officer).revealPhone({ params: { organisationId: id }, body: { reason: '核实材料' } })
  expect(seen.phone).toBe('13912345679')
  const kept = await app.services.database.asOwner((connection) =>
    connection.query('select reason, made_by from registry.remark where organisation_id = $1', [id]),
  )
  expect(kept.rows).toEqual([{ reason: '核实材料', made_by: officer.personId }])
})

test('a branch is reported by a head in good standing, and late after fifteen days', async () => {
  const unverified = await givenOrganisation(app)
  const branch = { name: '样例分公司', creditCode: creditCode(900_003), district: '370203', address: '样例路3号' }
  const report = (head: typeof unverified, openedOn: string, code = branch.creditCode) =>
    as(head.owner).reportBranch({
      params: { organisationId: head.id },
      body: { ...branch, creditCode: code, openedOn },
    })
  await refused('registry.noStanding', report(unverified, '2026-03-01'))

  const head = await givenVerified(app)
  const punctual = await report(head, '2026-02-15')
  await report(head, '2026-02-14', creditCode(900_004))
  const { branches } = await as(head.owner).record({ params: { organisationId: head.id } })
  expect(branches.map(({ openedOn, late }) => [openedOn, late])).toEqual(
    expect.arrayContaining([
      ['2026-02-15', false],
      ['2026-02-14', true],
    ]),
  )
  const own = await as(head.owner).record({ params: { organisationId: punctual.id } })
  expect(own.head).toEqual({ id: head.id, name: head.name })
  await refused(
    'registry.isBranch',
    as(head.owner).reportBranch({
      params: { organisationId: punctual.id },
      body: { ...branch, creditCode: creditCode(900_005), openedOn: '2026-03-01' },
    }),
  )
})

test('the bureau corrects a verified name with a reason, and groups organisations one level deep', async () => {
  const [head, firm, third] = [await givenVerified(app), await givenVerified(app), await givenVerified(app)]
  const officer = as(await given.officer(app))
  const correct = (id: string, parentId: string | null, version: number) =>
    officer.correct({ params: { organisationId: id }, body: { version, parentId, reason: '集团确认' } })
  await correct(firm.id, head.id, 1)
  await refused('registry.badGroup', correct(third.id, firm.id, 1))
  await refused('registry.badGroup', correct(third.id, third.id, 1))
  await refused('registry.badGroup', correct(head.id, third.id, 1))
  const params = { organisationId: firm.id }
  await officer.correct({ params, body: { version: 2, name: '样例更名后', district: '370203', reason: '变更登记' } })
  const profile = await app.as(registryRoutes).profile({ params })
  expect(profile).toMatchObject({ name: '样例更名后', district: '370203', group: { id: head.id } })
})

test('an industry is told with its name in the national table', async () => {
  const { id, owner } = await givenOrganisation(app)
  const own = app.as(registryRoutes, owner)
  const params = { organisationId: id }
  expect(await own.record({ params })).toMatchObject({ industry: null, industryName: null })
  const { version } = await own.record({ params })
  await own.describe({ params, body: { industry: 'I651', version } })
  expect(await own.record({ params })).toMatchObject({ industry: 'I651', industryName: '软件开发' })
})
