import { runImport } from '../../platform/imports/index.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { IMPORT_JOB } from './actions/imports.ts'
import { JOBS_TABLE } from './imports/table.ts'
import { searchDuties } from './search/index.ts'
import { remindOwners, sweepCity } from './sweep.ts'

export const jobsJobs = (services: Services): readonly JobDefinition[] => [
  {
    name: IMPORT_JOB,
    run: ({ city, importId }) => runImport(services, JOBS_TABLE, city as string, importId as string),
  },
  {
    // After the registry has told whose standing turned at midnight.
    name: 'jobs.sweep',
    cron: '5 0 * * *',
    async run() {
      for (const city of services.cities.keys()) await sweepCity(services, city)
    },
  },
  {
    name: 'jobs.remind',
    cron: '0 9 * * *',
    async run() {
      for (const city of services.cities.keys()) await remindOwners(services, city)
    },
  },
  ...searchDuties(services),
]
