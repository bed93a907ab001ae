import { type Clock, dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Language } from '../../platform/http/index.ts'
import type { RecordReading } from '../../platform/records.ts'
import type { Config } from '../../platform/config.ts'
import type { Services } from '../../platform/services.ts'

/** What the module works with: the context of a request, or what a job makes for itself. */
export interface PolicyDesk extends Clock, Pick<Services, 'cities'> {
  config: Pick<Config, 'CITIES_DIR'>
  tx: Tx
  city: string
  /** For what is said of facts that cannot be used; Chinese where left out. */
  language?: Language
}

export const todayOf = ({ now }: Pick<Clock, 'now'>): string => dayOf(now())

/** For reading records; they are read in scope `system`. */
export const readingOf = ({ tx, city, cities, now }: PolicyDesk): RecordReading => ({
  tx,
  city,
  cities,
  today: todayOf({ now }),
})
