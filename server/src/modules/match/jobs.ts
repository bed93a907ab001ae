import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { marketMirror } from './market/mirror.ts'
import { countShortages } from './shortages.ts'
import { saveCount } from './store.ts'

/** Every hour: whom and what nobody fits. Counted in memory, beside other work. */
export const matchJobs = ({ cities, database, mirrors, clock }: Services): readonly JobDefinition[] => [
  {
    name: 'match.countShortages',
    cron: '7 * * * *',
    async run() {
      for (const city of cities.keys()) {
        const counted = await countShortages(mirrors.of(marketMirror, city).market, city)
        await database.transaction({ kind: 'system', city }, (tx) =>
          saveCount(tx, city, clock.now(), counted.shortages, counted.lonely),
        )
      }
    },
  },
]
