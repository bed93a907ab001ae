import { dayOf } from '../../platform/clock.ts'
import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { marketMirror } from './market/mirror.ts'
import { leastPoints } from './settings.ts'
import { countShortages } from './shortages.ts'
import { lastCount, saveCount } from './store.ts'

const COUNT = 'match.countShortages'

/** Every hour: whom and what nobody fits. Counted in memory, beside other work. */
export const matchJobs = ({ cities, database, mirrors, clock }: Services): readonly JobDefinition[] => [
  {
    name: COUNT,
    cron: '7 * * * *',
    async run() {
      for (const city of cities.keys()) {
        const counted = await countShortages(
          mirrors.of(marketMirror, city).market,
          city,
          leastPoints({ cities, city }, dayOf(clock.now())),
        )
        await database.transaction({ kind: 'system', city }, (tx) =>
          saveCount(tx, city, clock.now(), counted.shortages, counted.lonely),
        )
      }
    },
  },
]

/** Asks for a count at once where one of today is missing, so that nobody waits for the hour; whether it was. */
export async function countAtStart({ cities, database, jobs, clock }: Services): Promise<boolean> {
  for (const city of cities.keys()) {
    const isAsked = await database.transaction({ kind: 'system', city }, async (tx) => {
      const counted = await lastCount(tx, city)
      if (counted && dayOf(counted) === dayOf(clock.now())) return false
      await jobs.send(tx, COUNT, {})
      return true
    })
    // One count is of every city.
    if (isAsked) return true
  }
  return false
}
