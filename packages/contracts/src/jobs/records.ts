import { z } from 'zod'
import { Day, Id, Instant, Version } from '../values.ts'
import { Education, Employment, MonthlyPay, Named, PlaceCode, ShiftKind } from '../work.ts'

/** `closed` has a reason; what ended by its last day or by a lost standing stays `open` and is not listed. */
export const JobStatus = z.enum(['draft', 'waiting', 'open', 'refused', 'closed'])
export type JobStatus = z.infer<typeof JobStatus>
export const ClosingReason = z.enum(['filled', 'cancelled', 'changed', 'merged', 'moderated'])
export type ClosingReason = z.infer<typeof ClosingReason>
/**
 * How far a posting may be passed on, chosen by the employer: only shown here; given to public employment services by
 * the bureau's feed; to anybody by the public feed. Whatever it is, the public sees the posting on this site.
 */
export const JobScope = z.enum(['here', 'public', 'everyone'])
export type JobScope = z.infer<typeof JobScope>

export const JobPlace = z.object({
  place: PlaceCode,
  /** `青岛市黄岛区长江路街道`. */
  name: z.string(),
  address: z.string(),
  openings: z.int().min(1),
})
/** What was found in the wording or against the market, and where: what an officer looks at first. */
export const JobSignal = z.object({
  kind: z.enum([
    'gender',
    'age',
    'origin',
    'health',
    'marriage',
    'fee',
    'deposit',
    'identityPapers',
    'fraud',
    'contact',
    'payLow',
    'payHigh',
    'duplicate',
    /** Says nearly the same as a posting that was refused. */
    'refused',
  ]),
  /** `stop` cannot be published without a change; `look` waits for an officer. */
  weight: z.enum(['stop', 'look', 'note']),
  /** The words themselves, or the figures compared. */
  found: z.string(),
  /** Field in which they stand, and from where to where (UTF-16 units). */
  field: z.string().nullable(),
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** Why, in the caller's language, with the clause. */
  why: z.string(),
})
export type JobSignal = z.infer<typeof JobSignal>

/** A posting in a list. */
export const JobCard = z.object({
  id: Id,
  title: z.string(),
  employer: z.object({ id: Id, name: z.string() }),
  /** The agency that posts for the employer. */
  agency: z.object({ id: Id, name: z.string() }).nullable(),
  occupation: Named.nullable(),
  places: z.array(JobPlace),
  remote: z.boolean(),
  openings: z.int(),
  /** Absent: negotiable. */
  salary: MonthlyPay.nullable(),
  education: Education.nullable(),
  years: z.int().nullable(),
  employment: z.array(Employment),
  shifts: z.array(ShiftKind),
  welfare: z.array(Named),
  publishedOn: Day,
  /** Last day on which the employer has said that it stands. */
  confirmedOn: Day,
  validUntil: Day,
  /** Kilometres from the place searched around. */
  distanceKm: z.number().nullable(),
})
export type JobCard = z.infer<typeof JobCard>

/** schema.org JobPosting, https://schema.org/JobPosting */
export const JobPosting = z.record(z.string(), z.unknown())

/** The public page. */
export const JobPage = JobCard.extend({
  description: z.string(),
  certificates: z.array(z.object({ code: z.string(), name: z.string(), required: z.boolean() })),
  skills: z.array(z.string()),
  age: z.object({ min: z.int().optional(), max: z.int().optional() }).nullable(),
  startBy: Day.nullable(),
  industry: Named.nullable(),
  scope: JobScope,
  /** Pay of like postings in the city: tenth, middle and ninetieth of a hundred, fen a month, of how many. */
  market: z.object({ p10: z.int(), p50: z.int(), p90: z.int(), of: z.int() }).nullable(),
  jsonLd: JobPosting,
})
export type JobPage = z.infer<typeof JobPage>

/** Everything its author and the officer see. */
export const JobRecord = JobPage.omit({ distanceKm: true, jsonLd: true, publishedOn: true, confirmedOn: true }).extend({
  organisationId: Id,
  status: JobStatus,
  /** Why the public does not see what was published; `changed`: its new content waits. */
  unlisted: z.enum(['expired', 'standing', 'changed']).nullable(),
  closing: z.object({ reason: ClosingReason, note: z.string(), on: Day }).nullable(),
  /** Why an officer refused it; stays until an officer approves it, and until then it waits whatever it says. */
  refusal: z.string().nullable(),
  signals: z.array(JobSignal),
  /** sha-256 of the content; shown to the public only while it is the approved one. */
  contentHash: z.string(),
  approvedHash: z.string().nullable(),
  /** Number of the source's own, by which a second import knows it. */
  sourceId: z.string().nullable(),
  duplicateOf: Id.nullable(),
  publishedOn: Day.nullable(),
  confirmedOn: Day.nullable(),
  createdAt: Instant,
  version: Version,
})
export type JobRecord = z.infer<typeof JobRecord>

export const JobVersion = z.object({
  version: z.int(),
  savedAt: Instant,
  savedBy: z.string(),
  contentHash: z.string(),
  approved: z.boolean(),
  /** Fields that differ from the version before, with both values as text. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type JobVersion = z.infer<typeof JobVersion>

/** What a pasted text was understood as: to be corrected by its author before it is posted. */
export const JobDraft = z.object({
  title: z.string(),
  /** Best first. */
  occupations: z.array(Named.extend({ confidence: z.number().min(0).max(1) })),
  places: z.array(z.object({ place: PlaceCode, name: z.string() })),
  openings: z.int().nullable(),
  salary: MonthlyPay.nullable(),
  education: Education.nullable(),
  years: z.int().nullable(),
  employment: z.array(Employment),
  shifts: z.array(ShiftKind),
  welfare: z.array(Named),
  certificates: z.array(z.object({ code: z.string(), name: z.string(), required: z.boolean() })),
  skills: z.array(z.string()),
  /** The text without what may not be said, proposed where something was found. */
  cleaned: z.string(),
  signals: z.array(JobSignal),
  market: JobPage.shape.market,
})
export type JobDraft = z.infer<typeof JobDraft>

export const JobImportReport = z.object({
  id: Id,
  name: z.string(),
  at: Instant,
  done: z.boolean(),
  /** What ended the reading early; rows before it were taken. */
  problem: z.string().nullable(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  waiting: z.int(),
  rejectedCount: z.int(),
  /** The first hundred; all of them in the file of rejects. */
  rejected: z.array(z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
})
export type JobImportReport = z.infer<typeof JobImportReport>

export const FeedEvent = z.object({
  seq: z.int(),
  type: z.enum(['upsert', 'removed']),
  id: Id,
  job: JobPage.omit({ distanceKm: true, market: true }).optional(),
})
export type FeedEvent = z.infer<typeof FeedEvent>

/** One value of a filter with the number of postings that the search would give with it. */
export const Facet = z.object({ code: z.string(), name: z.string(), count: z.int() })
export type Facet = z.infer<typeof Facet>
