import type { JobDefinition } from '../../platform/jobs/index.ts'
import { outlineOf } from '../../platform/log.ts'
import { runImport } from '../../platform/imports/index.ts'
import type { Services } from '../../platform/services.ts'
import { failBudget, runBudget, BUDGET_JOB } from './budget/simulate.ts'
import { findEntitled, isRunning } from './entitling/run.ts'
import { lastRun } from './entitling/store.ts'
import { HELD_IMPORT_JOB } from './imports/begin.ts'
import { heldFactsTable } from './imports/table.ts'
import { readPolicies } from './library/files.ts'
import { takeFiles } from './library/reload.ts'
import type { PolicyPorts } from './ports.ts'

export const ENTITLE_JOB = 'policy.entitle'

export const policyJobs = (ports: PolicyPorts, services: Services): readonly JobDefinition[] => [
  {
    // After midnight's changes of standing, before anybody signs in.
    name: ENTITLE_JOB,
    cron: '30 2 * * *',
    async run({ city }) {
      const cities = typeof city === 'string' ? [city] : [...services.cities.keys()]
      for (const one of cities) await entitleOnce(ports, services, one)
    },
  },
  {
    name: BUDGET_JOB,
    async run({ city, budgetId }) {
      try {
        await runBudget(ports, services, city as string, budgetId as string)
      } catch (error) {
        services.log.error(outlineOf(error), 'budget')
        await failBudget(services, city as string, budgetId as string)
      }
    },
  },
  {
    name: HELD_IMPORT_JOB,
    run: ({ city, importId }) =>
      runImport(services, heldFactsTable(ports, services.config), city as string, importId as string),
  },
]

async function entitleOnce(ports: PolicyPorts, services: Services, city: string): Promise<void> {
  const { database, clock } = services
  const isBusy = await database.transaction({ kind: 'system', city }, (tx) => isRunning(tx, city, clock.now()))
  if (!isBusy) await findEntitled(ports, services, city)
}

/** Takes over the files of every city, and has everybody entitled looked for where that was never done. */
export async function beginPolicies(services: Services): Promise<void> {
  for (const city of services.cities.keys()) {
    await takeFiles(services, city, readPolicies({ ...services, city }))
    await services.database.transaction({ kind: 'system', city }, async (tx) => {
      if (!(await lastRun(tx, city))) await services.jobs.send(tx, ENTITLE_JOB, { city })
    })
  }
}
