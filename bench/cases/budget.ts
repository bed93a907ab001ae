import { setTimeout as sleep } from 'node:timers/promises'
import { policyRoutes } from '@renshu/contracts'
import { clientAt } from './clients.ts'
import type { CasesServer } from './server.ts'

export interface BudgetRun {
  subjects: number
  granted: number
  seconds: number
}

/** A budget of the refund over every firm of the city, until its result is there. */
export async function runBudget({ address, tokens }: CasesServer): Promise<BudgetRun> {
  const officer = clientAt(address, policyRoutes, tokens.administrator)
  const began = performance.now()
  let budget = await officer.startBudget({ body: { policy: 'job-retention-refund', values: [] } })
  while (budget.status === 'running') {
    await sleep(20)
    budget = await officer.budget({ params: { budgetId: budget.id } })
  }
  if (!budget.result) throw new Error('the budget failed')
  const { subjects, before } = budget.result
  return { subjects, granted: before.granted, seconds: (performance.now() - began) / 1000 }
}
