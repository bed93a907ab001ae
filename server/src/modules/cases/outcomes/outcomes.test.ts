import { casesRoutes, registryRoutes } from '@renshu/contracts'
import { OUTCOME_KINDS } from '@renshu/policy-files'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../../testing/given.ts'
import {
  desk,
  givenCase,
  givenOffice,
  type Office,
  officerStep,
  ownerOf,
  throughOffice,
} from '../../../../testing/office/cases.ts'
import { creditCode, givenLicence, givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { outcomeRunners } from './index.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

/** A second officer of a role: who looked does not decide. */
const second = async (role: 'reviewer' | 'approver'): Promise<SomebodyGiven> => (await givenOffice(app, '370202'))[role]
const publicly = (organisationId: string) => app.as(registryRoutes).profile({ params: { organisationId } })

test('every kind of outcome that a definition may name is carried out by a module', () => {
  const kinds = outcomeRunners({ policyByKey: async () => undefined }).map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual([...OUTCOME_KINDS].toSorted())
})

test('a yearly report that was checked stands in the register with its figures', async () => {
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  const answers = { year: 2025, staffTotal: 12, revenue: '2500000.50', placements: 340 }
  const { id } = await givenCase(app, ownerOf(agency), 'annual-report', { answers })
  await throughOffice(app, office, id, [['reviewer', 'record']])
  const record = await app.as(registryRoutes, agency.owner).record({ params: { organisationId: agency.id } })
  expect(record.reports).toMatchObject([
    { year: 2025, caseId: id, figures: { staffTotal: 12, revenueFen: 2_500_000_50, placements: 340 } },
  ])
})

test('a wrong code of a new business is told to the reviewer, who gives the right one; nothing was registered before', async () => {
  const person = await given.person(app)
  const answers = { businessName: '青岛样例早餐铺', shopDistrict: '370202' }
  const { id } = await givenCase(app, person, 'business-registration', { answers })
  await officerStep(app, office.counter, id, 'accept')
  const register = (licenceCode: string) =>
    officerStep(app, office.reviewer, id, 'register', { given: { licenceCode } })
  const find = () => app.as(registryRoutes).directory({ query: { q: '青岛样例早餐铺' } })
  await refused('registry.badCreditCode', register('92370202X'))
  expect((await find()).total).toBe(0)
  const code = creditCode(880_001)
  expect((await register(code)).stage).toMatchObject({ end: 'done' })
  expect((await find()).items).toMatchObject([{ creditCode: code, name: '青岛样例早餐铺' }])
})

const givenAgency = () => givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })

/** A complaint about an agency that two officers looked into, before it is decided. */
async function borneOut(agency: OrganisationGiven): Promise<string> {
  const answers = { accused: agency.name, accusedSeat: '370202', matter: '违规收费', happenedOn: '2026-02-10' }
  const { id, concerned } = await givenCase(app, await given.person(app), 'agency-complaint', { answers })
  // Its people keep out of the case, though it was only named.
  expect(concerned).toEqual([{ id: agency.id, name: agency.name }])
  await officerStep(app, office.counter, id, 'accept')
  const other = await second('reviewer')
  for (const officer of [office.reviewer, other]) await officerStep(app, officer, id, 'inspect')
  await officerStep(app, office.reviewer, id, 'bearOut', { given: { finding: '样例结论' } })
  return id
}

test('a complaint that is borne out is shown at the agency until it is made good', async () => {
  const agency = await givenAgency()
  const id = await borneOut(agency)
  expect((await publicly(agency.id)).complaints).toEqual([])
  await officerStep(app, office.approver, id, 'order')
  expect((await publicly(agency.id)).complaints).toMatchObject([{ matter: '违规收费' }])
  await officerStep(app, office.reviewer, id, 'madeGood')
  expect((await publicly(agency.id)).complaints).toEqual([])
})

test('a complaint that was handed over for a penalty is public to the day the city sets, and no longer', async () => {
  const agency = await givenAgency()
  const id = await borneOut(agency)
  await officerStep(app, office.approver, id, 'order')
  expect(await officerStep(app, office.approver, id, 'punish')).toMatchObject({ stage: { end: 'done' } })
  const shown = async () => (await publicly(agency.id)).complaints.map(({ publicUntil }) => publicUntil)
  const today = app.clock.now().toISOString()
  expect(await shown()).toEqual(['2027-03-02'])
  app.clock.set('2027-03-03T01:00:00Z')
  expect(await shown()).toEqual([])
  app.clock.set(today)
})

test('a decision that is changed on review says so to who applied, and on its paper', async () => {
  const person = await given.person(app)
  const answers = { businessName: '青岛样例修鞋铺', shopDistrict: '370202' }
  const first = await givenCase(app, person, 'business-registration', { answers })
  await officerStep(app, office.counter, first.id, 'accept')
  await officerStep(app, office.reviewer, first.id, 'refuse')
  const against = `对 ${first.code} 不予登记有异议`
  const instead = '准予登记，请到窗口领取执照'
  let asked = 0
  const ask = async (decidedIn: string, { counter, reviewer }: Pick<Office, 'counter' | 'reviewer'>) => {
    const { id } = await givenCase(app, person, 'objection-review', {
      answers: { against, decidedIn, grounds: `理由${++asked}` },
    })
    await officerStep(app, counter, id, 'accept')
    await officerStep(app, reviewer, id, 'proposeRevision', { given: { instead } })
    return id
  }
  const fresh = await givenOffice(app, '370202')
  const elsewhere = await givenOffice(app, '370203')
  // Who refused it proposes; another place decides.
  const sameHand = await ask('370202', { ...fresh, reviewer: office.reviewer })
  await refused('cases.notToRevise', officerStep(app, fresh.approver, sameHand, 'revise'))
  const otherPlace = await ask('370203', elsewhere)
  await refused('cases.notToRevise', officerStep(app, elsewhere.approver, otherPlace, 'revise'))
  expect((await desk(app, person).file(first.id)).messages).toEqual([])
  await officerStep(app, fresh.approver, await ask('370202', fresh), 'revise')
  const { messages } = await desk(app, person).file(first.id)
  expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining(instead)])
  const params = { caseId: first.id }
  const documents = await app.as(casesRoutes, person).myDocuments({ params })
  const code = documents.items[0]!.code
  const { document } = await app.as(casesRoutes).verifyCode({ params: { code } })
  expect(document).toMatchObject({ revisedOn: '2026-03-02' })
})
