import type { Parts } from './app.ts'
import { city } from './city/index.ts'
import { codes } from './codes/index.ts'
import {
  accountsFailures,
  accountsJobs,
  accountsOf,
  type Holder,
  identifyBy,
  isOfficerOf,
  type MayAct,
  personOf,
} from './modules/accounts/index.ts'
import { jobs, jobsFailures, jobsHolder, jobsJobs, jobsMirror, jobsSubscriber } from './modules/jobs/index.ts'
import {
  hiring,
  hiringFailures,
  hiringHolder,
  hiringJobs,
  hiringSubscriber,
  openProcesses,
} from './modules/hiring/index.ts'
import { ledger, ledgerFailures, ledgerHolder, ledgerJobs } from './modules/ledger/index.ts'
import { countAtStart, marketMirror, match, matchHolder, matchJobs } from './modules/match/index.ts'
import { type MayPay, paymentsFailures, paymentsHolder, paymentsOf } from './modules/payments/index.ts'
import {
  isAgencyInStanding,
  registry,
  registryFailures,
  registryHolder,
  registryImportJobs,
  registryJobs,
  registrySubscriber,
} from './modules/registry/index.ts'
import {
  talentsFailures,
  talentsHolder,
  talentsJobs,
  talentsMirror,
  talentsOf,
  talentsSubscriber,
} from './modules/talents/index.ts'
import { analyseJobs } from './platform/bulk/index.ts'
import { dayOf } from './platform/clock.ts'
import type { Mirror } from './platform/changes/index.ts'
import type { JobDefinition } from './platform/jobs/index.ts'
import type { Subscriber } from './platform/outbox/index.ts'
import { fileJobs } from './platform/files/index.ts'
import { housekeepingJob } from './platform/housekeeping.ts'
import { messageJob } from './platform/messages/index.ts'
import type { Services } from './platform/services.ts'

/** What modules above accounts hold about people, from the ground up: for export and erasure. */
const holders: readonly Holder[] = [
  ledgerHolder,
  registryHolder,
  paymentsHolder,
  jobsHolder,
  talentsHolder,
  matchHolder,
  hiringHolder,
]

/** Accounts knows no register: that only an agency with standing acts for clients is told to it. */
const mayAct: MayAct = (tx, city, organisationId, now) => isAgencyInStanding(tx, city, organisationId, dayOf(now))

/** Who has the duty of a cashier. */
const mayPay: MayPay = (tx, city, personId) => isOfficerOf({ tx, city }, personId, null)

/** Everything the modules bring: routes, failures, who asks. Tiers in `tiers.ts`. */
export const parts: Parts = {
  modules: [
    city,
    codes,
    accountsOf(holders, mayAct),
    ledger,
    registry,
    paymentsOf(mayPay),
    jobs,
    talentsOf(openProcesses),
    match,
    hiring,
  ],
  failures: [
    accountsFailures,
    ledgerFailures,
    registryFailures,
    paymentsFailures,
    jobsFailures,
    talentsFailures,
    hiringFailures,
  ],
  identify: identifyBy(mayAct),
  personOf,
}

/** Who hears of what happened. */
export const subscribersOf: (services: Services) => readonly Subscriber[] = (services) => [
  registrySubscriber(services),
  jobsSubscriber(services.clock.now),
  hiringSubscriber(services),
  talentsSubscriber(services),
]

/** What every process keeps in memory of each city. */
export const mirrors: readonly Mirror<unknown>[] = [jobsMirror, talentsMirror, marketMirror]

/** What a process that has read everything asks for before it answers. */
export const begin = (services: Services): Promise<unknown> => countAtStart(services)

/** Work done later or regularly. */
export const jobsOf = (services: Services): readonly JobDefinition[] => [
  housekeepingJob(services),
  ...fileJobs(services),
  messageJob(services),
  ...analyseJobs(services),
  ...accountsJobs(services),
  ...ledgerJobs(services),
  ...registryImportJobs(services),
  ...registryJobs(services),
  ...jobsJobs(services),
  ...talentsJobs(services),
  ...matchJobs(services),
  ...hiringJobs(services),
]
