import { accountsRoutes, Id, MandatePurpose, routes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { parts } from '../../parts.ts'
import { moduleOf } from '../../platform/http/index.ts'
import { isCovered } from './index.ts'
import type { PlatformTables } from '../../platform/tables.ts'

const body = z.strictObject({ purpose: MandatePurpose })
const response = z.object({ covered: z.boolean() })
const trial = routes({
  act: {
    method: 'POST',
    path: '/organisations/:organisationId/trial',
    access: 'recruiter',
    summary: ['试', 'Try'],
    params: z.object({ organisationId: Id }),
    body,
    response,
  },
  help: { method: 'POST', path: '/trial/help', access: 'person', summary: ['试', 'Try'], body, response },
})
const trialModule = moduleOf('trial', trial, {
  act: async ({ body }, context) => ({ covered: await isCovered(context, body.purpose) }),
  help: async ({ body }, context) => ({ covered: await isCovered(context, body.purpose) }),
})

let app: TestApp
beforeAll(async () => (app = await startApp({}, { ...parts, modules: [...parts.modules, trialModule] })))
afterAll(() => app.close())

const as = (token: string, forPersonId?: string) =>
  app.as(accountsRoutes, { token, ...(forPersonId && { forPersonId }) })
const TODAY = '2026-03-02'
const UNTIL = '2026-12-31'

/** A client with its owner, an agency with a recruiter, and the mandate between them. */
async function mandated() {
  const [client, agency] = [app.clock.newId(), app.clock.newId()]
  const owner = await given.member(app, client, 'owner')
  const recruiter = await given.member(app, agency, 'recruiter')
  const body = { agentId: agency, purposes: ['recruiting' as const], until: UNTIL }
  const mandate = await as(owner.token).giveMandate({ params: { organisationId: client }, body })
  return { client, agency, owner, recruiter, mandate }
}

test('a recruiter of the agency acts for the client that gave the mandate, as recruiter and not as owner', async () => {
  const { client, agency, recruiter } = await mandated()
  const params = { organisationId: client }
  expect((await as(recruiter.token).getMe()).memberships).toContainEqual({
    organisationId: client,
    role: 'recruiter',
    throughOrganisationId: agency,
  })
  expect((await as(recruiter.token).listMandates({ params })).given).toHaveLength(1)
  await refused('platform.accessDenied', as(recruiter.token).listInvitations({ params }))
  await refused('platform.notFound', as(recruiter.token).leaveOrganisation({ params }))
})

test('a viewer of the agency does not act for its clients, and the client not for the agency', async () => {
  const { client, agency, owner } = await mandated()
  const viewer = await given.member(app, agency, 'viewer')
  await refused('platform.accessDenied', as(viewer.token).listMembers({ params: { organisationId: client } }))
  await refused('platform.accessDenied', as(owner.token).listMembers({ params: { organisationId: agency } }))
})

test('a mandate is seen by both, and ends when it is withdrawn', async () => {
  const { client, agency, owner, recruiter, mandate } = await mandated()
  const received = (await as(recruiter.token).listMandates({ params: { organisationId: agency } })).received
  expect(received).toEqual([{ ...mandate, principalId: client, agentId: agency, from: TODAY, until: UNTIL }])
  const params = { organisationId: client, mandateId: mandate.id }
  await as(owner.token).withdrawMandate({ params })
  await refused('platform.accessDenied', as(recruiter.token).listMembers({ params: { organisationId: client } }))
  await refused('platform.notFound', as(owner.token).withdrawMandate({ params }))
})

test('the agency cannot withdraw or give what is the client’s to give', async () => {
  const { agency, mandate } = await mandated()
  const owner = await given.member(app, agency, 'owner')
  const params = { organisationId: agency, mandateId: mandate.id }
  await refused('platform.notFound', as(owner.token).withdrawMandate({ params }))
})

test('a mandate holds from its first to its last day, Beijing time', async () => {
  const [client, agency] = [app.clock.newId(), app.clock.newId()]
  const owner = await given.member(app, client, 'owner')
  const recruiter = await given.member(app, agency, 'recruiter')
  const body = { agentId: agency, purposes: ['recruiting' as const], from: '2026-03-03', until: '2026-03-04' }
  await as(owner.token).giveMandate({ params: { organisationId: client }, body })
  const look = () => as(recruiter.token).listMembers({ params: { organisationId: client } })
  await refused('platform.accessDenied', look())
  app.clock.set('2026-03-02T16:00:00Z')
  await look()
  app.clock.set('2026-03-04T15:59:59Z')
  await look()
  app.clock.set('2026-03-04T16:00:00Z')
  await refused('platform.accessDenied', look())
  app.clock.set('2026-03-02T01:00:00Z')
})

test('a mandate goes to somebody else, and ends within three years', async () => {
  const organisationId = app.clock.newId()
  const owner = await given.member(app, organisationId, 'owner')
  const give = (agentId: string, until: string, from?: string) =>
    as(owner.token).giveMandate({
      params: { organisationId },
      body: { agentId, purposes: ['recruiting'], until, ...(from && { from }) },
    })
  await refused('accounts.mandateToSelf', give(organisationId, UNTIL))
  await refused('accounts.mandatePeriod', give(app.clock.newId(), TODAY))
  await refused('accounts.mandatePeriod', give(app.clock.newId(), '2026-04-01', '2026-05-01'))
  await refused('accounts.mandatePeriod', give(app.clock.newId(), '2036-01-01'))
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
  await refused('accounts.helperRefused', acting.getMe())
  await refused('accounts.helperRefused', acting.exportMe())
  await refused('accounts.helperRefused', acting.unmaskMine({ body: { field: 'phone' } }))
  await refused('accounts.helperRefused', acting.eraseMe({ body: { proof: { code: '123456' } } }))
  const consent = { purpose: 'matching', recipient: 'platform' as const, textVersion: '1' }
  await refused('accounts.helperRefused', acting.giveConsent({ body: consent }))
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

test('what an agency does for a client is traced with both, and knows which purposes the mandate covers', async () => {
  const { client, agency, recruiter, owner } = await mandated()
  const act = (token: string, purpose: 'recruiting' | 'cases') =>
    app.as(trial, { token }).act({ params: { organisationId: client }, body: { purpose } })
  expect(await act(recruiter.token, 'recruiting')).toEqual({ covered: true })
  expect(await act(recruiter.token, 'cases')).toEqual({ covered: false })
  expect(await act(owner.token, 'cases')).toEqual({ covered: true })
  const rows = await app.services.database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    tx
      .withTables<PlatformTables>()
      .selectFrom('platform.trace')
      .select(['personId', 'throughOrganisationId'])
      .where('organisationId', '=', client)
      .where('route', '=', 'trial.act')
      .orderBy('id')
      .execute(),
  )
  const byAgency = { personId: recruiter.personId, throughOrganisationId: agency }
  expect(rows).toEqual([byAgency, byAgency, { personId: owner.personId, throughOrganisationId: null }])
})

test('a helper’s mandate covers the purposes it names', async () => {
  const { person, helper } = await helped()
  const help = (purpose: 'applications' | 'profile') =>
    app.as(trial, { token: helper.token, forPersonId: person.personId }).help({ body: { purpose } })
  expect(await help('applications')).toEqual({ covered: true })
  expect(await help('profile')).toEqual({ covered: false })
})
