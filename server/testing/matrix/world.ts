import { accountsRoutes, type MandatePurpose, registryRoutes } from '@renshu/contracts'
import { inventCreditCode } from '../../src/demo/credit-code.ts'
import type { Session, TestApp } from '../app.ts'
import { invitationFor } from '../codes.ts'
import { given, type SomebodyGiven } from '../given.ts'
import { givenLicence, givenMandate, givenVerified } from '../registry.ts'
import { CASE_IDS, caseRows, SERVICE } from './cases.ts'
import { enterMarket, marketRows, openMarket } from './market.ts'
import { insertRows } from './insert-rows.ts'
import { PAYMENT_IDS, paymentRows } from './payments.ts'
import { enterPolicies, keepDecisions, POLICY_IDS } from './policy.ts'

/** One organisation with a record of every kind beside it, and the people around it. */
export interface Household {
  city: string
  district: string
  organisationId: string
  owner: SomebodyGiven
  recruiter: SomebodyGiven
  viewer: SomebodyGiven
  officer: SomebodyGiven
  /** A record of each kind that a path may name, by the name of its parameter. */
  ids: Record<string, string>
}

export interface World {
  here: Household
  otherDistrict: Household
  otherCity: Household
  administrator: SomebodyGiven
  seeker: SomebodyGiven
  unconfirmed: SomebodyGiven
  /** Recruiters of two agencies with a mandate of the organisation here, each for something else. */
  agent: SomebodyGiven
  agentForProfile: SomebodyGiven
  /** Helps the owner here with cases. */
  helper: SomebodyGiven
}

const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n'))
/** What only insiders of `here` may read; it must not appear in anybody else's answers. */
export const SECRET = '机密联系人'

const UNTIL = '2026-12-31'
const phoneOf = (head: string, serial: number) => `${head}${String(serial).padStart(4, '0')}`

/** What an agency brings to its application: licence, practitioner, document, and the application itself. */
async function apply(
  app: TestApp,
  session: Session,
  organisationId: string,
  serial: number,
): Promise<Record<string, string>> {
  const registry = app.as(registryRoutes, session)
  const params = { organisationId }
  const file = await registry.upload({ params, query: { name: '执照.pdf' }, bytes: PDF })
  const licence = await registry.proposeLicence({
    params,
    body: {
      kind: 'licence',
      number: `许可${serial}`,
      covers: ['recruiting'],
      issuedBy: '示例局',
      validFrom: '2025-01-01',
      validUntil: null,
      documentId: file.id,
    },
  })
  const practitioner = await registry.addPractitioner({
    params,
    body: { name: '从业者', certificateNumber: null, fromOn: '2025-01-01' },
  })
  const verification = await registry.submitVerification({ params, body: { documents: [file.id] } })
  return {
    fileId: file.id,
    licenceId: licence.id,
    practitionerId: practitioner.id,
    verificationId: verification.id,
  }
}

/** What the owner has around the organisation: an invitation, a helper invited, a consent, a device, a look at the own phone. */
async function settleIn(
  app: TestApp,
  session: Session,
  organisationId: string,
  serial: number,
): Promise<Record<string, string>> {
  const accounts = app.as(accountsRoutes, session)
  const params = { organisationId }
  await accounts.inviteMember({ params, body: { phone: phoneOf('1380000', serial), role: 'viewer' } })
  const { items: invitations } = await accounts.listInvitations({ params })
  await accounts.inviteHelper({
    body: { phone: phoneOf('1370000', serial), purposes: ['profile'], until: UNTIL },
  })
  const consent = await accounts.giveConsent({
    body: { purpose: 'recommend', recipient: 'platform', textVersion: '1' },
  })
  const { items: devices } = await accounts.listDevices()
  await accounts.unmaskMine({ body: { field: 'phone' } })
  return { invitationId: invitations[0]!.id, consentId: consent.id, sessionId: devices[0]!.id }
}

async function household(app: TestApp, city: string, district: string, serial: number): Promise<Household> {
  const owner = await given.person(app, { city, name: `业主${serial}` })
  const session = { ...owner, city }
  const { id: organisationId } = await app.as(registryRoutes, session).register({
    body: {
      kind: 'agency',
      name: `测试人力资源有限公司${serial}`,
      creditCode: inventCreditCode('91', district, serial),
      district,
      address: '示例路 1 号',
      contactName: `${SECRET}${serial}`,
      phone: '13900001111',
      businessTypes: ['recruiting'],
    },
  })
  const recruiter = await given.member(app, organisationId, 'recruiter', { city })
  const viewer = await given.member(app, organisationId, 'viewer', { city })
  const officer = await given.officer(app, { city, district })
  const { items: members } = await app.as(accountsRoutes, session).listMembers({ params: { organisationId } })
  const ids = {
    organisationId,
    personId: owner.personId,
    memberId: members.find((member) => member.personId === viewer.personId)!.id,
    ...(await apply(app, session, organisationId, serial)),
    ...(await settleIn(app, session, organisationId, serial)),
    ...(await enterMarket(app, { city, organisationId, owner }, `${SECRET}${serial}`)),
    ...(await keepDecisions(app, session, organisationId)),
    ...namesOf(app, [
      'processId',
      'followUpId',
      'jobImportId',
      'claimId',
      'pairId',
      ...CASE_IDS,
      ...POLICY_IDS,
      ...PAYMENT_IDS,
    ]),
    serviceKey: SERVICE,
  }
  return { city, district, organisationId, owner, recruiter, viewer, officer, ids }
}

const namesOf = ({ clock }: TestApp, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, clock.newId()]))

/** What turns a household's standing: its officer accepts the application and confirms the licence. */
async function verify(app: TestApp, { city, officer, ids }: Household): Promise<void> {
  const bureau = app.as(registryRoutes, { ...officer, city })
  const verificationId = ids['verificationId']!
  const { verification } = await bureau.verification({ params: { verificationId } })
  await bureau.decideVerification({
    params: { verificationId },
    body: { decision: 'accepted', version: verification.version },
  })
  const licenceId = ids['licenceId']!
  await bureau.decideLicence({ params: { licenceId }, body: { decision: 'accepted', version: 1 } })
}

/** An agency with standing that has accepted a mandate of the organisation, and one of its recruiters. */
async function entrust(app: TestApp, { owner, organisationId, district }: Household, purpose: MandatePurpose) {
  const agency = await givenVerified(app, { kind: 'agency', district, businessTypes: ['recruiting'] })
  await givenLicence(app, agency, { number: `受托${purpose}` })
  const client = { id: organisationId, owner }
  const mandateId = await givenMandate(app, client, agency, { purposes: [purpose], until: UNTIL })
  return { agent: await given.member(app, agency.id, 'recruiter'), mandateId }
}

/** Somebody who accepted to help the owner with cases. */
async function help(app: TestApp, { owner }: Household): Promise<SomebodyGiven> {
  const helper = await given.person(app, { name: '代办人' })
  const body = { phone: helper.phone, purposes: ['cases' as const], until: UNTIL }
  const code = await invitationFor(app, helper.phone, () => app.as(accountsRoutes, owner).inviteHelper({ body }))
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  return helper
}

/** Two districts of one city and one of another, each with an organisation and everybody around it. */
export async function makeWorld(app: TestApp): Promise<World> {
  const here = await household(app, '370200', '370202', 1)
  const otherDistrict = await household(app, '370200', '370203', 2)
  const otherCity = await household(app, '371100', '371102', 3)
  const administrator = await given.officer(app, { administrator: true })
  const unconfirmed = await given.officer(app, { confirmed: false })
  const seeker = await given.person(app, { name: '求职者' })
  const { agent, mandateId } = await entrust(app, here, 'recruiting')
  const { agent: agentForProfile } = await entrust(app, here, 'profile')
  const helper = await help(app, here)
  here.ids['mandateId'] = mandateId
  for (const household of [otherDistrict, otherCity]) await verify(app, household)
  await openMarket(app, otherDistrict, here, seeker)
  for (const [serial, household] of [here, otherDistrict, otherCity].entries())
    await insertRows(app, household.city, marketRows(household, app.clock.newId(), `${SECRET}${serial + 1}`))
  for (const [serial, household] of [here, otherDistrict, otherCity].entries()) {
    await insertRows(app, household.city, caseRows(app, household, `${SECRET}${serial + 1}`))
    await insertRows(app, household.city, paymentRows(app, household, `${SECRET}${serial + 1}`))
  }
  for (const [serial, household] of [here, otherDistrict, otherCity].entries())
    await enterPolicies(app, household, `${SECRET}${serial + 1}`)
  return { here, otherDistrict, otherCity, administrator, unconfirmed, seeker, agent, agentForProfile, helper }
}
