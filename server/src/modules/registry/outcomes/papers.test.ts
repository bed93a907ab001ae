import { registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { given } from '../../../../testing/given.ts'
import { commandedBy, givenLicence, givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { standing } from '../standing/standing.ts'
import { changeAgency } from './change.ts'
import { grantLicence, recordFiling, renewLicence, revokeLicence } from './papers.ts'

let app: TestApp
let commanded: ReturnType<typeof commandedBy>
beforeAll(async () => {
  app = await startApp()
  commanded = commandedBy(app, (await given.officer(app)).personId)
})
afterAll(() => app.close())

const CITY = '370200'
const ON = '2026-03-02'

const standingOf = ({ id }: OrganisationGiven, on = ON) =>
  app.services.database.transaction({ kind: 'system', city: CITY }, (tx) => standing(tx, CITY, id, on))
const papersOf = async ({ id, owner }: OrganisationGiven) =>
  (await app.as(registryRoutes, owner).record({ params: { organisationId: id } })).licences
const agency = () => givenVerified(app, { kind: 'agency', businessTypes: ['recruiting', 'training', 'dispatch'] })

test('a granted licence gives standing from its day for the years of the city, for what a licence may cover', async () => {
  const own = await agency()
  expect((await standingOf(own)).may).toBe(false)
  await commanded((commanding) => grantLicence(commanding, { organisationId: own.id, code: 'QD0001', on: ON }))
  expect(await standingOf(own)).toMatchObject({ may: true, activities: ['recruiting', 'training'] })
  expect(await papersOf(own)).toMatchObject([
    { number: '人服证字〔2026〕QD0001', validFrom: ON, validUntil: '2031-03-01', status: 'confirmed' },
  ])
  expect((await standingOf(own, '2031-03-02')).may).toBe(false)
})

test('a renewed licence goes on from its last day, and what was known before stays explained', async () => {
  const own = await agency()
  await givenLicence(app, own, { number: '旧证1', validFrom: '2021-04-01', validUntil: '2026-03-31' })
  await commanded((commanding) =>
    renewLicence(commanding, { organisationId: own.id, code: 'QD0002', on: ON, licenceNumber: '旧证1' }),
  )
  expect(await papersOf(own)).toMatchObject([{ number: '旧证1', validFrom: '2021-04-01', validUntil: '2031-03-31' }])
  expect((await standingOf(own, '2031-03-31')).may).toBe(true)
})

test('a revoked licence counts for no day any more', async () => {
  const own = await agency()
  await commanded((commanding) => grantLicence(commanding, { organisationId: own.id, code: 'QD0003', on: ON }))
  await commanded((commanding) => revokeLicence(commanding, { organisationId: own.id, code: 'QD0003', on: ON }))
  expect((await standingOf(own)).may).toBe(false)
})

test('a filing covers the services it names, from the day they began', async () => {
  const own = await agency()
  const services = ['人力资源培训', '人力资源管理咨询']
  await commanded((commanding) =>
    recordFiling(commanding, { organisationId: own.id, code: 'QD0004', on: ON, services, begunOn: '2026-02-20' }),
  )
  const filing = { kind: 'filing', covers: ['training', 'consulting'], validFrom: '2026-02-20', validUntil: null }
  expect(await papersOf(own)).toMatchObject([filing])
  expect((await standingOf(own)).activities).toEqual(['training', 'consulting'])
})

test('one reported change is taken over, several at once are noted and change nothing', async () => {
  const own = await agency()
  const name = '青岛样例新名人力资源有限公司'
  const told = { organisationId: own.id, code: 'QD0005' }
  await commanded((commanding) => changeAgency(commanding, { ...told, changed: ['名称'], newValue: name }))
  await commanded((commanding) => changeAgency(commanding, { ...told, changed: ['名称', '住所'], newValue: '另一个' }))
  const record = await app.as(registryRoutes, own.owner).record({ params: { organisationId: own.id } })
  expect(record.name).toBe(name)
})

test('who is no agency is given no licence', async () => {
  const employer = await givenVerified(app)
  const granting = commanded((commanding) =>
    grantLicence(commanding, { organisationId: employer.id, code: 'QD0006', on: ON }),
  )
  await expect(granting).rejects.toMatchObject({ failure: { code: 'registry.notAnAgency' } })
})
