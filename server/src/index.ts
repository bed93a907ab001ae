export { type Answered, answered } from './answered.ts'
export { type City, checkCities } from './city/index.ts'
export {
  beginTrial,
  type DemoAccount,
  demoAccounts,
  demoPhone,
  type DemoRole,
  type CitySizes,
  LARGE,
  type Progress,
  makeTrialCity,
} from './demo/index.ts'
export { ClockBehind, ClockOfUse } from './platform/development/clock-ahead.ts'
export { configOf, ConfigError, type Config } from './platform/config.ts'
export {
  type ChainProblem,
  citiesWithLedger,
  type Head,
  sealCity,
  type VerificationReport,
  verifyCity,
} from './modules/ledger/index.ts'
export { backup, type BackupProblem, BackupRefused, type BackupSummary, restore } from './platform/backup/index.ts'
export { FolderInUse, migrate, MigrationMismatch } from './platform/database/index.ts'
export { isAway } from './platform/http/problem.ts'
export { CitusMissing, distribute, type Distribution, planDistribution } from './platform/distribute/index.ts'
export { importRegisterFile, type RegisterSummary } from './register.ts'
export { importPostingsFile, type PostingsSummary } from './postings.ts'
export { TableRefused } from './table-refused.ts'
export { appointOfficer, OfficerRefused } from './officers.ts'
export { reseal } from './reseal.ts'
export { WrongDataKey } from './platform/keys/index.ts'
export { startServer, type RunningServer } from './server.ts'
export { openServices, type Opened } from './services.ts'
export { buildPages } from './platform/web/index.ts'
