import type { JobDefinition } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { forgetOldSearches, tellOfNews } from './alerts.ts'

/** Work of search that repeats. */
export const searchDuties = (services: Services): readonly JobDefinition[] => [
  {
    name: 'jobs.searchNews',
    cron: '0 8 * * *',
    async run() {
      for (const city of services.cities.keys()) await tellOfNews(services, city)
    },
  },
  {
    name: 'jobs.forgetAsked',
    cron: '40 3 * * *',
    async run() {
      for (const city of services.cities.keys()) await forgetOldSearches(services, city)
    },
  },
]
