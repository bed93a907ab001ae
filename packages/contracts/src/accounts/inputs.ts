import { z } from 'zod'
import { line } from '../values.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** GB 11643-1999: the last character is the check of the seventeen digits before it. */
const hasCheck = (id: string): boolean =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(id[at]), 0) % 11] === id[17]

/** A mobile phone of mainland China, eleven digits. */
export const Phone = z.string().regex(/^1[3-9]\d{9}$/)
/** 公民身份号码, GB 11643-1999. */
export const ResidentId = z
  .string()
  .regex(/^\d{17}[\dX]$/)
  .refine(hasCheck)
/** One-time code of six digits. */
export const OneTimeCode = z.string().regex(/^\d{6}$/)
/** A new password: 10 to 128 characters; length is asked instead of kinds of characters. */
export const NewPassword = z.string().min(10).max(128)
export const Password = z.string().min(1).max(128)
export const PersonName = line(40)

export const ROLES = ['viewer', 'recruiter', 'owner'] as const
export const MemberRole = z.enum(ROLES)
export type MemberRole = z.infer<typeof MemberRole>

/** What somebody may do for another: 招聘、资料、投递、办事. */
export const MANDATE_PURPOSES = ['recruiting', 'profile', 'applications', 'cases'] as const
export const MandatePurpose = z.enum(MANDATE_PURPOSES)
export type MandatePurpose = z.infer<typeof MandatePurpose>
export const Purposes = z.array(MandatePurpose).min(1).max(MANDATE_PURPOSES.length)

/** Browsers get the session as a cookie only; programs get it as `token`, to send as `Authorization: Bearer`. */
export const ClientKind = z.enum(['browser', 'program']).default('browser')
/** A path of this site, never another site's address. */
export const OwnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)

/** What a one-time code is good for, and named as in its message; a code for one thing proves no other. */
export const OWN_CODE_PURPOSES = ['setPassword', 'changePhone', 'export', 'erasure'] as const
export type OwnCodePurpose = (typeof OWN_CODE_PURPOSES)[number]

/**
 * Proves that the signed-in person holds the account: a one-time code for just this, the password, or, where the
 * account has no phone to send a code to, that the unified identity asked who it is, for this session, within ten
 * minutes.
 */
export const Proof = z.union([
  z.strictObject({ code: OneTimeCode }),
  z.strictObject({ password: Password }),
  z.strictObject({ recentSignIn: z.literal(true) }),
])
export type Proof = z.infer<typeof Proof>
