export { jobsFailures } from '@renshu/contracts'
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
  type PostingChange,
  readJobChanges,
  readPostingChanges,
  takeOpening,
} from './exchange.ts'
export { jobsHolder } from './holder.ts'
export { jobsJobs } from './jobs.ts'
export { jobs } from './routes.ts'
export { jobsMirror } from './search/index.ts'
export { jobsSubscriber } from './subscriber.ts'
