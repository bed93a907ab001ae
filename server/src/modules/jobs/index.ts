export { jobsFailures } from '@renshu/contracts'
export { requireRecruiter } from './actions/post.ts'
export {
  engineJobs,
  giveBackOpening,
  type JobChange,
  jobCards,
  jobStates,
  type ListedJob,
  listedJob,
  newestJobs,
  ownedJob,
  type OwnedJob,
  readJobChanges,
  takeOpening,
} from './exchange.ts'
export { jobsHolder } from './holder.ts'
export { checkTable } from './imports/reading/rows.ts'
export { JOBS_TABLE } from './imports/table.ts'
export { jobsJobs } from './jobs.ts'
export { jobs } from './routes.ts'
export { jobAddresses } from './store/addresses.ts'
export { jobPageHead } from './views/page-head.ts'
export { jobsMirror } from './search/index.ts'
export {
  type AskedFill,
  type AskedFilterFill,
  fillAsked,
  fillAskedFilters,
  type FilledJob,
  fillJobs,
  fillSearches,
  prepareJob,
  type SearchFill,
} from './store/fill.ts'
export { saidBefore, termsChanged } from './said-before.ts'
export { jobsSubscriber } from './subscriber.ts'
