import type { Policies } from '../../policy/index.ts'
import type { OutcomeRunner } from '../ports.ts'
import { licenceRunners } from './licences.ts'
import { payRunner } from './pay.ts'

/** Outcomes of cases that other modules carry out; every other kind is kept as a result of the case. */
export const outcomeRunners = (policies: Pick<Policies, 'policyByKey'>): readonly OutcomeRunner[] => [
  payRunner(policies),
  ...licenceRunners,
]
