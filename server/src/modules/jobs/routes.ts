import { jobsRoutes } from '@renshu/contracts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import { rejectsFile, showImport } from '../../platform/imports/index.ts'
import { importJobs } from './actions/imports.ts'
import * as moderation from './actions/moderation.ts'
import * as own from './actions/own.ts'
import { copyJob, editJob, postJob } from './actions/post.ts'
import { readFeed, reportJob, showJob } from './actions/public.ts'
import { readPasted } from './actions/read-text.ts'
import { JOBS_TABLE } from './imports/table.ts'
import { searchHandlers } from './search/index.ts'

const done = { done: true } as const

const handlers: Handlers<typeof jobsRoutes> = {
  ...searchHandlers,
  job: ({ params }, context) => showJob(context, params.jobId),
  feed: ({ query }, context) => readFeed(context, query, 'anybody'),
  serviceFeed: ({ query }, context) => readFeed(context, query, 'services'),
  async report({ params, body }, context) {
    await reportJob(context, params.jobId, body)
    return done
  },
  ownJobs: ({ params, query }, context) => own.listOwn(context, params.organisationId, query),
  ownJob: ({ params }, context) => own.showOwn(context, params),
  readText: ({ body }, context) => readPasted(context, body.text),
  post: ({ params, body }, context) => postJob(context, params.organisationId, body),
  edit: ({ params, body }, context) => editJob(context, params, body),
  copy: ({ params }, context) => copyJob(context, params),
  confirm: ({ params, body }, context) => own.confirmJob(context, params, body.version),
  close: ({ params, body }, context) => own.closeJob(context, params, body),
  versions: ({ params }, context) => own.listVersions(context, params),
  importJobs,
  jobImport: ({ params }, context) => showImport(context, JOBS_TABLE, params),
  jobRejects: ({ params }, context) => rejectsFile(context, JOBS_TABLE, params),
  queue: ({ query }, context) => moderation.listQueue(context, query),
  queued: ({ params }, context) => moderation.showQueued(context, params.jobId),
  moderate: ({ params, body }, context) => moderation.moderate(context, params.jobId, body),
  merge: ({ params, body }, context) => moderation.mergeJob(context, params.jobId, body),
  officerJobs: ({ query }, context) => moderation.listAll(context, query),
}

export const jobs = moduleOf('jobs', jobsRoutes, handlers)
