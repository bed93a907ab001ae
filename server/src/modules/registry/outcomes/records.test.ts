import { ledgerRoutes, registryRoutes, type ReportFigures } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../../testing/given.ts'
import { waitUntil } from '../../../../testing/office/cases.ts'
import { commandedBy, creditCode, givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { standing } from '../standing/standing.ts'
import { registerBusiness } from './business.ts'
import { closeComplaint, recordComplaint } from './complaints.ts'
import { recordReport } from './reports.ts'
import { admitToPark } from './tenancies.ts'

const CITY = '370200'
const ON = '2026-03-02'

let app: TestApp
let officer: SomebodyGiven
let commanded: ReturnType<typeof commandedBy>
beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app)
  commanded = commandedBy(app, officer.personId)
})
afterAll(() => app.close())

const agency = () => givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
const publicly = ({ id }: OrganisationGiven) => app.as(registryRoutes).profile({ params: { organisationId: id } })
const recordOf = ({ id, owner }: OrganisationGiven) =>
  app.as(registryRoutes, owner).record({ params: { organisationId: id } })
const counted = async (kind: string) => {
  const { items } = await app.as(ledgerRoutes, officer).totals({ query: { kind } })
  return items.reduce((sum, { value }) => sum + value, 0)
}

const NOTHING: ReportFigures = {
  staffTotal: null,
  staffSchool: null,
  staffCollege: null,
  staffGraduate: null,
  staffQualified: null,
  staffTitled: null,
  revenueFen: null,
  taxesFen: null,
  placements: null,
  employersServed: null,
  fairs: null,
  postingsMade: null,
}
const report = ({ id: organisationId }: OrganisationGiven, figures: Partial<ReportFigures>, year = 2025) =>
  commanded((commanding) =>
    recordReport(commanding, {
      organisationId,
      caseId: app.clock.newId(),
      year,
      sentOn: '2026-02-20',
      on: ON,
      figures: { ...NOTHING, ...figures },
    }),
  )

test('a report tells of the year before, a later one takes its place, and each agency is counted once', async () => {
  const [one, other] = [await agency(), await agency()]
  await report(one, { staffTotal: 20, revenueFen: 1_000_000_00 })
  await report(other, { staffTotal: 5, placements: 300 })
  await report(one, { staffTotal: 22, revenueFen: 1_100_000_00 })
  expect((await recordOf(one)).reports).toMatchObject([{ year: 2025, figures: { staffTotal: 22, taxesFen: null } }])
  const bureau = app.as(registryRoutes, officer)
  expect(await bureau.annualReportTotals({ query: {} })).toMatchObject({
    year: 2025,
    reported: 2,
    figures: { staffTotal: 27, revenueFen: 1_100_000_00, placements: 300, fairs: null },
  })
  const { items, total } = await bureau.annualReports({ query: { year: 2025, limit: 1 } })
  expect([items.length, total]).toEqual([1, 2])
  expect(await bureau.annualReports({ query: { year: 2024 } })).toMatchObject({ items: [], total: 0 })
  expect(await counted('registry.annualReport')).toBe(2)
})

test('a report of a year that is not over is refused, and so is a figure that cannot be; the year before may come late', async () => {
  const own = await agency()
  await expect(report(own, {}, 2026)).rejects.toMatchObject({ failure: { code: 'registry.yearNotOver' } })
  const most = { revenueFen: Number.MAX_SAFE_INTEGER }
  await expect(report(own, most)).rejects.toMatchObject({ failure: { code: 'registry.figureTooLarge' } })
  for (const year of [2025, 2024]) await report(own, { staffTotal: 1 }, year)
  expect((await recordOf(own)).reports.map(({ year }) => year)).toEqual([2025, 2024])
})

test('reports are for the desk and the officers of the district, and no employer makes one', async () => {
  const own = await agency()
  await report(own, { staffTotal: 3 })
  const elsewhere = app.as(registryRoutes, await given.officer(app, { district: '370203' }))
  const { items } = await elsewhere.annualReports({ query: {} })
  expect(items.map(({ organisationId }) => organisationId)).not.toContain(own.id)
  await expect(report(await givenVerified(app), {})).rejects.toMatchObject({
    failure: { code: 'registry.notAnAgency' },
  })
})

const complain = (of: { named: string; concerned?: readonly string[] }) => {
  const caseId = app.clock.newId()
  const complaint = { caseId, concerned: [], district: '370202', matter: '违规收费', on: ON, ...of }
  return commanded((commanding) => recordComplaint(commanding, complaint)).then(() => caseId)
}

test('a complaint is shown to everybody by matter and day until it is made good, then to the desk and the bureau', async () => {
  const own = await agency()
  const caseId = await complain({ named: own.name, concerned: [(await givenVerified(app)).id, own.id] })
  expect((await publicly(own)).complaints).toEqual([
    { id: expect.any(String), matter: '违规收费', recordedOn: ON, publicUntil: '2027-03-02' },
  ])
  await commanded((commanding) => closeComplaint(commanding, { caseId, on: '2026-03-20' }))
  expect((await publicly(own)).complaints).toEqual([])
  expect((await recordOf(own)).complaints).toMatchObject([{ caseId, madeGoodOn: '2026-03-20' }])
})

test('an agency that was only named is found by its exact name, and nobody else is, not even who was chosen beside it', async () => {
  const own = await agency()
  const { name } = await recordOf(own)
  await complain({ named: ` ${name}` })
  const other = await agency()
  await complain({ named: `${name}分公司`, concerned: [other.id] })
  expect((await publicly(other)).complaints).toEqual([])
  expect((await publicly(own)).complaints).toHaveLength(1)
})

test('who moved into a park shows it, also where nobody registered the park', async () => {
  const own = await agency()
  const park = await givenVerified(app, { kind: 'park' })
  const { name } = await recordOf(park)
  for (const parkName of [name, '样例无名园'])
    await commanded((commanding) =>
      admitToPark(commanding, { organisationId: own.id, caseId: app.clock.newId(), parkName, area: 120, on: ON }),
    )
  const { tenancies } = await publicly(own)
  expect(tenancies).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ park: { id: park.id, name }, fromOn: ON, area: 120 }),
      expect.objectContaining({ park: { id: null, name: '样例无名园' } }),
    ]),
  )
})

test('a registered business stands from its day, belongs to who runs it, and its code is taken once', async () => {
  const person = await given.person(app)
  const register = (typed: string) =>
    commanded((commanding) =>
      registerBusiness(
        commanding,
        {
          caseId: app.clock.newId(),
          personId: person.personId,
          operator: '样例人',
          name: '青岛样例小吃店',
          trade: '餐饮',
          district: '370202',
          address: '示例路1号',
          creditCode: typed,
          on: ON,
        },
        'zh',
      ),
    )
  await expect(register('91370200X')).rejects.toMatchObject({ failure: { code: 'registry.badCreditCode' } })
  const code = creditCode(990_041)
  await register(code)
  const { items } = await app.as(registryRoutes).directory({ query: { q: '样例小吃店' } })
  expect(items).toMatchObject([{ creditCode: code, kind: 'employer' }])
  const id = items[0]!.id
  const found = await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    standing(tx, CITY, id, ON),
  )
  expect(found.may).toBe(true)
  expect(await recordOf({ id, owner: person } as OrganisationGiven)).toMatchObject({ verifiedOn: ON })
  await expect(register(code)).rejects.toMatchObject({ failure: { code: 'registry.creditCodeTaken' } })
})

test('a complaint that nobody makes good is public for the months the city sets, its last day included, and then no more', async () => {
  const own = await agency()
  await complain({ named: own.name })
  const shown = async () => (await publicly(own)).complaints.length
  app.clock.set('2027-03-02T15:59:59Z')
  expect(await shown()).toBe(1)
  await waitUntil(app, '2027-03-02T16:00:00Z', [own.owner, officer])
  expect(await shown()).toBe(0)
  const kept = [{ matter: '违规收费', madeGoodOn: null, publicUntil: '2027-03-02' }]
  expect((await recordOf(own)).complaints).toMatchObject(kept)
  const bureau = app.as(registryRoutes, officer)
  expect((await bureau.bureauRecord({ params: { organisationId: own.id } })).complaints).toMatchObject(kept)
})
