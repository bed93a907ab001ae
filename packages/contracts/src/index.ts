export {
  accountsFailures,
  accountsRoutes,
  Act,
  Consent,
  Device,
  HelpedPerson,
  Helper,
  Invitation,
  Mandate,
  MANDATE_PURPOSES,
  MandatePurpose,
  Me,
  Member,
  MemberRole,
  Membership,
  NewPassword,
  Officer,
  OneTimeCode,
  OwnPath,
  PersonName,
  Phone,
  ResidentId,
  ROLES,
  SENSITIVE_FIELDS,
  SensitiveField,
  ShownMessage,
  SignedIn,
  Unmasking,
} from './accounts.ts'
export { CityProfile, cityRoutes, Names, ParameterUnit } from './city.ts'
export { type Client, type ClientOptions, addressOf, clientOf, ProblemError, type Send } from './client.ts'
export { type Failure, type FailureKind, type Failures, failures } from './failure.ts'
export {
  ChainHead,
  CountingRule,
  ledgerFailures,
  LedgerEntry,
  LedgerKind,
  ledgerRoutes,
  LedgerTotal,
  Verification,
} from './ledger.ts'
export { fileFailures, platformFailures, platformRoutes } from './platform.ts'
export { FieldProblem, Problem } from './problem.ts'
export {
  type Access,
  ACCESS,
  type Call,
  type FileAnswer,
  type Input,
  type Limit,
  type Output,
  type Route,
  routes,
  type RouteTable,
} from './route.ts'
export { CityCode, Day, DistrictCode, Done, Id, Instant, line, lines, page, PageQuery, Version } from './values.ts'
