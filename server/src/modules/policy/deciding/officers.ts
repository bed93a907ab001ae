import type { Comparison, Decision as Shown, Input, OpenedDecision, policyRoutes, Tried } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { todayOf } from '../desk.ts'
import { policyInUse } from '../library/in-use.ts'
import { withLook } from '../looks.ts'
import type { PolicyPorts } from '../ports.ts'
import { findSubject } from '../subjects.ts'
import type { FactRecords } from '../tables.ts'
import { decideBy, historyOf } from './decide.ts'
import { factsOf, withGiven } from './facts.ts'
import { compareFor, decideOf, keepFor, shown } from './own.ts'
import { withReplaced } from './replace.ts'

type Inputs = { [Name in keyof typeof policyRoutes]: Input<(typeof policyRoutes)[Name]> }
type TryBody = Inputs['tryPolicy']['body']

/** @throws policy.noSubject and what deciding throws */
export const decideAsOfficer = (ports: PolicyPorts) =>
  withLook<Inputs['officerDecide'], Shown>(ports, {
    what: 'decision',
    async answer({ body }, context) {
      const subject = await findSubject(ports, context, body.subject)
      return context.asSystem(async () => shown(context, await decideOf(ports, context, body.policy, subject, body)))
    },
  })

/** @throws policy.noSubject, policy.ownCase and what deciding throws */
export const keepAsOfficer = (ports: PolicyPorts) =>
  withLook<Inputs['officerKeep'], OpenedDecision>(ports, {
    what: 'decision',
    ofOthers: true,
    async answer({ body }, context) {
      const subject = await findSubject(ports, context, body.subject)
      return context.asSystem(async () => {
        const made = await decideOf(ports, context, body.policy, subject, body)
        const { district } = subject
        return keepFor(context, subject, made, { madeBy: 'officer', personId: context.actor.personId, district })
      })
    },
  })

/** @throws policy.noSubject */
export const compareAsOfficer = (ports: PolicyPorts) =>
  withLook<Inputs['officerCompare'], Comparison>(ports, {
    what: 'comparison',
    async answer({ body }, context) {
      const subject = await findSubject(ports, context, body.subject)
      return context.asSystem(() => compareFor(ports, context, subject, body.effective))
    },
  })

/** The policy as it is and with values replaced, over the same facts. @throws policy.valuesWrong and more */
export const tryPolicy = (ports: PolicyPorts) =>
  withLook<Inputs['tryPolicy'], Tried>(ports, {
    what: 'trial',
    async answer({ body }, context) {
      const inUse = await policyInUse(context, body.policy)
      const today = todayOf(context)
      const { effective = today, known = today } = body
      const replaced = withReplaced(inUse, body.values, known, context)
      const { facts, records, history } = await factsToTry(ports, context, body, inUse)
      const decided = (by: typeof inUse) =>
        shown(context, { inUse: by, records, decision: decideBy(context, by, { facts, effective, known, history }) })
      return { before: await decided(inUse), after: await decided(replaced) }
    },
  })

async function factsToTry(
  ports: PolicyPorts,
  context: Context,
  { subject: ref, facts }: TryBody,
  { prepared }: Awaited<ReturnType<typeof policyInUse>>,
) {
  const none: FactRecords = {}
  if (!ref) return { facts, records: none, history: [] }
  const subject = await findSubject(ports, context, ref)
  return context.asSystem(async () => {
    const known = await factsOf(ports, context, prepared, subject)
    return {
      facts: withGiven(prepared, known, facts),
      records: known.records,
      history: await historyOf(ports, context, subject),
    }
  })
}
