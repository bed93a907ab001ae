import type { JobDefinition } from './jobs/index.ts'
import type { Services } from './services.ts'

/** What nobody needs any more: answers of writes after two days, counted calls after one, events after thirty. */
const STALE = [
  `delete from platform.idempotency where created_at < $1::timestamptz - interval '2 days'`,
  `delete from platform.rate_limit where window_start < $1::timestamptz - interval '1 day'`,
  // Only what every subscriber has heard.
  `delete from platform.outbox where happened_at < $1::timestamptz - interval '30 days'
     and (xid, seq) <= all (select xid, seq from platform.subscription)`,
]

/** Every night: rows of the platform that have done their work. */
export const housekeepingJob = ({ database, clock }: Services): JobDefinition => ({
  name: 'platform.housekeeping',
  cron: '30 3 * * *',
  run: () =>
    database.asOwner(async (connection) => {
      for (const statement of STALE) await connection.query(statement, [clock.now()])
    }),
})
