import { accountsRoutes, platformFailures, type Proof } from '@renshu/contracts'
import { AppError } from '../../platform/errors.ts'
import { type Context, type Handlers, withSlowStep } from '../../platform/http/index.ts'
import { givePhone } from './actions/at-counter.ts'
import * as consents from './actions/consents.ts'
import { eraseMe, exportMe } from './actions/erasure.ts'
import * as invitations from './actions/invitations.ts'
import * as mandates from './actions/mandates.ts'
import { changeMe, changePhone, getMe, sendOwnCode, setPassword } from './actions/me.ts'
import * as members from './actions/members.ts'
import * as officers from './actions/officers.ts'
import { askProvider, findBegun, finishOidc, prepareOidc, startOidc } from './actions/signing-in/oidc.ts'
import { checkPassword, checkProof, lookAtProof, sendCode } from './actions/signing-in/proof.ts'
import { enrolSecondFactor, passSecondFactor } from './actions/signing-in/second-factor.ts'
import { lookAtPhone, shownMessages, signInByCode, signInByPassword } from './actions/signing-in/sign-in.ts'
import * as unmasking from './actions/unmasking.ts'
import type { Holder } from './held/holdings.ts'
import { hashPassword } from './passwords.ts'
import type { MayAct } from './identify.ts'
import { ownId } from './rules.ts'
import * as sessions from './store/signing-in/sessions.ts'

const done = { done: true } as const
const sent = { sent: true } as const

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
    // The one who is signed in, whoever is acted for.
    me: context.actor.personId
      ? await context.asSystem(() => getMe({ ...context, actor: { ...context.actor, forPersonId: null } }))
      : null,
  }),
  sendCode: async ({ body }, context) => {
    await context.asSystem(() => sendCode(context, body.phone, 'signIn'))
    return sent
  },
  signInByCode: ({ body }, context) => context.asSystem(() => signInByCode(context, body)),
  signInByPassword: withSlowStep({
    look: ({ body }, context) => context.asSystem(() => lookAtPhone(context, body)),
    work: checkPassword,
    handle: ({ body }, context, checked) => context.asSystem(() => signInByPassword(context, body, checked)),
  }),
  startOidc: withSlowStep({
    look: async ({ body }) => body.again,
    work: prepareOidc,
    handle: ({ body }, context, begun) => context.asSystem(() => startOidc(context, body, begun)),
  }),
  finishOidc: withSlowStep({
    look: ({ body }, context) => context.asSystem(() => findBegun(context, body)),
    work: askProvider,
    handle: ({ body }, context, claims) => context.asSystem(() => finishOidc(context, body, claims)),
  }),
  signOut: (_, context) => context.asSystem(() => after(signOut(context))),
  listDevices: (_, context) => listDevices(context),
  endDevice: ({ params }, context) => after(endDevice(context, params.sessionId)),
  endOtherDevices: (_, context) => after(sessions.endSessions(context, ownId(context), context.actor.sessionId)),
  enrolSecondFactor: (_, context) => context.asSystem(() => enrolSecondFactor(context)),
  passSecondFactor: ({ body }, context) => context.asSystem(() => passSecondFactor(context, body)),
} satisfies All

const seeProof = (context: Context, proof: Proof) => context.asSystem(() => lookAtProof(context, proof))

const personHandlers = (holders: readonly Holder[]) =>
  ({
    getMe: (_, context) => context.asSystem(() => getMe(context)),
    changeMe: ({ body }, context) => context.asSystem(() => changeMe(context, body)),
    sendOwnCode: async ({ body }, context) => {
      await context.asSystem(() => sendOwnCode(context, body.purpose))
      return sent
    },
    sendNewPhoneCode: async ({ body }, context) => {
      await context.asSystem(() => sendCode(context, body.phone, 'newPhone'))
      return sent
    },
    changePhone: withSlowStep({
      look: ({ body }, context) => seeProof(context, body.proof),
      work: checkProof,
      handle: ({ body }, context, checked) => context.asSystem(() => after(changePhone(context, body, checked))),
    }),
    setPassword: withSlowStep({
      look: async ({ body }, context) => ({ seen: await seeProof(context, body.proof), next: body.password }),
      work: async ({ seen, next }) => ({ checked: await checkProof(seen), hash: await hashPassword(next) }),
      handle: ({ body }, context, made) => context.asSystem(() => after(setPassword(context, body.proof, made))),
    }),
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
    exportMe: withSlowStep({
      look: ({ body }, context) => seeProof(context, body.proof),
      work: checkProof,
      handle: ({ body: { proof } }, context, checked) =>
        context.asSystem(() => exportMe(context, holders, { proof, checked })),
    }),
    eraseMe: withSlowStep({
      look: ({ body }, context) => seeProof(context, body.proof),
      work: checkProof,
      handle: ({ body: { proof } }, context, checked) =>
        context.asSystem(() => after(eraseMe(context, holders, { proof, checked }))),
    }),
  }) satisfies All

const organisationHandlers = (mayAct: MayAct) =>
  ({
    listMembers: ({ params }, context) => members.listMembers(context, params.organisationId),
    changeMember: ({ params, body }, context) => members.changeMember(context, params, body),
    removeMember: ({ params }, context) => after(members.removeMemberById(context, params)),
    listInvitations: ({ params }, context) => invitations.listInvitations(context, params.organisationId),
    inviteMember: ({ params, body }, context) => invitations.inviteMember(context, params.organisationId, body),
    withdrawInvitation: ({ params }, context) =>
      after(invitations.withdrawInvitation(context, params.organisationId, params.invitationId)),
    listMandates: ({ params }, context) => mandates.listMandates(context, params.organisationId),
    giveMandate: ({ params, body }, context) => mandates.giveMandate(context, params.organisationId, body, mayAct),
    acceptMandate: ({ params }, context) =>
      after(mandates.acceptMandate(context, params.organisationId, params.mandateId, mayAct)),
    declineMandate: ({ params }, context) =>
      after(mandates.declineMandate(context, params.organisationId, params.mandateId)),
    withdrawMandate: ({ params }, context) =>
      after(mandates.withdrawMandate(context, params.organisationId, params.mandateId)),
  }) satisfies All

const officerHandlers = {
  listOfficers: (_, context) => officers.listOfficers(context),
  addOfficer: ({ body }, context) => context.asSystem(() => officers.addOfficer(context, body)),
  changeOfficer: ({ params, body }, context) => officers.changeOfficer(context, params.officerId, body),
  removeOfficer: ({ params }, context) =>
    context.asSystem(() => after(officers.removeOfficer(context, params.officerId))),
  resetSecondFactor: ({ params }, context) =>
    context.asSystem(() => after(officers.resetSecondFactor(context, params.officerId))),
  findPeople: async ({ body }, context) => ({ items: await unmasking.findPeople(context, body) }),
  unmaskPerson: ({ params, body }, context) => unmasking.unmaskPerson(context, params.personId, body),
  givePhone: ({ params, body }, context) => context.asSystem(() => givePhone(context, params.personId, body)),
  listShownMessages: async (_, context) => shownMessages(context),
} satisfies All

/**
 * @param holders what each module brings to export and erasure, from the ground up
 * @param mayAct which organisations may act for others
 */
export const handlersOf = (holders: readonly Holder[], mayAct: MayAct): Handlers<typeof accountsRoutes> => ({
  ...sessionHandlers,
  ...personHandlers(holders),
  ...organisationHandlers(mayAct),
  ...officerHandlers,
})
