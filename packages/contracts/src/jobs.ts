import { deskJobRoutes, officerJobRoutes } from './jobs/desk-routes.ts'
import { publicJobRoutes } from './jobs/public-routes.ts'

export { CloseBody, EditBody, JobsFilter, JobsQuery, ModerationBody, PostBody, WishField } from './jobs/bodies.ts'
export { Queued } from './jobs/desk-routes.ts'
export { jobsFailures } from './jobs/failures.ts'
export { SavedSearch } from './jobs/public-routes.ts'
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
} from './jobs/records.ts'

/** Postings: 岗位. */
export const jobsRoutes = { ...publicJobRoutes, ...deskJobRoutes, ...officerJobRoutes }
