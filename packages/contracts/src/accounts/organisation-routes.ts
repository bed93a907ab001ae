import { z } from 'zod'
import { routes } from '../route.ts'
import { Day, Done, Id, Version } from '../values.ts'
import { Invitation, Mandate, Member } from './answers.ts'
import { MemberRole, Phone, Purposes } from './inputs.ts'

const organisation = z.object({ organisationId: Id })

/** Members and mandates of an organisation. */
export const organisationRoutes = routes({
  listMembers: {
    method: 'GET',
    path: '/organisations/:organisationId/members',
    access: 'viewer',
    summary: ['单位成员', 'Members'],
    params: organisation,
    response: z.object({ items: z.array(Member) }),
  },
  changeMember: {
    method: 'PATCH',
    path: '/organisations/:organisationId/members/:memberId',
    access: 'owner',
    summary: ['修改成员角色', 'Changes the role of a member'],
    params: organisation.extend({ memberId: Id }),
    body: z.strictObject({ role: MemberRole, version: Version }),
    response: Member,
    errors: ['accounts.lastOwner', 'platform.stale'],
  },
  removeMember: {
    method: 'DELETE',
    path: '/organisations/:organisationId/members/:memberId',
    access: 'owner',
    summary: ['移除成员', 'Removes a member'],
    params: organisation.extend({ memberId: Id }),
    response: Done,
    errors: ['accounts.lastOwner'],
  },
  listInvitations: {
    method: 'GET',
    path: '/organisations/:organisationId/invitations',
    access: 'owner',
    summary: ['未接受的邀请', 'Open invitations'],
    params: organisation,
    response: z.object({ items: z.array(Invitation) }),
  },
  inviteMember: {
    method: 'POST',
    path: '/organisations/:organisationId/invitations',
    access: 'owner',
    summary: ['按手机号邀请成员', 'Invites a member by phone'],
    params: organisation,
    body: z.strictObject({ phone: Phone, role: MemberRole }),
    response: Invitation,
    limit: { times: 60, seconds: 3600 },
  },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/organisations/:organisationId/invitations/:invitationId',
    access: 'owner',
    summary: ['撤回邀请', 'Withdraws an invitation'],
    params: organisation.extend({ invitationId: Id }),
    response: Done,
  },
  listMandates: {
    method: 'GET',
    path: '/organisations/:organisationId/mandates',
    access: 'viewer',
    summary: ['委托：本单位给出的和收到的', 'Mandates given and received'],
    params: organisation,
    response: z.object({ given: z.array(Mandate), received: z.array(Mandate) }),
  },
  giveMandate: {
    method: 'POST',
    path: '/organisations/:organisationId/mandates',
    access: 'owner',
    summary: ['委托一家机构代办，机构接受后生效', 'Offers an agency a mandate, which holds when it accepts'],
    params: organisation,
    body: z.strictObject({ agentId: Id, purposes: Purposes, from: Day.optional(), until: Day }),
    response: Mandate,
    errors: ['accounts.mandateToSelf', 'accounts.mandatePeriod'],
  },
  acceptMandate: {
    method: 'POST',
    path: '/organisations/:organisationId/received-mandates/:mandateId/acceptance',
    access: 'owner',
    summary: ['接受客户的委托', 'Accepts a mandate of a client'],
    params: organisation.extend({ mandateId: Id }),
    response: Done,
    errors: ['accounts.mandateOver'],
  },
  declineMandate: {
    method: 'DELETE',
    path: '/organisations/:organisationId/received-mandates/:mandateId',
    access: 'owner',
    summary: ['拒绝客户的委托，或辞去已接受的', 'Declines a mandate of a client, or lays down an accepted one'],
    params: organisation.extend({ mandateId: Id }),
    response: Done,
    errors: ['accounts.mandateOver'],
  },
  withdrawMandate: {
    method: 'DELETE',
    path: '/organisations/:organisationId/mandates/:mandateId',
    access: 'owner',
    summary: ['终止委托', 'Withdraws a mandate'],
    params: organisation.extend({ mandateId: Id }),
    response: Done,
  },
})
