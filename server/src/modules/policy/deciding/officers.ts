import type { Comparison, Decision as Shown, Input, OpenedDecision, policyRoutes, Tried } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { todayOf } from '../desk.ts'
import { policyInUse } from '../library/in-use.ts'
import type { PolicyPorts } from '../ports.ts'
import { findSubject, recordLook, requireOther } from '../subjects.ts'
import type { FactRecords } from '../tables.ts'
import { decideBy, historyOf } from './decide.ts'
import { factsOf, withGiven } from './facts.ts'
import { compareFor, decideOf, keepFor, shown } from './own.ts'
import { withReplaced } from './replace.ts'

type Bodies = { [Name in keyof typeof policyRoutes]: Input<(typeof policyRoutes)[Name]> }
type DecideBody = Bodies['officerDecide']['body']
type CompareBody = Bodies['officerCompare']['body']
type TryBody = Bodies['tryPolicy']['body']

/** @throws policy.noSubject and what deciding throws */
export async function decideAsOfficer(ports: PolicyPorts, context: Context, body: DecideBody): Promise<Shown> {
  const subject = await findSubject(ports, context, body.subject)
  await recordLook(context, subject, 'decision', body.reason)
  return context.asSystem(async () => shown(context, await decideOf(ports, context, body.policy, subject, body)))
}

/** @throws policy.noSubject, policy.ownCase and what deciding throws */
export async function keepAsOfficer(ports: PolicyPorts, context: Context, body: DecideBody): Promise<OpenedDecision> {
  const subject = await findSubject(ports, context, body.subject)
  await requireOther(context, subject)
  await recordLook(context, subject, 'decision', body.reason)
  return context.asSystem(async () => {
    const made = await decideOf(ports, context, body.policy, subject, body)
    const { district } = subject
    return keepFor(context, subject, made, { madeBy: 'officer', personId: context.actor.personId, district })
  })
}

/** @throws policy.noSubject */
export async function compareAsOfficer(ports: PolicyPorts, context: Context, body: CompareBody): Promise<Comparison> {
  const subject = await findSubject(ports, context, body.subject)
  await recordLook(context, subject, 'comparison', body.reason)
  return context.asSystem(() => compareFor(ports, context, subject, body.effective))
}

/** The policy as it is and with values replaced, over the same facts. @throws policy.valuesWrong and more */
export async function tryPolicy(ports: PolicyPorts, context: Context, body: TryBody): Promise<Tried> {
  const inUse = await policyInUse(context, body.policy)
  const today = todayOf(context)
  const { effective = today, known = today } = body
  const replaced = withReplaced(inUse, body.values, known, context)
  const { facts, records, history } = await factsToTry(ports, context, body, inUse)
  const decided = (by: typeof inUse) =>
    shown(context, { inUse: by, records, decision: decideBy(context, by, { facts, effective, known, history }) })
  return { before: await decided(inUse), after: await decided(replaced) }
}

async function factsToTry(
  ports: PolicyPorts,
  context: Context,
  { subject: ref, facts, reason }: TryBody,
  { prepared }: Awaited<ReturnType<typeof policyInUse>>,
) {
  const none: FactRecords = {}
  if (!ref) return { facts, records: none, history: [] }
  const subject = await findSubject(ports, context, ref)
  await recordLook(context, subject, 'trial', reason)
  return context.asSystem(async () => {
    const known = await factsOf(ports, context, prepared, subject)
    return {
      facts: withGiven(prepared, known, facts),
      records: known.records,
      history: await historyOf(ports, context, subject),
    }
  })
}
