import type { Policies } from '../../policy/index.ts'
import type { OutcomeRunner } from '../ports.ts'
import { licenceRunners } from './licences.ts'
import { payRunner } from './pay.ts'
import { recordRunners } from './records.ts'
import { revisionRunner } from './revision.ts'

/** Who carries out what cases reach: each kind that definitions may name is one command of a module. */
export const outcomeRunners = (policies: Pick<Policies, 'policyByKey'>): readonly OutcomeRunner[] => [
  payRunner(policies),
  ...licenceRunners,
  ...recordRunners,
  revisionRunner,
]
