import { deskJobRoutes, officerJobRoutes } from './desk-routes.ts'
import { publicJobRoutes } from './public-routes.ts'

export { CloseBody, EditBody, JobsFilter, JobsQuery, ModerationBody, PostBody, WishField } from './bodies.ts'
export { Queued } from './desk-routes.ts'
export { jobsFailures } from './failures.ts'
export { type FeedQuery, SavedSearch, UnmetFilter } from './public-routes.ts'
export {
  ClosingReason,
  Facet,
  FeedEvent,
  JobCard,
  JobDraft,
  JobImportReport,
  JobPage,
  JobPlace,
  JobRecord,
  JobScope,
  JobSignal,
  JobStatus,
  JobVersion,
} from './records.ts'

/** Postings: 岗位. */
export const jobsRoutes = { ...publicJobRoutes, ...deskJobRoutes, ...officerJobRoutes }
