import { z } from 'zod'
import { Day, DistrictCode, Id, Instant, Version } from '../values.ts'
import { MandatePurpose, MemberRole } from './inputs.ts'

export const SignedIn = z.object({
  personId: Id,
  /** True at the first sign-in, which made the account. */
  isNew: z.boolean(),
  /** What an officer has to do next: `enrol` an authenticator, or enter its code (`needed`). */
  secondFactor: z.enum(['none', 'needed', 'enrol', 'passed']),
  /** For programs only; null in browsers, which hold a cookie. */
  token: z.string().nullable(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const Membership = z.object({
  organisationId: Id,
  role: MemberRole,
  /** The agency through whose mandate the person acts; null for own members. */
  throughOrganisationId: Id.nullable(),
  /** What the mandates name by which the person acts; null for own members. */
  purposes: z.array(MandatePurpose).nullable(),
})
/** Somebody the person may act for, with header `renshu-for: <personId>`. */
export const HelpedPerson = z.object({
  mandateId: Id,
  personId: Id,
  name: z.string(),
  purposes: z.array(MandatePurpose),
  until: Day,
})
export const Me = z.object({
  id: Id,
  name: z.string(),
  /** Masked, `138****5678`. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  residentId: z.string().nullable(),
  hasPassword: z.boolean(),
  officer: z
    .object({
      district: DistrictCode.nullable(),
      administrator: z.boolean(),
      /** An authenticator is set up. */
      enrolled: z.boolean(),
      /** The second factor was passed in this session. */
      confirmed: z.boolean(),
    })
    .nullable(),
  memberships: z.array(Membership),
  helps: z.array(HelpedPerson),
  version: Version,
})
export type Me = z.infer<typeof Me>

/** A sign-in on one device. */
export const Device = z.object({
  id: Id,
  userAgent: z.string(),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  current: z.boolean(),
})
export const Officer = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  phone: z.string().nullable(),
  /** Null: the whole city. */
  district: DistrictCode.nullable(),
  administrator: z.boolean(),
  enrolled: z.boolean(),
  version: Version,
})
export const Member = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  phone: z.string().nullable(),
  role: MemberRole,
  createdAt: Instant,
  version: Version,
})
export const Invitation = z.object({
  id: Id,
  phone: z.string(),
  role: MemberRole,
  createdAt: Instant,
  expiresAt: Instant,
})
export const Mandate = z.object({
  id: Id,
  /** The organisation acted for. */
  principalId: Id,
  /** The organisation that acts. */
  agentId: Id,
  purposes: z.array(MandatePurpose),
  from: Day,
  until: Day,
  /** The name of the one who gave it. */
  givenBy: z.string(),
  /** When the agency took it; null while it is only offered. */
  acceptedAt: Instant.nullable(),
  /** When the agency refused it or, with `acceptedAt`, laid it down. */
  declinedAt: Instant.nullable(),
  /** The name of the one who answered last for the agency; null also for mandates older than answers. */
  answeredBy: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
})
export type Mandate = z.infer<typeof Mandate>
export const Helper = z.object({
  id: Id,
  /** Null until the invitation is accepted. */
  personId: Id.nullable(),
  name: z.string().nullable(),
  phone: z.string(),
  purposes: z.array(MandatePurpose),
  until: Day,
  status: z.enum(['invited', 'active', 'ended']),
})
/** The bureau, this platform, or an organisation by its id. */
export const Recipient = z.union([z.enum(['bureau', 'platform']), Id])
/** What a person may agree to without being asked first. */
export const CONSENT_PURPOSES = ['matching', 'contact', 'policyHelp'] as const
/** What data are used for, `camelCase`; the module that asks names it. */
export const ConsentPurpose = z.string().regex(/^[a-z][a-zA-Z]{1,39}$/)
export const Consent = z.object({
  id: Id,
  purpose: ConsentPurpose,
  recipient: Recipient,
  /** Version of the words that were agreed to. */
  textVersion: z.string(),
  givenAt: Instant,
  withdrawnAt: Instant.nullable(),
  /** Signed on paper at a counter, and recorded there. */
  onPaper: z.boolean(),
})
export const SENSITIVE_FIELDS = ['phone', 'email', 'residentId'] as const
export const SensitiveField = z.enum(SENSITIVE_FIELDS)
export type SensitiveField = z.infer<typeof SensitiveField>
/** A person as an officer finds one: sensitive fields masked. */
export const FoundPerson = z.object({
  id: Id,
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  residentId: z.string().nullable(),
  createdAt: Instant,
  /** When an officer held the identity document in hand; null where the number was only written down. */
  documentSeenAt: Instant.nullable(),
})
export type FoundPerson = z.infer<typeof FoundPerson>
export const Unmasked = z.object({ value: z.string().nullable() })
/** One look at a sensitive field. */
export const Unmasking = z.object({
  id: Id,
  field: SensitiveField,
  byName: z.string(),
  byOfficer: z.boolean(),
  reason: z.string(),
  at: Instant,
})
/** One write done by the person, or by somebody for the person. */
export const Act = z.object({
  id: Id,
  happenedAt: Instant,
  route: z.string(),
  /** The one who acted. */
  personId: Id.nullable(),
  byHelper: z.boolean(),
  organisationId: Id.nullable(),
  throughOrganisationId: Id.nullable(),
})
/** A message the development adapter shows instead of sending it. */
export const ShownMessage = z.object({
  channel: z.enum(['sms', 'mail']),
  to: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  sentAt: Instant,
})
