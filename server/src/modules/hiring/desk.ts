import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'

/** What work on processes needs; the context of a request has it all. Without an actor the system does it. */
export type Desk = Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'jobs' | 'cities' | 'asSystem'> & {
  actor?: Context['actor']
  /** Where the pages are served, for links in messages. */
  origin?: string | undefined
}

/** The same for jobs and subscribers, in scope `system`. */
export const systemDesk = ({ clock, secrets, jobs, cities, config }: Services, tx: Tx, city: string): Desk => ({
  tx,
  city,
  now: clock.now,
  newId: clock.newId,
  secrets,
  jobs,
  cities,
  asSystem: (work) => work(),
  origin: config.PUBLIC_URL,
})

/** Hears of what happened below, in scope `system`. It may be told twice: what was done is not done again. */
export type Hear = (desk: Desk, payload: Record<string, string>) => Promise<void>
