import type { ComparedPolicy, Decision } from '@renshu/contracts'

export type Outcome = ComparedPolicy['outcome']
export type CheckResult = Decision['conditions'][number]['result']
