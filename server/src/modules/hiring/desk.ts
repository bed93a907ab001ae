import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'

/** What work on processes needs; the context of a request has it all. Without an actor the system does it. */
export type Desk = Pick<Context, 'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'jobs' | 'cities' | 'asSystem'> & {
  actor?: Context['actor']
}

/** The same for jobs and subscribers, in scope `system`. */
export const systemDesk = ({ clock, secrets, jobs, cities }: Services, tx: Tx, city: string): Desk => ({
  tx,
  city,
  now: clock.now,
  newId: clock.newId,
  secrets,
  jobs,
  cities,
  asSystem: (work) => work(),
})
