import type { Budget } from '@renshu/contracts'

/** What a simulation has come to. */
export type BudgetResult = NonNullable<Budget['result']>
