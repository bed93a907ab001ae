import type { Parts } from './app.ts'
import { city } from './city/index.ts'
import { ledger, ledgerFailures, ledgerJobs } from './modules/ledger/index.ts'
import type { JobDefinition } from './platform/jobs/index.ts'
import type { Subscriber } from './platform/outbox/index.ts'
import { messageJob } from './platform/messages/index.ts'
import type { Services } from './platform/services.ts'
import { anonymous } from './platform/http/index.ts'

/** Everything the modules bring: routes, failures, who asks. Tiers in `tiers.ts`. */
export const parts: Parts = { modules: [city, ledger], failures: [ledgerFailures], identify: async () => anonymous }

/** Who hears of what happened. */
export const subscribers: readonly Subscriber[] = []

/** Work done later or regularly. */
export const jobsOf = (services: Services): readonly JobDefinition[] => [messageJob(services), ...ledgerJobs(services)]
