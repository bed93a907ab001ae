import { accountsRoutes, Done, Id, type MandatePurpose, registryRoutes, routes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, newIn, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { creditCode, givenLicence, givenVerified } from '../../../testing/registry.ts'
import { parts } from '../../parts.ts'
import type { Tx } from '../../platform/database/index.ts'
import { moduleOf } from '../../platform/http/index.ts'
import type { PlatformTables } from '../../platform/tables.ts'
import { recordStandingFact, withdrawStandingFact } from '../registry/index.ts'
import { joinOrganisation } from './index.ts'

const params = z.object({ organisationId: Id })
const trial = routes({
  act: {
    method: 'POST',
    path: '/organisations/:organisationId/trial',
    access: 'recruiter',
    mandate: 'recruiting',
    summary: ['试', 'Try'],
    params,
    response: Done,
  },
  handle: {
    method: 'POST',
    path: '/organisations/:organisationId/trial-case',
    access: 'recruiter',
    mandate: 'cases',
    summary: ['试', 'Try'],
    params,
    response: Done,
  },
  help: {
    method: 'POST',
    path: '/trial/help',
    access: 'person',
    mandate: 'applications',
    summary: ['试', 'Try'],
    response: Done,
  },
})
const trialModule = moduleOf('trial', trial, {
  act: async () => ({ done: true }),
  handle: async () => ({ done: true }),
  help: async () => ({ done: true }),
})

let app: TestApp
beforeAll(async () => (app = await startApp({}, { ...parts, modules: [...parts.modules, trialModule] })))
afterAll(() => app.close())

const as = (token: string, forPersonId?: string) =>
  app.as(accountsRoutes, { token, ...(forPersonId && { forPersonId }) })
const CITY = '370200'
const TODAY = '2026-03-02'
const UNTIL = '2026-12-31'

const atTrial = (token: string, forPersonId?: string) => app.as(trial, { token, ...(forPersonId && { forPersonId }) })

const inSystem = <T>(work: (tx: Tx) => Promise<T>) =>
  app.services.database.transaction({ kind: 'system', city: CITY }, work)

/** Makes a person a recruiter of one more organisation. */
const joined = (personId: string, organisationId: string) =>
  inSystem((tx) => {
    const desk = { tx, city: CITY, secrets: app.services.secrets, ...app.clock }
    return joinOrganisation(desk, { organisationId, personId, role: 'recruiter', addedByPersonId: personId })
  })

/** Who acted at the trial's routes in the name of an organisation, in order. */
const tracesOf = (organisationId: string) =>
  inSystem((tx) =>
    tx
      .withTables<PlatformTables>()
      .selectFrom('platform.trace')
      .select(['personId', 'throughOrganisationId'])
      .where('organisationId', '=', organisationId)
      .where('route', 'like', 'trial.%')
      .orderBy('id')
      .execute(),
  )

/** An agency with standing, and one of its recruiters. */
async function agencyWithRecruiter() {
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  const licenceId = await givenLicence(app, agency)
  const recruiter = await given.member(app, agency.id, 'recruiter')
  return { agency, recruiter, licenceId }
}

/** A client with its owner, an agency with a recruiter, and the mandate between them. */
async function mandated(purposes: MandatePurpose[] = ['recruiting']) {
  const client = (await givenVerified(app)).id
  const { agency, recruiter } = await agencyWithRecruiter()
  const owner = await given.member(app, client, 'owner', { name: '钱有为' })
  const give = (body: { agentId: string; purposes: MandatePurpose[]; until: string; from?: string }) =>
    as(owner.token).giveMandate({ params: { organisationId: client }, body })
  const offered = await give({ agentId: agency.id, purposes, until: UNTIL })
  const accepting = as(agency.owner.token)
  const accept = (mandateId: string) => accepting.acceptMandate({ params: { organisationId: agency.id, mandateId } })
  const decline = (mandateId: string) => accepting.declineMandate({ params: { organisationId: agency.id, mandateId } })
  await accept(offered.id)
  const { given: all } = await as(owner.token).listMandates({ params: { organisationId: client } })
  const mandate = all.find(({ id }) => id === offered.id)!
  return { client, agency: agency.id, agencyOwner: agency.owner, owner, recruiter, mandate, give, accept, decline }
}

test('a recruiter of the agency acts for the client that gave the mandate, as recruiter and not as owner', async () => {
  const { client, agency, recruiter } = await mandated()
  const params = { organisationId: client }
  expect((await as(recruiter.token).getMe()).memberships).toContainEqual({
    organisationId: client,
    role: 'recruiter',
    throughOrganisationId: agency,
    purposes: ['recruiting'],
  })
  await atTrial(recruiter.token).act({ params })
  await refused('platform.accessDenied', as(recruiter.token).listInvitations({ params }))
  await refused('platform.accessDenied', as(recruiter.token).leaveOrganisation({ params }))
})

test('a mandate opens what it names, what every mandate opens, and nothing else', async () => {
  const { client, recruiter, owner } = await mandated(['recruiting'])
  const params = { organisationId: client }
  await atTrial(recruiter.token).act({ params })
  await refused('platform.notMandated', atTrial(recruiter.token).handle({ params }))
  const registry = app.as(registryRoutes, recruiter)
  expect(await registry.record({ params })).toMatchObject({ id: client })
  await refused('platform.notMandated', registry.standingHistory({ params }))
  await refused('platform.accessDenied', as(recruiter.token).listMembers({ params }))
  await refused('platform.accessDenied', as(recruiter.token).listMandates({ params }))
  await atTrial(owner.token).handle({ params })
})

test('all mandates of an agency for a client count together', async () => {
  const { client, agency, recruiter, give, accept } = await mandated(['recruiting'])
  await accept((await give({ agentId: agency, purposes: ['cases', 'recruiting'], until: UNTIL })).id)
  const params = { organisationId: client }
  await atTrial(recruiter.token).act({ params })
  await atTrial(recruiter.token).handle({ params })
  const { memberships } = await as(recruiter.token).getMe()
  expect(memberships.filter(({ organisationId }) => organisationId === client)).toMatchObject([
    { throughOrganisationId: agency, purposes: ['recruiting', 'cases'] },
  ])
})

test('who works for two agencies acts through the one that the mandate names', async () => {
  const { client, agency, recruiter, give } = await mandated(['recruiting'])
  const other = await agencyWithRecruiter()
  const { id: mandateId } = await give({ agentId: other.agency.id, purposes: ['cases'], until: UNTIL })
  await as(other.agency.owner.token).acceptMandate({ params: { organisationId: other.agency.id, mandateId } })
  await joined(recruiter.personId, other.agency.id)
  const params = { organisationId: client }
  await atTrial(recruiter.token).act({ params })
  await atTrial(recruiter.token).handle({ params })
  expect((await tracesOf(client)).map(({ throughOrganisationId }) => throughOrganisationId)).toEqual([
    agency,
    other.agency.id,
  ])
})

test('an agency acts for a client only after one of its owners has accepted the mandate', async () => {
  const { client, agency, recruiter, owner, give, accept, decline } = await mandated()
  const { id } = await give({ agentId: agency, purposes: ['cases'], until: UNTIL })
  const params = { organisationId: client }
  await refused('platform.notMandated', atTrial(recruiter.token).handle({ params }))
  const received = { organisationId: agency, mandateId: id }
  await refused('platform.accessDenied', as(recruiter.token).acceptMandate({ params: received }))
  await refused('platform.accessDenied', as(owner.token).acceptMandate({ params: received }))
  await refused('platform.notFound', as(owner.token).acceptMandate({ params: { ...params, mandateId: id } }))
  await accept(id)
  await atTrial(recruiter.token).handle({ params })
  await accept(id)
  await decline(id)
  await refused('platform.notMandated', atTrial(recruiter.token).handle({ params }))
  const { given: mandates } = await as(owner.token).listMandates({ params })
  expect(mandates.find((mandate) => mandate.id === id)).toMatchObject({
    acceptedAt: expect.any(String),
    declinedAt: expect.any(String),
    answeredBy: '测试人',
    withdrawnAt: null,
  })
  await refused('accounts.mandateOver', accept(id))
})

test('a mandate that was declined, withdrawn or is over can be accepted no more', async () => {
  const { client, agency, owner, recruiter, give, accept, decline } = await mandated()
  const terms = { agentId: agency, purposes: ['cases' as const] }
  const offer = async (until: string) => (await give({ ...terms, until })).id
  const [declined, withdrawn, late] = [await offer(UNTIL), await offer(UNTIL), await offer('2026-03-03')]
  await decline(declined)
  await as(owner.token).withdrawMandate({ params: { organisationId: client, mandateId: withdrawn } })
  app.clock.set('2026-03-04T01:00:00Z')
  for (const mandateId of [declined, withdrawn, late]) await refused('accounts.mandateOver', accept(mandateId))
  await refused('platform.notMandated', atTrial(recruiter.token).handle({ params: { organisationId: client } }))
  app.clock.set('2026-03-02T01:00:00Z')
})

test('an agency that lost its standing since it was asked cannot accept', async () => {
  const { agency, give, accept } = await mandated()
  const { id } = await give({ agentId: agency, purposes: ['cases'], until: UNTIL })
  const fact = { organisationId: agency, kind: 'sanction', detail: {}, fromOn: TODAY, untilOn: null } as const
  await inSystem((tx) =>
    recordStandingFact({ tx, city: CITY, ...app.clock }, { ...fact, source: 'trust.sanction', sourceId: 'y' }),
  )
  await refused('platform.agentBarred', accept(id))
})

test('each side hears by message what the other did with a mandate', async () => {
  const { client, agency, agencyOwner, owner, give, accept, decline } = await mandated()
  let id = ''
  const offer = async () => (id = (await give({ agentId: agency, purposes: ['cases'], until: UNTIL })).id)
  const said = (phone: string, words: RegExp, work: () => Promise<unknown>) =>
    newIn(app, phone, words, async () => {
      await work()
      await app.settle()
    })
  await said(agencyOwner.phone, /接受后(生效)/, offer)
  await said(owner.phone, /已(接受)/, () => accept(id))
  await said(owner.phone, /(辞去)了/, () => decline(id))
  await offer()
  await said(owner.phone, /没有(接受)/, () => decline(id))
  await offer()
  const params = { organisationId: client, mandateId: id }
  await said(agencyOwner.phone, /(终止)了对/, () => as(owner.token).withdrawMandate({ params }))
})

test('only an agency with standing is given a mandate', async () => {
  const { give } = await mandated()
  const terms = { purposes: ['recruiting' as const], until: UNTIL }
  const unlicensed = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  const employer = await givenVerified(app)
  for (const agentId of [unlicensed.id, employer.id, app.clock.newId()])
    await refused('platform.agentBarred', give({ ...terms, agentId }))
})

test('an agency that loses its standing acts for nobody until it has it again', async () => {
  const { client, agency, recruiter } = await mandated()
  const params = { organisationId: client }
  await atTrial(recruiter.token).act({ params })
  const fact = { organisationId: agency, kind: 'sanction', detail: {}, fromOn: TODAY, untilOn: null } as const
  const sanction = await inSystem((tx) =>
    recordStandingFact({ tx, city: CITY, ...app.clock }, { ...fact, source: 'trust.sanction', sourceId: 'x' }),
  )
  await refused('platform.agentBarred', atTrial(recruiter.token).act({ params }))
  await refused('platform.agentBarred', app.as(registryRoutes, recruiter).record({ params }))
  // What anybody may read stays open to the agency too.
  await app.as(registryRoutes, recruiter).profile({ params })
  await inSystem((tx) => withdrawStandingFact({ tx, city: CITY, ...app.clock }, sanction, '复议撤销'))
  await atTrial(recruiter.token).act({ params })
})

test('a viewer of the agency does not act for its clients, and the client not for the agency', async () => {
  const { client, agency, owner } = await mandated()
  const viewer = await given.member(app, agency, 'viewer')
  await refused('platform.accessDenied', atTrial(viewer.token).act({ params: { organisationId: client } }))
  await refused('platform.accessDenied', atTrial(owner.token).act({ params: { organisationId: agency } }))
})

test('a mandate is seen by both with who gave it, and ends when it is withdrawn', async () => {
  const { client, agency, owner, recruiter, mandate } = await mandated()
  const received = (await as(recruiter.token).listMandates({ params: { organisationId: agency } })).received
  const shown = { ...mandate, principalId: client, agentId: agency, from: TODAY, until: UNTIL, givenBy: '钱有为' }
  expect(received).toEqual([shown])
  expect((await as(owner.token).listMandates({ params: { organisationId: client } })).given).toEqual([shown])
  const params = { organisationId: client, mandateId: mandate.id }
  await as(owner.token).withdrawMandate({ params })
  await refused('platform.accessDenied', atTrial(recruiter.token).act({ params: { organisationId: client } }))
  await refused('platform.notFound', as(owner.token).withdrawMandate({ params }))
})

test('the agency cannot withdraw or give what is the client’s to give', async () => {
  const { agency, mandate } = await mandated()
  const owner = await given.member(app, agency, 'owner')
  const params = { organisationId: agency, mandateId: mandate.id }
  await refused('platform.notFound', as(owner.token).withdrawMandate({ params }))
})

test('a mandate holds from its first to its last day, Beijing time', async () => {
  const { client, agency, mandate, owner, recruiter, give, accept } = await mandated()
  await as(owner.token).withdrawMandate({ params: { organisationId: client, mandateId: mandate.id } })
  const days = { from: '2026-03-03', until: '2026-03-04' }
  await accept((await give({ agentId: agency, purposes: ['recruiting'], ...days })).id)
  const act = () => atTrial(recruiter.token).act({ params: { organisationId: client } })
  await refused('platform.accessDenied', act())
  app.clock.set('2026-03-02T16:00:00Z')
  await act()
  app.clock.set('2026-03-04T15:59:59Z')
  await act()
  app.clock.set('2026-03-04T16:00:00Z')
  await refused('platform.accessDenied', act())
  app.clock.set('2026-03-02T01:00:00Z')
})

test('a mandate goes to somebody else, and ends within three years', async () => {
  const { client, agency, give } = await mandated()
  const terms = { agentId: agency, purposes: ['recruiting' as const] }
  await refused('accounts.mandateToSelf', give({ ...terms, agentId: client, until: UNTIL }))
  await refused('accounts.mandatePeriod', give({ ...terms, until: TODAY }))
  await refused('accounts.mandatePeriod', give({ ...terms, from: '2026-05-01', until: '2026-04-01' }))
  await refused('accounts.mandatePeriod', give({ ...terms, until: '2036-01-01' }))
})

/** Somebody who is helped, and the helper who accepted. */
async function helped() {
  const person = await given.person(app, { name: '孙桂兰' })
  const helper = await given.person(app, { name: '孙晓东' })
  const body = { phone: helper.phone, purposes: ['applications' as const], until: UNTIL }
  const text = await invitationFor(app, helper.phone, () => as(person.token).inviteHelper({ body }))
  const accepted = await as(helper.token).acceptInvitation({ body: { code: text } })
  return { person, helper, accepted }
}

test('a helper accepts by the message and then acts in the person’s name', async () => {
  const { person, helper, accepted } = await helped()
  expect(accepted).toMatchObject({ kind: 'helper', personId: person.personId })
  expect((await as(helper.token).getMe()).helps).toMatchObject([{ personId: person.personId, name: '孙桂兰' }])
  expect((await as(person.token).listHelpers()).items).toMatchObject([{ name: '孙晓东', status: 'active' }])
})

test('what only the person can do is refused to a helper', async () => {
  const { person, helper } = await helped()
  const acting = as(helper.token, person.personId)
  await refused('platform.notMandated', acting.getMe())
  await refused('platform.notMandated', acting.exportMe({ body: { proof: { code: '123456' } } }))
  await refused('platform.notMandated', acting.unmaskMine({ body: { field: 'phone' } }))
  await refused('platform.notMandated', acting.eraseMe({ body: { proof: { code: '123456' } } }))
  const consent = { purpose: 'matching', recipient: 'platform' as const, textVersion: '1' }
  await refused('platform.notMandated', acting.giveConsent({ body: consent }))
})

test('without a valid mandate nobody acts for anybody', async () => {
  const { person, helper } = await helped()
  const stranger = await given.person(app)
  await refused('platform.accessDenied', as(stranger.token, person.personId).listConsents())
  const [mandate] = (await as(person.token).listHelpers()).items
  await as(person.token).endHelper({ params: { helperId: mandate!.id } })
  await refused('platform.accessDenied', as(helper.token, person.personId).listConsents())
  expect((await as(person.token).listHelpers()).items).toMatchObject([{ status: 'ended' }])
})

test('inviting a helper answers the same for a phone that nobody has, and never oneself', async () => {
  const person = await given.person(app)
  const known = await given.person(app)
  const answers = []
  for (const phone of [known.phone, unusedPhone()]) {
    const body = { phone, purposes: ['cases' as const], until: UNTIL }
    const { id: _, phone: __, ...rest } = await as(person.token).inviteHelper({ body })
    answers.push(rest)
  }
  expect(answers[0]).toEqual(answers[1])
  const self = { phone: person.phone, purposes: ['cases' as const], until: UNTIL }
  await refused('accounts.mandateToSelf', as(person.token).inviteHelper({ body: self }))
})

test('who acted for whom stands in the trace, and the person reads it', async () => {
  const { person, helper } = await helped()
  await as(helper.token, person.personId).signOut()
  const { items } = await as(person.token).listActs({})
  expect(items[0]).toMatchObject({ route: 'accounts.signOut', personId: helper.personId, byHelper: true })
})

test('what an agency does for a client is traced with both', async () => {
  const { client, agency, recruiter, owner } = await mandated()
  const params = { organisationId: client }
  await atTrial(recruiter.token).act({ params })
  await atTrial(owner.token).act({ params })
  expect(await tracesOf(client)).toEqual([
    { personId: recruiter.personId, throughOrganisationId: agency },
    { personId: owner.personId, throughOrganisationId: null },
  ])
})

test('a helper does what the mandate names', async () => {
  const { person, helper } = await helped()
  await atTrial(helper.token, person.personId).help()
  const organisation = { kind: 'employer', name: '孙记小吃店', district: '370202', address: '样例路2号' } as const
  const register = app
    .as(registryRoutes, { token: helper.token, forPersonId: person.personId })
    .register({ body: { ...organisation, creditCode: creditCode(900), businessTypes: [] } })
  await refused('platform.notMandated', register)
})
