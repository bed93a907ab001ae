import type { JobDefinition } from '../../../platform/jobs/index.ts'
import { runImport } from '../../../platform/imports/index.ts'
import type { Services } from '../../../platform/services.ts'
import { forgetImports } from '../store/held.ts'
import { TALENTS_TABLE } from './table.ts'

/** The job that reads what was uploaded. */
export const IMPORT_JOB = 'talents.import'

/** Days for which an agency may fetch what an import of its people sent back. */
const REPORT_DAYS = 30
const DAY = 86_400_000

/** Work that imports leave for later. */
export const importDuties = (services: Services): readonly JobDefinition[] => [
  {
    name: IMPORT_JOB,
    run: ({ city, importId }) => runImport(services, TALENTS_TABLE, city as string, importId as string),
  },
  {
    name: 'talents.forgetImports',
    cron: '50 3 * * *',
    async run() {
      const { cities, database, clock } = services
      const before = new Date(clock.now().getTime() - REPORT_DAYS * DAY)
      for (const city of cities.keys())
        await database.transaction({ kind: 'system', city }, (tx) => forgetImports(tx, city, before))
    },
  },
]
