import { policyRoutes } from '@renshu/contracts'
import type { Decision, OpenedDecision } from '@renshu/contracts'
import { type Context, type Handlers, moduleOf } from '../../platform/http/index.ts'
import type { RecordSubject } from '../../platform/records.ts'
import { listBudgets, showBudget, startBudget } from './budget/simulate.ts'
import { decideBy } from './deciding/decide.ts'
import { compareAsOfficer, decideAsOfficer, keepAsOfficer, tryPolicy } from './deciding/officers.ts'
import {
  type Asked,
  compareFor,
  decideAgain,
  decideOf,
  findDecision,
  keepFor,
  listDecisions,
  open,
  shown,
} from './deciding/own.ts'
import { todayOf } from './desk.ts'
import { isRunning } from './entitling/run.ts'
import { listForBureau, listOwn, summarise } from './entitling/show.ts'
import { decline } from './entitling/take-up.ts'
import { fail } from './errors.ts'
import { heldFactImport, heldFactRejects, importHeldFacts, listHeldImports } from './imports/begin.ts'
import { ENTITLE_JOB } from './jobs.ts'
import { policyInUse } from './library/in-use.ts'
import { reloadFiles, showFiles } from './library/reload.ts'
import { listPolicies, showChanges, showPolicy, showVersion } from './library/show.ts'
import { listLooks } from './looks.ts'
import type { PolicyPorts } from './ports.ts'
import { heldFactsOf, listRecords, lookAtHeldFacts, recordHeldFact, withdrawHeldFact } from './records/held.ts'
import { districtOfPerson, organisationSubject, ownSubject } from './subjects.ts'
import { organisations } from '../registry/index.ts'

const done = { done: true } as const
type Of<Names extends keyof typeof policyRoutes> = Pick<Handlers<typeof policyRoutes>, Names>

/** Decides from what anybody gives; no record is read. */
async function calculate(
  context: Context,
  key: string,
  { facts, effective, known, paidBefore }: Asked & { paidBefore: 'nothing' | 'unknown' },
): Promise<Decision> {
  const inUse = await policyInUse(context, key)
  const today = todayOf(context)
  const days = { effective: effective ?? today, known: known ?? today }
  const history = paidBefore === 'nothing' ? [] : undefined
  return shown(context, { inUse, records: {}, decision: decideBy(context, inUse, { facts, ...days, history }) })
}

const decideAndShow = (ports: PolicyPorts, context: Context, key: string, subject: RecordSubject, asked: Asked) =>
  context.asSystem(async () => shown(context, await decideOf(ports, context, key, subject, asked)))

const keepOwn = (
  ports: PolicyPorts,
  context: Context,
  key: string,
  subject: RecordSubject,
  asked: Asked,
): Promise<OpenedDecision> =>
  context.asSystem(async () => {
    const made = await decideOf(ports, context, key, subject, asked)
    const { tx, city } = context
    const district =
      subject.kind === 'person'
        ? await districtOfPerson(ports, context, subject.id)
        : ((await organisations(tx, city, [subject.id])).get(subject.id)?.district ?? null)
    return keepFor(context, subject, made, { madeBy: 'self', personId: context.actor.personId, district })
  })

async function compareOrganisation(ports: PolicyPorts, context: Context, id: string, effective: string | undefined) {
  const name = (await organisations(context.tx, context.city, [id])).get(id)?.name ?? null
  return context.asSystem(() => compareFor(ports, context, { ...organisationSubject(id), name }, effective))
}

async function declineFor(context: Context, entitlementId: string, subject: RecordSubject) {
  const personId = context.actor.personId!
  await context.asSystem(() => decline(context, { entitlementId, subject, personId }))
  return done
}

type PublicName = 'policies' | 'policy' | 'policyVersion' | 'policyChanges' | 'calculatePolicy'
const publicHandlers = (ports: PolicyPorts): Of<PublicName> => ({
  policies: ({ query }, context) => listPolicies(context, query),
  policy: ({ params, query }, context) => showPolicy(ports, context, params.key, query.on),
  policyVersion: ({ params }, context) => showVersion(ports, context, params.key, params.hash),
  policyChanges: ({ params, query }, context) => showChanges(context, params.key, query.from, query.to),
  calculatePolicy: ({ params, body }, context) => calculate(context, params.key, body),
})

type PersonName =
  | 'decideForMe'
  | 'compareForMe'
  | 'keepForMe'
  | 'ownDecisions'
  | 'ownDecision'
  | 'decideOwnAgain'
  | 'ownEntitlements'
  | 'declineOwn'
  | 'ownHeldFacts'
  | 'ownLooks'
const personHandlers = (ports: PolicyPorts): Of<PersonName> => ({
  decideForMe: ({ params, body }, context) => decideAndShow(ports, context, params.key, ownSubject(context), body),
  compareForMe: ({ query }, context) =>
    context.asSystem(() => compareFor(ports, context, { ...ownSubject(context), name: null }, query.effective)),
  keepForMe: ({ params, body }, context) => keepOwn(ports, context, params.key, ownSubject(context), body),
  ownDecisions: ({ query }, context) => listDecisions(context, ownSubject(context), query),
  ownDecision: async ({ params }, context) =>
    open(context, await findDecision(context, params.decisionId, ownSubject(context))),
  decideOwnAgain: async ({ params }, context) =>
    decideAgain(context, await findDecision(context, params.decisionId, ownSubject(context))),
  ownEntitlements: (_, context) => listOwn(context, ownSubject(context)),
  declineOwn: ({ params }, context) => declineFor(context, params.entitlementId, ownSubject(context)),
  ownHeldFacts: ({ query }, context) => heldFactsOf(context, ownSubject(context), query),
  ownLooks: ({ query }, context) => listLooks(context, ownSubject(context), query),
})

type OrganisationName =
  | 'decideForOrganisation'
  | 'compareForOrganisation'
  | 'keepForOrganisation'
  | 'organisationDecisions'
  | 'organisationDecision'
  | 'decideOrganisationAgain'
  | 'organisationEntitlements'
  | 'declineForOrganisation'
  | 'organisationHeldFacts'
const organisationHandlers = (ports: PolicyPorts): Of<OrganisationName> => ({
  decideForOrganisation: ({ params, body }, context) =>
    decideAndShow(ports, context, params.key, organisationSubject(params.organisationId), body),
  compareForOrganisation: ({ params, query }, context) =>
    compareOrganisation(ports, context, params.organisationId, query.effective),
  keepForOrganisation: ({ params, body }, context) =>
    keepOwn(ports, context, params.key, organisationSubject(params.organisationId), body),
  organisationDecisions: ({ params, query }, context) =>
    listDecisions(context, organisationSubject(params.organisationId), query),
  organisationDecision: async ({ params }, context) =>
    open(context, await findDecision(context, params.decisionId, organisationSubject(params.organisationId))),
  decideOrganisationAgain: async ({ params }, context) =>
    decideAgain(context, await findDecision(context, params.decisionId, organisationSubject(params.organisationId))),
  organisationEntitlements: ({ params }, context) => listOwn(context, organisationSubject(params.organisationId)),
  declineForOrganisation: ({ params }, context) =>
    declineFor(context, params.entitlementId, organisationSubject(params.organisationId)),
  organisationHeldFacts: ({ params, query }, context) =>
    heldFactsOf(context, organisationSubject(params.organisationId), query),
})

/** Asks for a run of the job at once. @throws policy.alreadyRunning */
async function runNow(context: Context) {
  const { tx, city, now, jobs } = context
  if (await isRunning(tx, city, now())) throw fail.alreadyRunning()
  await jobs.send(tx, ENTITLE_JOB, { city })
  return done
}

const officerHandlers = (
  ports: PolicyPorts,
): Omit<Handlers<typeof policyRoutes>, PublicName | PersonName | OrganisationName> => ({
  officerDecide: decideAsOfficer(ports),
  officerKeep: keepAsOfficer(ports),
  officerDecision: async ({ params }, context) => open(context, await findDecision(context, params.decisionId)),
  officerDecideAgain: async ({ params }, context) =>
    decideAgain(context, await findDecision(context, params.decisionId)),
  officerCompare: compareAsOfficer(ports),
  tryPolicy: tryPolicy(ports),
  startBudget: ({ body }, context) => startBudget(context, body),
  budgets: ({ query }, context) => listBudgets(context, query),
  budget: ({ params }, context) => showBudget(context, params.budgetId),
  entitlements: ({ query }, context) => listForBureau(context, query),
  entitlementSummary: (_, context) => summarise(context),
  runEntitlements: (_, context) => runNow(context),
  records: (_, context) => listRecords(ports, context),
  lookAtHeldFacts: lookAtHeldFacts(ports),
  recordHeldFact: ({ body }, context) => recordHeldFact(ports, context, body),
  async withdrawHeldFact({ params, body }, context) {
    await withdrawHeldFact(ports, context, params.factId, body.reason)
    return done
  },
  importHeldFacts: importHeldFacts(ports),
  heldFactImports: ({ query }, context) => listHeldImports(context, query),
  heldFactImport: ({ params }, context) => heldFactImport(context, params.importId),
  heldFactRejects: ({ params }, context) => heldFactRejects(context, params.importId),
  policyFiles: (_, context) => showFiles(context),
  reloadPolicies: (_, context) => reloadFiles(context),
})

/** The module, with what other modules tell it. */
export const policyOf = (ports: PolicyPorts) =>
  moduleOf('policy', policyRoutes, {
    ...publicHandlers(ports),
    ...personHandlers(ports),
    ...organisationHandlers(ports),
    ...officerHandlers(ports),
  })
