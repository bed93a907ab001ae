import { type LicenceBody, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import {
  givenLicence,
  givenOrganisation,
  givenVerified,
  type OrganisationGiven,
  pdf,
} from '../../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody?: { token: string }) => app.as(registryRoutes, somebody)
const licence: z.input<typeof LicenceBody> = {
  kind: 'licence',
  number: '鲁370202000001',
  covers: ['recruiting'],
  issuedBy: '样例人社局',
  validFrom: '2026-01-01',
  validUntil: '2026-06-30',
}
const propose = ({ id, owner }: OrganisationGiven, change: object = {}) =>
  as(owner).proposeLicence({ params: { organisationId: id }, body: { ...licence, ...change } })
const decide = async (licenceId: string, decision: 'accepted' | 'refused', reason = '') =>
  as(await given.officer(app)).decideLicence({ params: { licenceId }, body: { decision, reason, version: 1 } })

test('a licence counts once an officer has confirmed it, and no day longer than it is valid', async () => {
  const agency = await givenVerified(app, { kind: 'agency' })
  const params = { organisationId: agency.id }
  const { id } = await propose(agency)
  expect(await as().standing({ params })).toMatchObject({ may: false, activities: [] })
  await decide(id, 'accepted')
  expect(await as().standing({ params })).toMatchObject({
    may: true,
    activities: ['recruiting'],
    changesOn: '2026-07-01',
  })
  expect((await as().profile({ params })).licences).toMatchObject([
    { number: licence.number, validUntil: '2026-06-30' },
  ])

  const history = async (on: string) => (await as(agency.owner).standingHistory({ params, query: { on } })).standing
  expect((await history('2026-06-30')).may).toBe(true)
  expect((await history('2026-07-01')).reasons).toContainEqual(expect.objectContaining({ reason: 'licenceExpired' }))
})

test('a refused licence says why and counts for nothing', async () => {
  const agency = await givenVerified(app, { kind: 'agency' })
  const params = { organisationId: agency.id }
  const { id } = await propose(agency, { number: '鲁370202000002' })
  await refused('registry.reasonMissing', decide(id, 'refused'))
  await decide(id, 'refused', '证件照片不清')
  const { licences, standing } = await as(agency.owner).record({ params })
  expect(licences).toMatchObject([{ status: 'refused', reason: '证件照片不清' }])
  expect(standing.may).toBe(false)
})

test('a paper covers only what its kind may allow, and its days are in order', async () => {
  const agency = await givenOrganisation(app, { kind: 'agency' })
  await refused('registry.kindNotCovering', propose(agency, { kind: 'filing', covers: ['executiveSearch'] }))
  await refused('registry.kindNotCovering', propose(agency, { covers: ['recruiting', 'dispatch'] }))
  await refused('registry.badPeriod', propose(agency, { validUntil: '2025-12-31' }))
  await refused('registry.notAnAgency', propose(await givenOrganisation(app)))
})

test('a number confirmed for one agency is nobody else’s; its renewal is its own', async () => {
  const [one, other] = [await givenVerified(app, { kind: 'agency' }), await givenVerified(app, { kind: 'agency' })]
  await givenLicence(app, one, { number: '鲁370202000003', validFrom: '2024-01-01', validUntil: '2026-12-31' })
  await refused('registry.numberTaken', propose(other, { number: '鲁370202000003' }))
  await givenLicence(app, one, { number: '鲁370202000003', validFrom: '2027-01-01', validUntil: '2031-12-31' })
  const params = { organisationId: one.id }
  const { standing } = await as(one.owner).standingHistory({ params, query: { on: '2028-05-01' } })
  expect(standing.may).toBe(true)
})

test('of two agencies that proposed one number the first to be confirmed has it', async () => {
  const [one, other] = [await givenVerified(app, { kind: 'agency' }), await givenVerified(app, { kind: 'agency' })]
  const number = '鲁370202000004'
  const [first, second] = [await propose(one, { number }), await propose(other, { number })]
  await decide(first.id, 'accepted')
  await refused('registry.numberTaken', decide(second.id, 'accepted'))
})

test('a proposal is taken back until it is decided', async () => {
  const agency = await givenOrganisation(app, { kind: 'agency' })
  const { id } = await propose(agency, { number: '鲁370202000005' })
  const withdraw = () => as(agency.owner).withdrawLicence({ params: { organisationId: agency.id, licenceId: id } })
  await withdraw()
  await refused('registry.alreadyDecided', withdraw())
  const officer = as(await given.officer(app))
  const again = { decision: 'accepted', version: 2 } as const
  await refused('registry.alreadyDecided', officer.decideLicence({ params: { licenceId: id }, body: again }))
})

test('an officer sees the licences of his district, the oldest proposal first', async () => {
  const [own, foreign] = [
    await givenOrganisation(app, { kind: 'agency', district: '370212' }),
    await givenOrganisation(app, { kind: 'agency', district: '370213' }),
  ]
  const { id } = await propose(own, { number: '鲁370212000001' })
  const { id: elsewhere } = await propose(foreign, { number: '鲁370213000001' })
  const officer = as(await given.officer(app, { district: '370212' }))
  const { items, total } = await officer.waitingLicences()
  expect([items.map((item) => item.id), total]).toEqual([[id], 1])
  const body = { decision: 'accepted', version: 1 } as const
  await refused('registry.noOrganisation', officer.decideLicence({ params: { licenceId: elsewhere }, body }))
})

test('a practitioner works at one agency at a time, and changes carry their version', async () => {
  const [one, other] = [
    await givenOrganisation(app, { kind: 'agency' }),
    await givenOrganisation(app, { kind: 'agency' }),
  ]
  const person = { name: '样例从业', certificateNumber: '从业0001', fromOn: '2026-01-01' }
  const add = ({ id, owner }: OrganisationGiven) =>
    as(owner).addPractitioner({ params: { organisationId: id }, body: person })
  const { id } = await add(one)
  await refused('registry.numberTaken', add(other))
  const params = { organisationId: one.id, practitionerId: id }
  const left = { ...person, untilOn: '2026-02-28' }
  await refused('platform.stale', as(one.owner).changePractitioner({ params, body: { ...left, version: 2 } }))
  await refused(
    'registry.badPeriod',
    as(one.owner).changePractitioner({ params, body: { ...left, untilOn: '2025-01-01', version: 1 } }),
  )
  await as(one.owner).changePractitioner({ params, body: { ...left, version: 1 } })
  const moved = await add(other)
  const foreign = { organisationId: other.id, practitionerId: moved.id }
  await refused('platform.accessDenied', as(one.owner).removePractitioner({ params: foreign }))
  await as(other.owner).removePractitioner({ params: foreign })
  const { items } = await as(other.owner).practitioners({ params: { organisationId: other.id } })
  expect(items).toEqual([])
})

test('the officers of the district read the scan of a proposed licence, and nobody else does', async () => {
  const organisation = await givenOrganisation(app, { kind: 'agency', businessTypes: ['recruiting'] })
  const params = { organisationId: organisation.id }
  const owner = app.as(registryRoutes, organisation.owner)
  const { id: documentId } = await owner.upload({ params, query: { name: '许可证.pdf' }, bytes: pdf('许可证') })
  const { id: licenceId } = await owner.proposeLicence({ params, body: { ...licence, number: '扫描1', documentId } })
  const read = async (district: string) =>
    app.as(registryRoutes, await given.officer(app, { district })).licenceDocument({ params: { licenceId } })
  expect((await read('370202')).bytes).toEqual(pdf('许可证'))
  await refused('registry.noOrganisation', read('370203'))
  const { id: bare } = await owner.proposeLicence({ params, body: { ...licence, number: '扫描2', documentId: null } })
  const officer = app.as(registryRoutes, await given.officer(app))
  await refused('files.notFound', officer.licenceDocument({ params: { licenceId: bare } }))
})
