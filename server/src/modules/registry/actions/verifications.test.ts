import { ledgerRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { joinOrganisation } from '../../accounts/index.ts'
import { registryJobs } from '../index.ts'
import {
  creditCode,
  givenLicence,
  givenMandate,
  givenOrganisation,
  givenVerified,
  pdf,
  submit,
} from '../../../../testing/registry.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (somebody?: { token: string }) => app.as(registryRoutes, somebody)
const decide = (officer: { token: string }, verificationId: string, decision: 'accepted' | 'refused', version = 1) =>
  as(officer).decideVerification({
    params: { verificationId },
    body: { decision, version, ...(decision === 'refused' && { reason: '执照已过期' }) },
  })

test('acceptance verifies the organisation, shows it to the public and is counted once', async () => {
  const organisation = await givenOrganisation(app)
  const params = { organisationId: organisation.id }
  await refused('registry.noOrganisation', as().profile({ params }))
  const verificationId = await submit(app, organisation)
  const officer = await given.officer(app)
  await decide(officer, verificationId, 'accepted')
  const { standing, mayAct } = await as().profile({ params })
  expect([mayAct, standing.may]).toEqual([true, true])
  expect(standing.reasons[0]).toMatchObject({ condition: 'verified', met: true, since: '2026-03-02' })
  const { items } = await app.as(ledgerRoutes, officer).entries({ query: { organisationId: organisation.id } })
  expect(items.map(({ kind, sourceId }) => [kind, sourceId])).toContainEqual([
    'registry.organisationVerified',
    verificationId,
  ])
  await refused(
    'registry.alreadyVerified',
    as(organisation.owner).submitVerification({ params, body: { documents: [verificationId] } }),
  )
})

test('a refusal needs its reason, the organisation reads it and may apply again', async () => {
  const organisation = await givenOrganisation(app)
  const params = { organisationId: organisation.id }
  const verificationId = await submit(app, organisation)
  const officer = await given.officer(app)
  const silent = { decision: 'refused', version: 1 } as const
  await refused('registry.reasonMissing', as(officer).decideVerification({ params: { verificationId }, body: silent }))
  await decide(officer, verificationId, 'refused')
  await submit(app, organisation)
  const { verifications } = await as(organisation.owner).record({ params })
  expect(verifications.map(({ round, status, reason }) => [round, status, reason])).toEqual([
    [2, 'submitted', null],
    [1, 'refused', '执照已过期'],
  ])
  await refused('registry.noOrganisation', as().profile({ params }))
})

test('of two officers who decide at once one decides and the other hears that it changed', async () => {
  const verificationId = await submit(app, await givenOrganisation(app))
  const [one, other] = [await given.officer(app), await given.officer(app)]
  const results = await Promise.allSettled([
    decide(one, verificationId, 'accepted'),
    decide(other, verificationId, 'refused'),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const lost = results.find((result) => result.status === 'rejected')!
  expect(lost.reason.problem.code).toBe('platform.stale')
  await refused('registry.alreadyDecided', decide(one, verificationId, 'accepted', 2))
})

test('an officer does not decide on an organisation he belongs to', async () => {
  const organisation = await givenOrganisation(app)
  const verificationId = await submit(app, organisation)
  const officer = await given.officer(app)
  const params = { organisationId: organisation.id }
  const member = await given.officer(app)
  const { clock, database, secrets } = app.services
  await database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    joinOrganisation(
      { tx, city: '370200', secrets, ...clock },
      { organisationId: organisation.id, personId: member.personId, role: 'viewer', addedByPersonId: member.personId },
    ),
  )
  await refused('registry.ownCase', decide(member, verificationId, 'accepted'))
  expect((await as(member).verification({ params: { verificationId } })).mayDecide).toBe(false)
  expect((await as(officer).verification({ params: { verificationId } })).mayDecide).toBe(true)
  expect((await as(organisation.owner).record({ params })).verifiedOn).toBeNull()
})

test('an officer of a head does not decide on its branch, nor one of an agency on its client', async () => {
  const head = await givenVerified(app)
  const address = { district: '370202', address: '样例路9号', openedOn: '2026-03-01' }
  const params = { organisationId: head.id }
  const body = { name: '样例分部', creditCode: creditCode(920_001), ...address }
  const branch = await as(head.owner).reportBranch({ params, body })
  const ofBranch = await submit(app, { ...head, id: branch.id })
  const client = await givenOrganisation(app)
  const ofClient = await submit(app, client)
  const agency = await givenVerified(app, { kind: 'agency' })
  await givenLicence(app, agency)
  await givenMandate(app, client, agency, { purposes: ['recruiting'], until: '2026-12-31' })
  const officer = await given.officer(app)
  const { clock, database, secrets } = app.services
  const { personId } = officer
  for (const organisationId of [head.id, agency.id])
    await database.transaction({ kind: 'system', city: '370200' }, (tx) =>
      joinOrganisation(
        { tx, city: '370200', secrets, ...clock },
        { organisationId, personId, role: 'recruiter', addedByPersonId: personId },
      ),
    )
  for (const verificationId of [ofBranch, ofClient])
    await refused('registry.ownCase', decide(officer, verificationId, 'accepted'))
})

test('one screen shows the organisation, its documents and what was checked', async () => {
  const organisation = await givenOrganisation(app, { kind: 'agency', name: '样例人力' })
  await givenVerified(app, { name: '样例人力' })
  await givenLicence(app, organisation)
  const verificationId = await submit(app, organisation)
  const officer = await given.officer(app, { district: '370202' })
  const screen = await as(officer).verification({ params: { verificationId } })
  expect(screen.checks.map(({ check, passed }) => [check, passed])).toEqual([
    ['creditCode', true],
    ['creditCodeDistrict', true],
    ['duplicateName', false],
    ['licence', true],
    ['practitioners', false],
  ])
  const [document] = screen.verification.documents
  const file = await as(officer).verificationDocument({ params: { verificationId, fileId: document!.id } })
  expect(file.bytes).toEqual(pdf())
  expect(screen.organisation).toMatchObject({ id: organisation.id, kind: 'agency' })
})

test('the inbox is sorted by the day on which a decision is due, and marks what is overdue', async () => {
  const own = await startApp()
  const later = await submit(own, await givenOrganisation(own))
  own.clock.set('2026-02-27T01:00:00Z')
  const friday = await submit(own, await givenOrganisation(own))
  own.clock.set('2026-03-09T01:00:00Z')
  const inbox = await own.as(registryRoutes, await given.officer(own)).verifications()
  // Five working days after Friday 27 February, since the Saturday is worked for 春节, and after Monday 2 March.
  expect(inbox.items.map(({ id, dueOn, overdue }) => [id, dueOn, overdue])).toEqual([
    [friday, '2026-03-05', true],
    [later, '2026-03-09', false],
  ])
  await own.close()
})

test('days off are no days of the clock, and weekends worked for them are', async () => {
  const own = await startApp()
  own.clock.set('2026-09-30T01:00:00Z')
  await submit(own, await givenOrganisation(own))
  const inbox = await own.as(registryRoutes, await given.officer(own)).verifications()
  // 国庆 until the 7th; the 8th, the 9th and Saturday the 10th are worked, then Monday and Tuesday.
  expect(inbox.items.map(({ dueOn }) => dueOn)).toEqual(['2026-10-13'])
  await own.close()
})

test('a clock that runs into a year not announced has no last day until the calendar is there', async () => {
  const own = await startApp()
  own.clock.set('2026-12-28T01:00:00Z')
  await submit(own, await givenOrganisation(own))
  const officer = own.as(registryRoutes, await given.officer(own))
  const clocks = async () =>
    (await officer.verifications()).items.map(({ dueOn, awaitsCalendar, overdue }) => [dueOn, awaitsCalendar, overdue])
  expect(await clocks()).toEqual([[null, true, false]])

  const qingdao = own.services.cities.get('370200')!
  const calendar = { ...qingdao.calendar, years: new Set(['2026', '2027']), daysOff: new Set(['2027-01-01']) }
  const cities = new Map([['370200', { ...qingdao, calendar }]])
  const setDueDays = registryJobs({ ...own.services, cities }).find(({ name }) => name === 'registry.setDueDays')!
  await setDueDays.run({})
  expect(await clocks()).toEqual([['2027-01-05', false, false]])
  await own.close()
})

test('one application at a time; it can be taken back and made again', async () => {
  const organisation = await givenOrganisation(app)
  const params = { organisationId: organisation.id }
  const own = as(organisation.owner)
  const verificationId = await submit(app, organisation)
  const [document] = (await own.record({ params })).verifications[0]!.documents
  await refused('registry.alreadySubmitted', own.submitVerification({ params, body: { documents: [document!.id] } }))
  await own.withdrawVerification({ params: { ...params, verificationId }, body: { version: 1 } })
  await refused('registry.alreadyDecided', decide(await given.officer(app), verificationId, 'accepted', 2))
  await own.submitVerification({ params, body: { documents: [document!.id] } })
})

test('a document belongs to the organisation that uploaded it', async () => {
  const [one, other] = [await givenOrganisation(app), await givenOrganisation(app)]
  const params = { organisationId: one.id }
  const file = await as(one.owner).upload({ params, query: { name: '执照.pdf' }, bytes: pdf('甲') })
  const foreign = { organisationId: other.id }
  await refused(
    'registry.unknownDocument',
    as(other.owner).submitVerification({ params: foreign, body: { documents: [file.id] } }),
  )
  await refused('files.notFound', as(other.owner).document({ params: { ...foreign, fileId: file.id } }))
  expect((await as(one.owner).document({ params: { ...params, fileId: file.id } })).bytes).toEqual(pdf('甲'))
  const picture = new TextEncoder().encode('<svg onload=alert(1)>')
  await refused('files.unsupported', as(one.owner).upload({ params, query: { name: 'a.pdf' }, bytes: picture }))
})

test('an officer of another district neither sees nor decides an application', async () => {
  const organisation = await givenOrganisation(app, { district: '370203' })
  const verificationId = await submit(app, organisation)
  const officer = await given.officer(app, { district: '370202' })
  const { items } = await as(officer).verifications({ query: { limit: 200 } })
  expect(items.map(({ id }) => id)).not.toContain(verificationId)
  await refused('registry.noOrganisation', as(officer).verification({ params: { verificationId } }))
  await refused('registry.noOrganisation', decide(officer, verificationId, 'accepted'))
})

test('a dissolved organisation leaves the directory and stands no more', async () => {
  const { id, owner } = await givenVerified(app)
  const params = { organisationId: id }
  const officer = as(await given.officer(app))
  const closing = { on: '2026-03-03', reason: '工商注销', version: 1 }
  await refused('registry.futureDay', officer.closeOrganisation({ params, body: closing }))
  await officer.closeOrganisation({ params, body: { ...closing, on: '2026-03-01' } })
  await refused('registry.noOrganisation', as().profile({ params }))
  const { standing } = await as(owner).standingHistory({ params })
  expect(standing.reasons.find(({ condition }) => condition === 'open')).toMatchObject({ met: false, reason: 'closed' })
  await refused(
    'registry.alreadyDecided',
    officer.closeOrganisation({ params, body: { ...closing, on: '2026-03-01', version: 2 } }),
  )
})

test('what an officer looks at stays as it is until the decision, or until the application is withdrawn', async () => {
  const organisation = await givenOrganisation(app)
  const params = { organisationId: organisation.id }
  const owner = as(organisation.owner)
  const verificationId = await submit(app, organisation)
  const { version } = await owner.record({ params })
  await refused('registry.underReview', owner.describe({ params, body: { version, address: '别处 9 号' } }))
  await refused('registry.fixedOnceVerified', owner.describe({ params, body: { version, name: '别的名称' } }))
  const next = await owner.describe({ params, body: { version, description: '介绍可以改' } })
  await owner.withdrawVerification({ params: { ...params, verificationId }, body: { version: 1 } })
  await owner.describe({ params, body: { version: next.version, address: '别处 9 号' } })
})
