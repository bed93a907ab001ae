import { dayOf } from '../../platform/clock.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { warningJob } from './ending/warn.ts'
import { dueDay, NOT_ANNOUNCED } from './settings.ts'
import { tellStandingChanged } from './standing/record.ts'
import { factsTurning } from './standing/store.ts'
import { openDueOn, setDueDay } from './store/verifications.ts'

/** Days looked back, so that nights on which no server ran are made up for; being told twice does no harm. */
const LOOK_BACK = 7
const DAY = 86_400_000

export const registryJobs = (services: Services): readonly JobDefinition[] => [
  ...nightly(services),
  warningJob(services),
]

/** Just after midnight: whose licence began or ended, whose sanction is over, whose clock a new calendar sets. */
const nightly = ({ cities, database, clock }: Services): readonly JobDefinition[] => [
  {
    name: 'registry.tellTurns',
    cron: '1 0 * * *',
    async run() {
      const now = clock.now()
      const [from, until] = [dayOf(new Date(now.getTime() - LOOK_BACK * DAY)), dayOf(now)]
      for (const city of cities.keys())
        await database.transaction({ kind: 'system', city }, async (tx) => {
          const turning = await factsTurning(tx, city, from, until)
          for (const { id, organisationId } of turning)
            await tellStandingChanged({ tx, city, ...clock }, organisationId, id)
        })
    },
  },
  {
    // The calendar of a new year has come: applications that waited for it get their last day.
    name: 'registry.setDueDays',
    cron: '2 0 * * *',
    async run() {
      for (const city of cities.keys())
        await database.transaction({ kind: 'system', city }, async (tx) => {
          for (const { id, submittedAt } of await openDueOn(tx, city, NOT_ANNOUNCED))
            await setDueDay(tx, city, id, dueDay({ cities, city }, dayOf(submittedAt)))
        })
    },
  },
]
