import { z } from 'zod'
import { Day, DistrictCode, Id, Instant, Version } from '../values.ts'
import {
  BusinessType,
  LicenceKind,
  LicenceStatus,
  OrganisationKind,
  SizeBand,
  Standing,
  VerificationStatus,
} from './standing.ts'

/** The organisation as the public sees it. */
export const Listed = z.object({
  id: Id,
  kind: OrganisationKind,
  name: z.string(),
  creditCode: z.string(),
  district: DistrictCode,
  address: z.string(),
  industry: z.string().nullable(),
  /** As GB/T 4754-2017 has it, in Chinese. */
  industryName: z.string().nullable(),
  size: SizeBand.nullable(),
  businessTypes: z.array(BusinessType),
  mayAct: z.boolean(),
})
export type Listed = z.infer<typeof Listed>

/** The licence as it must be shown to the public (人力资源市场暂行条例 art. 25). */
export const PublicLicence = z.object({
  kind: LicenceKind,
  number: z.string(),
  covers: z.array(BusinessType),
  issuedBy: z.string(),
  validFrom: Day,
  validUntil: Day.nullable(),
})
export const Licence = PublicLicence.extend({
  id: Id,
  documentId: Id.nullable(),
  status: LicenceStatus,
  reason: z.string().nullable(),
  version: Version,
})
export type Licence = z.infer<typeof Licence>

export const Branch = z.object({
  id: Id,
  name: z.string(),
  creditCode: z.string(),
  district: DistrictCode,
  address: z.string(),
  openedOn: Day.nullable(),
  reportedOn: Day,
  /** Reported later than 15 days after its registration. */
  late: z.boolean(),
})
/** A complaint that was borne out and is not made good yet. */
export const OpenComplaint = z.object({
  id: Id,
  matter: z.string(),
  recordedOn: Day,
  /** Last day on which everybody sees it, unless it is made good before; null where the city sets none. */
  publicUntil: Day.nullable(),
})
export const Complaint = OpenComplaint.extend({ madeGoodOn: Day.nullable(), caseId: Id })

/** A park into which the organisation moved. */
export const Tenancy = z.object({
  id: Id,
  park: z.object({ id: Id.nullable(), name: z.string() }),
  fromOn: Day,
  /** Square metres. */
  area: z.int().min(1).nullable(),
})

const Figure = z.int().min(0).nullable()
/** What the yearly report of an agency counts (人社统LM1表), at the end of the year or over it; null where nothing was said. */
export const ReportFigures = z.object({
  staffTotal: Figure,
  staffSchool: Figure,
  staffCollege: Figure,
  staffGraduate: Figure,
  staffQualified: Figure,
  staffTitled: Figure,
  revenueFen: Figure,
  taxesFen: Figure,
  placements: Figure,
  employersServed: Figure,
  fairs: Figure,
  postingsMade: Figure,
})
export type ReportFigures = z.infer<typeof ReportFigures>
export const AnnualReport = z.object({
  id: Id,
  year: z.int(),
  reportedOn: Day,
  caseId: Id,
  figures: ReportFigures,
})
export type AnnualReport = z.infer<typeof AnnualReport>
export const ReportOfAgency = AnnualReport.extend({ organisationId: Id, name: z.string(), district: DistrictCode })
export type ReportOfAgency = z.infer<typeof ReportOfAgency>
/** How many agencies had to report of a year, how many did, and what their reports add up to. */
export const ReportTotals = z.object({
  year: z.int(),
  /** Agencies that were verified by the last day of the year and are not closed; branches report with their head. */
  owing: z.int().min(0),
  reported: z.int().min(0),
  figures: ReportFigures,
})
export type ReportTotals = z.infer<typeof ReportTotals>

export const OrganisationProfile = Listed.extend({
  website: z.string().nullable(),
  description: z.string(),
  foundedOn: Day.nullable(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  head: z.object({ id: Id, name: z.string() }).nullable(),
  group: z.object({ id: Id, name: z.string() }).nullable(),
  branches: z.array(Branch),
  licences: z.array(PublicLicence),
  /** Those that are not made good yet, the latest first. */
  complaints: z.array(OpenComplaint),
  tenancies: z.array(Tenancy),
  standing: Standing,
})
export type OrganisationProfile = z.infer<typeof OrganisationProfile>

export const VerificationRecord = z.object({
  id: Id,
  round: z.int().min(1),
  status: VerificationStatus,
  submittedAt: Instant,
  statement: z.string(),
  documents: z.array(z.object({ id: Id, name: z.string(), type: z.string(), size: z.int() })),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  version: Version,
})
export type VerificationRecord = z.infer<typeof VerificationRecord>

export const Practitioner = z.object({
  id: Id,
  name: z.string(),
  certificateNumber: z.string().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
  version: Version,
})
export type Practitioner = z.infer<typeof Practitioner>

/** A confirmed paper that ends soon and that no later one continues. */
export const Ending = Licence.pick({ id: true, kind: true, number: true }).extend({
  validUntil: Day,
  /** Natural days; 0 on the last day. */
  daysLeft: z.int().min(0),
})
export type Ending = z.infer<typeof Ending>

/** Everything the organisation itself and the officer see. */
export const OrganisationRecord = OrganisationProfile.extend({
  contactName: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  licences: z.array(Licence),
  /** The first to end first. */
  ending: z.array(Ending),
  verifications: z.array(VerificationRecord),
  /** Made good or not, the latest first. */
  complaints: z.array(Complaint),
  /** The latest year first. */
  reports: z.array(AnnualReport),
  verifiedOn: Day.nullable(),
  closedOn: Day.nullable(),
  version: Version,
})
export type OrganisationRecord = z.infer<typeof OrganisationRecord>

export const Waiting = z.object({
  id: Id,
  organisationId: Id,
  name: z.string(),
  kind: OrganisationKind,
  district: DistrictCode,
  round: z.int(),
  submittedAt: Instant,
  /** Last working day for the decision; null where the city sets none or the calendar is not known. */
  dueOn: Day.nullable(),
  /** The last day lies in a year whose days off have not been announced: it is not known yet. */
  awaitsCalendar: z.boolean(),
  overdue: z.boolean(),
  status: VerificationStatus,
})
/** What was looked at automatically before the officer decides. */
export const Check = z.object({
  check: z.enum(['creditCode', 'creditCodeDistrict', 'licence', 'duplicateName', 'practitioners']),
  passed: z.boolean(),
  /** What was found, e.g. names of organisations alike. */
  found: z.array(z.string()),
})
export const VerificationFile = z.object({
  verification: VerificationRecord,
  organisation: OrganisationRecord,
  dueOn: Day.nullable(),
  awaitsCalendar: z.boolean(),
  overdue: z.boolean(),
  checks: z.array(Check),
  /** False for an officer who belongs to the organisation. */
  mayDecide: z.boolean(),
})
export type VerificationFile = z.infer<typeof VerificationFile>

export const WaitingLicence = Licence.extend({ organisationId: Id, name: z.string(), district: DistrictCode })

export const EndingLicence = Ending.extend({ organisationId: Id, name: z.string(), district: DistrictCode })
export type EndingLicence = z.infer<typeof EndingLicence>

/** How far an import is: `read` of `rows` rows are done with. */
export const ImportSummary = z.object({
  id: Id,
  name: z.string(),
  at: Instant,
  /** Failed: the file is gone, or something in it cannot be written; what was written stays. */
  status: z.enum(['running', 'done', 'failed']),
  rows: z.int(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejectedCount: z.int(),
})
export type ImportSummary = z.infer<typeof ImportSummary>
export const ImportReport = ImportSummary.extend({
  /** The first hundred; all of them in the file of rejects. */
  rejected: z.array(z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
})
export type ImportReport = z.infer<typeof ImportReport>
export const InDistrict = z.object({
  district: DistrictCode,
  name: z.string(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  total: z.int(),
  kinds: z.record(OrganisationKind, z.int()),
})
