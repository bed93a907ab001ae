import type { Parts } from './app.ts'
import { city } from './city/index.ts'
import { codes } from './codes/index.ts'
import {
  accountsFailures,
  accountsJobs,
  accountsOf,
  accountsRecords,
  type Holder,
  identifyBy,
  type MayAct,
  personOf,
} from './modules/accounts/index.ts'
import {
  beginCases,
  casesFailures,
  casesHolder,
  casesJobs,
  casesOf,
  type CasesPorts,
  documentFailures,
  hasDuty,
  keepDocument,
  openApplicants,
  outcomeRunners,
} from './modules/cases/index.ts'
import {
  jobAddresses,
  jobPageHead,
  jobs,
  jobsFailures,
  jobsHolder,
  jobsJobs,
  jobsMirror,
  jobsSubscriber,
} from './modules/jobs/index.ts'
import {
  hiring,
  hiringFailures,
  hiringHolder,
  hiringJobs,
  hiringSubscriber,
  jobsMetBy,
  openProcesses,
} from './modules/hiring/index.ts'
import { ledger, ledgerFailures, ledgerHolder, ledgerJobs } from './modules/ledger/index.ts'
import { countAtStart, marketMirror, matchHolder, matchJobs, matchOf } from './modules/match/index.ts'
import { type MayPay, paymentsFailures, paymentsHolder, paymentsOf, paymentsToMany } from './modules/payments/index.ts'
import {
  beginPolicies,
  policiesWith,
  policyFailures,
  policyHolder,
  policyJobs,
  policyOf,
  type PolicyPorts,
} from './modules/policy/index.ts'
import {
  isAgencyInStanding,
  registry,
  registryFailures,
  registryHolder,
  registryImportJobs,
  registryJobs,
  registryRecords,
  registrySubscriber,
} from './modules/registry/index.ts'
import {
  talentsFailures,
  talentsHolder,
  talentsJobs,
  talentsMirror,
  talentsOf,
  talentsRecords,
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
  policyHolder,
  paymentsHolder,
  jobsHolder,
  talentsHolder,
  matchHolder,
  hiringHolder,
  casesHolder,
]

/** Accounts knows no register: that only an agency with standing acts for clients is told to it. */
const mayAct: MayAct = (tx, city, organisationId, now) => isAgencyInStanding(tx, city, organisationId, dayOf(now))

/** Who has the duty of a cashier. */
const mayPay: MayPay = (tx, city, personId, district) => hasDuty(tx, city, personId, ['cashier'], district)

/** What the policies are told by other modules. */
export const policyPorts: PolicyPorts = {
  sources: [accountsRecords, registryRecords, talentsRecords],
  paymentsTo: paymentsToMany,
  withOpenCase: openApplicants,
  mayReadPeople: (tx, city, officerId, district) => hasDuty(tx, city, officerId, ['reviewer', 'approver'], district),
  mayState: (tx, city, officerId, district) =>
    hasDuty(tx, city, officerId, ['counter', 'reviewer', 'approver'], district),
}

/** What cases ask of the policies, and what becomes of their outcomes. */
const policies = policiesWith(policyPorts)
export const casesPorts: CasesPorts = { policies, runners: outcomeRunners(policies), afterStep: [keepDocument] }

/** Everything the modules bring: routes, failures, who asks. Tiers in `tiers.ts`. */
export const parts: Parts = {
  modules: [
    city,
    codes,
    accountsOf(holders, mayAct),
    ledger,
    registry,
    policyOf(policyPorts),
    paymentsOf(mayPay),
    jobs,
    talentsOf(openProcesses),
    matchOf(jobsMetBy),
    hiring,
    casesOf(casesPorts),
  ],
  failures: [
    accountsFailures,
    ledgerFailures,
    registryFailures,
    policyFailures,
    paymentsFailures,
    jobsFailures,
    talentsFailures,
    hiringFailures,
    casesFailures,
    documentFailures,
  ],
  described: [jobPageHead],
  addresses: jobAddresses,
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
export const begin = async (services: Services): Promise<unknown> => {
  await beginPolicies(services)
  await beginCases(services)
  return countAtStart(services)
}

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
  ...policyJobs(policyPorts, services),
  ...jobsJobs(services),
  ...talentsJobs(services),
  ...matchJobs(services),
  ...hiringJobs(services),
  ...casesJobs(casesPorts, services),
]
