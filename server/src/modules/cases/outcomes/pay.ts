import type { Given } from '@renshu/cases'
import type { Plain, Policy } from '@renshu/policy'
import { personNames } from '../../accounts/index.ts'
import { makePayable } from '../../payments/index.ts'
import type { Policies } from '../../policy/index.ts'
import { organisations } from '../../registry/index.ts'
import type { Desk, OutcomeRunner, ReachedIn } from '../ports.ts'
import { holdApplicant } from '../store/cases.ts'
import { districtOf } from './given.ts'

/** Who gets it: the organisation where one applied, else the person. */
async function payeeOf({ tx, city }: Desk, { applicant: { person, organisation } }: ReachedIn) {
  if (organisation) {
    const name = (await organisations(tx, city, [organisation])).get(organisation)?.name ?? ''
    return { payee: { organisationId: organisation }, payeeName: name }
  }
  const name = (await personNames({ tx, city }, [person!])).get(person!) ?? ''
  return { payee: { personId: person! }, payeeName: name }
}

/** Facts that a limit of the policy reads in earlier payments, by their keys: a level, a stage, nothing of who it is. */
function factsForLimits({ facts, limits = [] }: Policy, known: Given): Record<string, Plain> {
  const named = new Set(
    limits.flatMap((limit) => [
      ...('same' in limit ? (limit.same ?? []) : []),
      ...('by' in limit && limit.by ? [limit.by] : []),
    ]),
  )
  return Object.fromEntries(
    facts.flatMap(({ key, name }) => {
      const value = known[key]
      return named.has(name) && value !== undefined && value !== null ? [[key, value]] : []
    }),
  )
}

/** 支付: the payments module pays it, in batches by two people. An outcome without a sum pays nothing. */
export const payRunner = (policies: Pick<Policies, 'policyByKey'>): OutcomeRunner => ({
  kind: 'pay',
  async run(desk, { key, fen, with: given }, theCase) {
    if (!fen) return
    const { person = null, organisation = null } = theCase.applicant
    await holdApplicant(desk.tx, desk.city, { personId: person, organisationId: organisation })
    const policy = theCase.policy && (await policies.policyByKey(desk, theCase.policy.key))
    const account = given['account']
    await makePayable(desk, {
      source: { module: 'cases', id: key },
      record: theCase.id,
      title: theCase.service.title,
      policy: theCase.policy?.key ?? null,
      period: theCase.effective.slice(0, 4),
      ...(await payeeOf(desk, theCase)),
      account: typeof account === 'string' ? account : null,
      district: districtOf(theCase),
      fen,
      decidedOn: theCase.on,
      facts: policy ? factsForLimits(policy.prepared.policy, theCase.facts) : {},
    })
  },
})
