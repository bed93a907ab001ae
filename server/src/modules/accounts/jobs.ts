import type { JobDefinition } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'

/** What has done its work and would only say something about somebody; each for longer than its limits look back. */
const STALE = [
  `update accounts.invitation set phone_sealed = null, phone_blind = null
     where accepted_at is null and expires_at < $1 and (phone_sealed is not null or phone_blind is not null)`,
  `delete from accounts.password_try where happened_at < $1::timestamptz - interval '1 day'`,
  `delete from accounts.login_code where expires_at < $1::timestamptz - interval '1 day'`,
  `delete from accounts.oidc_state where expires_at < $1`,
]

export const accountsJobs = ({ database, clock }: Services): readonly JobDefinition[] => [
  {
    name: 'accounts.forget',
    cron: '40 3 * * *',
    run: () =>
      database.asOwner(async (connection) => {
        for (const statement of STALE) await connection.query(statement, [clock.now()])
      }),
  },
]
