import { z } from 'zod'
import { Day, Id, Instant } from '../values.ts'

export const OrganisationKind = z.enum(['employer', 'agency', 'school', 'park'])
export type OrganisationKind = z.infer<typeof OrganisationKind>
/** The ten business types (业态), named as in the national codes. */
export const BusinessType = z.enum([
  'recruiting',
  'guidance',
  'agency',
  'training',
  'assessment',
  'dispatch',
  'outsourcing',
  'executiveSearch',
  'consulting',
  'information',
])
export type BusinessType = z.infer<typeof BusinessType>
/** Number of people employed. */
export const SizeBand = z.enum(['under20', 'under100', 'under500', 'under1000', 'over1000'])
export type SizeBand = z.infer<typeof SizeBand>
/** 人力资源服务许可证, 备案凭证, 劳务派遣经营许可证. */
export const LicenceKind = z.enum(['licence', 'filing', 'dispatchLicence'])
export type LicenceKind = z.infer<typeof LicenceKind>
export const LicenceStatus = z.enum(['proposed', 'confirmed', 'refused', 'withdrawn'])
export const VerificationStatus = z.enum(['submitted', 'accepted', 'refused', 'withdrawn'])

export const StandingCondition = z.enum(['verified', 'licence', 'sanction', 'trust', 'open'])
export type StandingCondition = z.infer<typeof StandingCondition>
/** Why a condition is met or not; each has a text in both languages in the web. */
export const StandingReason = z.enum([
  'verified',
  'neverVerified',
  'verificationEnded',
  'licenceValid',
  'licenceMissing',
  'licenceNotYet',
  'licenceExpired',
  'licenceNotCovering',
  'notSanctioned',
  'sanctioned',
  'trustAllows',
  'trustBlocks',
  'open',
  'closed',
])
export type StandingReason = z.infer<typeof StandingReason>
/** Whether an organisation may act on the market on one day, and why (资格). */
export const Standing = z.object({
  may: z.boolean(),
  reasons: z.array(
    z.object({
      condition: StandingCondition,
      met: z.boolean(),
      reason: StandingReason,
      /** Days between which the deciding fact holds; `until` is its last day, null without end. */
      since: Day.nullable(),
      until: Day.nullable(),
      factId: Id.nullable(),
    }),
  ),
  /** Business types an agency may carry on that day; empty for other kinds. */
  activities: z.array(BusinessType),
  /** First day on which the answer may be another, null where no fact known now changes it. */
  changesOn: Day.nullable(),
})
export type Standing = z.infer<typeof Standing>

/** What was known of standing, one dated fact a row. */
export const StandingFact = z.object({
  id: Id,
  kind: z.enum(['verified', 'licence', 'sanction', 'trustLevel', 'closed']),
  detail: z.record(z.string(), z.unknown()),
  fromOn: Day,
  untilOn: Day.nullable(),
  source: z.string(),
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
})
export const StandingHistory = z.object({
  on: Day,
  knownAt: Instant,
  standing: Standing,
  facts: z.array(StandingFact),
})
