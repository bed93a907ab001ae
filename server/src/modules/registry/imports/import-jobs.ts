import type { JobDefinition } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { importsAtRest } from '../store/imports.ts'
import { continueImport, IMPORT_JOB } from './continue-import.ts'

/** An import that has not moved for so long has nobody who goes on with it: its server was killed. */
const AT_REST = 60_000

export const importJobs = (services: Services): readonly JobDefinition[] => [
  {
    name: IMPORT_JOB,
    run: ({ city, importId }, ending) =>
      continueImport(services, { city: city as string, importId: importId as string }, ending),
  },
  {
    name: 'registry.resumeImports',
    cron: '* * * * *',
    async run() {
      const { cities, database, jobs, clock } = services
      const before = new Date(clock.now().getTime() - AT_REST)
      for (const city of cities.keys())
        await database.transaction({ kind: 'system', city }, async (tx) => {
          for (const importId of await importsAtRest(tx, city, before))
            await jobs.send(tx, IMPORT_JOB, { city, importId })
        })
    },
  },
]
