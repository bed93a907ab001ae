import { accountsRoutes } from '@renshu/contracts'
import { moduleOf } from '../../platform/http/index.ts'
import { accountsHolder, platformHolder } from './held/holders.ts'
import type { Holder } from './held/holdings.ts'
import type { MayAct } from './identify.ts'
import { handlersOf } from './routes.ts'

export { accountsFailures } from '@renshu/contracts'
export { findByDocument, standingOf } from './actions/at-counter.ts'
export { giveConsent, hasConsent, withdrawConsentTo } from './actions/consents.ts'
export { addMember, joinOrganisation, organisationsOf } from './actions/members.ts'
export { type Notice, tellOwners, tellPerson, tellRecruiters } from './actions/notices.ts'
export { createOfficer } from './actions/officers.ts'
export { findOrCreate, openSession } from './actions/signing-in/sign-in.ts'
export { type HeldTable, type Holder, sectionsOf } from './held/holdings.ts'
export { identifyBy, type MayAct, personOf } from './identify.ts'
export { accountsJobs } from './jobs.ts'
export { accountsRecords } from './records.ts'
export { accountsSealing } from './tables.ts'
export {
  type AccountsFill,
  type ConsentFill,
  fillAccounts,
  fillConsents,
  fillMandates,
  type MandateFill,
} from './store/fill.ts'
export { clientsOf, mandatedUntil, mandatesTo } from './store/mandates.ts'
export { personNames } from './store/names.ts'
export { isOfficerOf } from './store/officers.ts'
export { type Ties, tiesOf } from './store/ties.ts'
export { type Marks, marksFrom, marksOf, peopleBearing, peopleMarked, phoneOf } from './store/people.ts'

/** The module, with what the modules above hold about people, and who may act for others. */
export const accountsOf = (above: readonly Holder[], mayAct: MayAct) =>
  moduleOf('accounts', accountsRoutes, handlersOf([platformHolder, accountsHolder, ...above], mayAct))
