import { accountsRoutes, platformFailures } from '@renshu/contracts'
import { AppError } from '../../platform/errors.ts'
import type { Context, Handlers } from '../../platform/http/index.ts'
import * as consents from './actions/consents.ts'
import { eraseMe, exportMe } from './actions/erasure.ts'
import * as invitations from './actions/invitations.ts'
import * as mandates from './actions/mandates.ts'
import { changeMe, changePhone, getMe, setPassword } from './actions/me.ts'
import * as members from './actions/members.ts'
import * as officers from './actions/officers.ts'
import { finishOidc, startOidc } from './actions/oidc.ts'
import { sendCode } from './actions/proof.ts'
import { enrolSecondFactor, passSecondFactor } from './actions/second-factor.ts'
import { shownMessages, signInByCode, signInByPassword } from './actions/sign-in.ts'
import * as unmasking from './actions/unmasking.ts'
import type { Holder } from './holdings.ts'
import { ownId } from './rules.ts'
import * as sessions from './store/sessions.ts'

const done = { done: true } as const

/** The work, then that it is done. */
const after = async (work: Promise<unknown>) => {
  await work
  return done
}

async function endDevice(context: Context, sessionId: string): Promise<void> {
  if (!(await sessions.endSession(context, ownId(context), sessionId))) throw new AppError(platformFailures.notFound)
}

async function signOut(context: Context): Promise<void> {
  const { personId, sessionId } = context.actor
  await sessions.endSession(context, personId!, sessionId!)
  context.setSession(null)
}

async function listDevices(context: Context) {
  const found = await sessions.listSessions(context, ownId(context))
  const items = found.map(({ createdAt, seenAt, expiresAt, ...device }) => ({
    ...device,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: device.id === context.actor.sessionId,
  }))
  return { items }
}

type All = Partial<Handlers<typeof accountsRoutes>>
// What finds out who somebody is, or concerns several people at once, runs in scope `system`.

const sessionHandlers = {
  signInWays: async (_, { config }) => ({
    oidc: config.OIDC_ISSUER !== undefined && config.PUBLIC_URL !== undefined,
    development: config.DEVELOPMENT,
  }),
  currentSession: async (_, context) => ({
    me: context.actor.personId ? await context.asSystem(() => getMe(context)) : null,
  }),
  sendCode: async ({ body }, context) => {
    await context.asSystem(() => sendCode(context, body.phone))
    return { sent: true }
  },
  signInByCode: ({ body }, context) => context.asSystem(() => signInByCode(context, body)),
  signInByPassword: ({ body }, context) => context.asSystem(() => signInByPassword(context, body)),
  startOidc: ({ body }, context) => context.asSystem(() => startOidc(context, body.returnTo)),
  finishOidc: ({ body }, context) => context.asSystem(() => finishOidc(context, body)),
  signOut: (_, context) => context.asSystem(() => after(signOut(context))),
  listDevices: (_, context) => listDevices(context),
  endDevice: ({ params }, context) => after(endDevice(context, params.sessionId)),
  endOtherDevices: (_, context) => after(sessions.endSessions(context, ownId(context), context.actor.sessionId)),
  enrolSecondFactor: (_, context) => context.asSystem(() => enrolSecondFactor(context)),
  passSecondFactor: ({ body }, context) => context.asSystem(() => passSecondFactor(context, body)),
} satisfies All

const personHandlers = (holders: readonly Holder[]) =>
  ({
    getMe: (_, context) => context.asSystem(() => getMe(context)),
    changeMe: ({ body }, context) => context.asSystem(() => changeMe(context, body)),
    changePhone: ({ body }, context) => context.asSystem(() => after(changePhone(context, body))),
    setPassword: ({ body }, context) => context.asSystem(() => after(setPassword(context, body))),
    unmaskMine: ({ body }, context) => unmasking.unmaskMine(context, body.field),
    listUnmaskings: ({ query }, context) => context.asSystem(() => unmasking.listUnmaskings(context, query)),
    listActs: ({ query }, context) => unmasking.listActs(context, query),
    leaveOrganisation: ({ params }, context) => after(members.leaveOrganisation(context, params.organisationId)),
    acceptInvitation: ({ body }, context) => context.asSystem(() => invitations.acceptInvitation(context, body.code)),
    listHelpers: (_, context) => context.asSystem(() => invitations.listHelpers(context)),
    inviteHelper: ({ body }, context) => invitations.inviteHelper(context, body),
    endHelper: ({ params }, context) => after(invitations.endHelper(context, params.helperId)),
    listConsents: (_, context) => consents.listConsents(context),
    giveConsent: ({ body }, context) => consents.giveConsent(context, body),
    withdrawConsent: ({ params }, context) => after(consents.withdrawConsent(context, params.consentId)),
    exportMe: (_, context) => context.asSystem(() => exportMe(context, holders)),
    eraseMe: ({ body }, context) => context.asSystem(() => after(eraseMe(context, holders, body.proof))),
  }) satisfies All

const organisationHandlers = {
  listMembers: ({ params }, context) => members.listMembers(context, params.organisationId),
  changeMember: ({ params, body }, context) => members.changeMember(context, params, body),
  removeMember: ({ params }, context) => after(members.removeMemberById(context, params)),
  listInvitations: ({ params }, context) => invitations.listInvitations(context, params.organisationId),
  inviteMember: ({ params, body }, context) => invitations.inviteMember(context, params.organisationId, body),
  withdrawInvitation: ({ params }, context) =>
    after(invitations.withdrawInvitation(context, params.organisationId, params.invitationId)),
  listMandates: ({ params }, context) => mandates.listMandates(context, params.organisationId),
  giveMandate: ({ params, body }, context) => mandates.giveMandate(context, params.organisationId, body),
  withdrawMandate: ({ params }, context) =>
    after(mandates.withdrawMandate(context, params.organisationId, params.mandateId)),
} satisfies All

const officerHandlers = {
  listOfficers: (_, context) => officers.listOfficers(context),
  addOfficer: ({ body }, context) => context.asSystem(() => officers.addOfficer(context, body)),
  changeOfficer: ({ params, body }, context) => officers.changeOfficer(context, params.officerId, body),
  removeOfficer: ({ params }, context) =>
    context.asSystem(() => after(officers.removeOfficer(context, params.officerId))),
  resetSecondFactor: ({ params }, context) =>
    context.asSystem(() => after(officers.resetSecondFactor(context, params.officerId))),
  unmaskPerson: ({ params, body }, context) => unmasking.unmaskPerson(context, params.personId, body),
  listShownMessages: async (_, context) => shownMessages(context),
} satisfies All

/** @param holders what each module brings to export and erasure, from the ground up */
export const handlersOf = (holders: readonly Holder[]): Handlers<typeof accountsRoutes> => ({
  ...sessionHandlers,
  ...personHandlers(holders),
  ...organisationHandlers,
  ...officerHandlers,
})
