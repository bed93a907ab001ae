import type { ClosingReason, JobScope, JobStatus } from '@renshu/contracts'
import type { Job } from '@renshu/match'
import type { Generated, Insertable, Selectable } from 'kysely'
import type { Json } from '../../platform/tables.ts'
import type { JobContent } from './content/content.ts'
import type { Signal } from './screening/signal.ts'

export type JobTable = {
  city: string
  id: string
  organisationId: string
  employerId: string
  district: string
  status: JobStatus
  closingReason: ClosingReason | null
  closingNote: Generated<string>
  closedOn: string | null
  refusal: string | null
  content: Json<JobContent>
  contentHash: string
  approvedHash: string | null
  engineJob: Json<Job>
  title: string
  occupation: string | null
  openings: number
  taken: Generated<number>
  payMiddle: number | null
  scope: JobScope
  validUntil: string
  signals: Json<Signal[]>
  textHash: string
  titleKey: string
  districts: string[]
  sketch: string | null
  duplicateOf: string | null
  sourceId: string | null
  sourceHash: string | null
  listedUntil: string | null
  changeSeq: Generated<number>
  publishedOn: string | null
  confirmedOn: string | null
  waitingSince: Date | null
  reportedAt: Date | null
  remindedFor: string | null
  version: Generated<number>
  createdAt: Date
  createdBy: string | null
}
export type JobRow = Selectable<JobTable>
export type NewJobRow = Insertable<JobTable>

export type JobsTables = {
  'jobs.job': JobTable
  'jobs.version': {
    city: string
    id: string
    version: number
    organisationId: string
    savedAt: Date
    savedBy: string | null
    content: Json<JobContent>
    contentHash: string
  }
  'jobs.decision': {
    city: string
    id: string
    jobId: string
    organisationId: string
    contentHash: string
    decision: 'approved' | 'refused'
    reason: string
    decidedAt: Date
    decidedBy: string | null
  }
  'jobs.report': {
    city: string
    id: string
    jobId: string
    district: string
    kind: 'fee' | 'fake' | 'discrimination' | 'other'
    text: string
    reportedAt: Date
    reportedBy: string | null
    settledAt: Date | null
  }
}
