import { accountsRoutes, registryRoutes } from '@renshu/contracts'
import { inventCreditCode } from '../../src/demo/credit-code.ts'
import type { TestApp } from '../app.ts'
import { given, type SomebodyGiven } from '../given.ts'

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
  /** A recruiter of an agency that holds a mandate of the organisation here. */
  agent: SomebodyGiven
}

const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n'))
/** What only insiders of `here` may read; it must not appear in anybody else's answers. */
export const SECRET = '机密联系人'

async function household(app: TestApp, city: string, district: string, serial: number): Promise<Household> {
  const owner = await given.person(app, { city, name: `业主${serial}` })
  const registry = app.as(registryRoutes, { ...owner, city })
  const accounts = app.as(accountsRoutes, { ...owner, city })
  const { id: organisationId } = await registry.register({
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
  const params = { organisationId }
  const recruiter = await given.member(app, organisationId, 'recruiter', { city })
  const viewer = await given.member(app, organisationId, 'viewer', { city })
  const officer = await given.officer(app, { city, district })
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
  const { items: members } = await accounts.listMembers({ params })
  const memberId = members.find((member) => member.personId === viewer.personId)!.id
  await accounts.inviteMember({ params, body: { phone: `1380000${String(serial).padStart(4, '0')}`, role: 'viewer' } })
  const { items: invitations } = await accounts.listInvitations({ params })
  await accounts.inviteHelper({
    body: { phone: `1370000${String(serial).padStart(4, '0')}`, purposes: ['profile'], until: '2026-12-31' },
  })
  const consent = await accounts.giveConsent({
    body: { purpose: 'recommend', recipient: 'platform', textVersion: '1' },
  })
  const { items: devices } = await accounts.listDevices()
  await accounts.unmaskMine({ body: { field: 'phone' } })
  return {
    city,
    district,
    organisationId,
    owner,
    recruiter,
    viewer,
    officer,
    ids: {
      organisationId,
      fileId: file.id,
      licenceId: licence.id,
      practitionerId: practitioner.id,
      verificationId: verification.id,
      memberId,
      invitationId: invitations[0]!.id,
      consentId: consent.id,
      sessionId: devices[0]!.id,
      personId: owner.personId,
    },
  }
}

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

/** Two districts of one city and one of another, each with an organisation and everybody around it. */
export async function makeWorld(app: TestApp): Promise<World> {
  const here = await household(app, '370200', '370202', 1)
  const otherDistrict = await household(app, '370200', '370203', 2)
  const otherCity = await household(app, '371100', '371102', 3)
  const administrator = await given.officer(app, { administrator: true })
  const unconfirmed = await given.officer(app, { confirmed: false })
  const seeker = await given.person(app, { name: '求职者' })
  const agencyId = app.services.clock.newId()
  const agent = await given.member(app, agencyId, 'recruiter')
  const { id: mandateId } = await app.as(accountsRoutes, here.owner).giveMandate({
    params: { organisationId: here.organisationId },
    body: { agentId: agencyId, purposes: ['recruiting'], until: '2026-12-31' },
  })
  here.ids['mandateId'] = mandateId
  for (const household of [otherDistrict, otherCity]) await verify(app, household)
  return { here, otherDistrict, otherCity, administrator, unconfirmed, seeker, agent }
}
