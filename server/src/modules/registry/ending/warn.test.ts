import { accountsRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { given } from '../../../../testing/given.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { warningJob } from './warn.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

/** The warnings queued so far, opened: to whom and what, the newest last. */
async function queued(): Promise<{ to: string; text: string }[]> {
  const { secrets, database } = app.services
  const { rows } = await database.asOwner((connection) =>
    connection.query(
      `select data ->> 'to' as to, data ->> 'words' as words from queue.job
       where data ->> 'kind' = 'registry.licenceEnding' order by created_on`,
      [],
    ),
  )
  return rows.map(({ to, words }) => {
    const [, text] = JSON.parse(secrets.open(String(words))) as [string, string]
    return { to: secrets.open(String(to)), text }
  })
}

/** The job of a morning; how many warnings it queued. */
async function warnedOn(day: string): Promise<number> {
  app.clock.set(`${day}T01:00:00Z`)
  const before = (await queued()).length
  await warningJob(app.services).run({})
  return (await queued()).length - before
}

const ending = async ({ id, owner }: OrganisationGiven) =>
  (await app.as(registryRoutes, owner).record({ params: { organisationId: id } })).ending

async function givenAgency(validUntil: string, registeredOn = '2026-03-02'): Promise<OrganisationGiven> {
  app.clock.set(`${registeredOn}T01:00:00Z`)
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency, { validFrom: '2024-01-01', validUntil })
  return agency
}

test('owners are warned sixty, thirty and seven days before a licence ends, each time once', async () => {
  await givenAgency('2026-06-30')
  const days = ['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-31', '2026-06-01', '2026-06-23', '2026-06-30']
  const counts: number[] = []
  for (const day of days) counts.push(await warnedOn(day))
  expect(counts).toEqual([0, 1, 0, 1, 0, 1, 0])
  expect(await warnedOn('2026-07-01')).toBe(0)
})

test('a morning without a server is made up for on the next, and what is past is not', async () => {
  await givenAgency('2026-09-30')
  expect(await warnedOn('2026-09-20')).toBe(1)
  expect(await warnedOn('2026-09-21')).toBe(0)
})

test('every owner is warned and nobody else', async () => {
  const { id } = await givenAgency('2026-12-31')
  await given.member(app, id, 'owner')
  await given.member(app, id, 'recruiter')
  expect(await warnedOn('2026-12-28')).toBe(2)
})

test('a licence that a later one continues warns no more, nor does that of an organisation that closed', async () => {
  const continued = await givenAgency('2027-03-31', '2027-02-25')
  const closed = await givenAgency('2027-03-31', '2027-02-25')
  app.clock.set('2027-03-01T01:00:00Z')
  expect([(await ending(continued)).length, (await ending(closed)).length]).toEqual([1, 1])
  await givenLicence(app, continued, { validFrom: '2027-04-01', validUntil: '2032-03-31' })
  const officer = app.as(registryRoutes, await given.officer(app))
  const { version } = await officer.bureauRecord({ params: { organisationId: closed.id } })
  await officer.closeOrganisation({
    params: { organisationId: closed.id },
    body: { on: '2027-02-28', reason: '已注销', version },
  })
  expect(await ending(continued)).toEqual([])
  expect(await warnedOn('2027-03-02')).toBe(0)
})

test('the desk and the officer of the district see what ends, with the days left', async () => {
  const agency = await givenAgency('2028-03-31', '2028-03-25')
  app.clock.set('2028-03-30T01:00:00Z')
  expect(await ending(agency)).toMatchObject([{ kind: 'licence', validUntil: '2028-03-31', daysLeft: 1 }])
  const listed = async (district: string) =>
    (await app.as(registryRoutes, await given.officer(app, { district })).endingLicences()).items
  expect(await listed('370202')).toMatchObject([{ organisationId: agency.id, name: agency.name, daysLeft: 1 }])
  expect(await listed('370203')).toEqual([])
  const far = await givenAgency('2028-06-30', '2028-03-30')
  expect(await ending(far)).toEqual([])
})

test('an owner who gave a mail address is warned by mail too, until the account is erased', async () => {
  const { owner } = await givenAgency('2029-03-31', '2029-03-25')
  const accounts = app.as(accountsRoutes, owner)
  const { version } = await accounts.getMe()
  await accounts.changeMe({ body: { email: 'lin@example.com', version } })
  expect(await warnedOn('2029-03-25')).toBe(2)
  const addresses = async () => (await queued()).map(({ to }) => to)
  expect(await addresses()).toContain('lin@example.com')
  await app.services.database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    app.services.jobs.forget(tx, owner.personId),
  )
  expect(await addresses()).not.toContain('lin@example.com')
})

test('a warning names the paper and its last day, and the phone is that of the owner', async () => {
  const { owner } = await givenAgency('2028-12-31')
  expect(await warnedOn('2028-12-25')).toBe(1)
  const { to, text } = (await queued()).at(-1)!
  expect(to).toBe(owner.phone)
  expect(text).toMatch(/人力资源服务许可证（许可\d+）将于2028-12-31到期，还有6天/)
})
