import type { MandatePurpose, Route } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import type { Scope, Tx } from '../database/index.ts'
import { AppError } from '../errors.ts'

export type MemberRole = 'viewer' | 'recruiter' | 'owner'
const RANK: Record<MemberRole, number> = { viewer: 1, recruiter: 2, owner: 3 }

/** Who asks, and in which standing towards the organisation the path names. */
export interface Actor {
  personId: string | null
  sessionId: string | null
  /** The person a helper acts for; `personId` stays the helper. */
  forPersonId: string | null
  officer: {
    /** Null: the whole city. */
    district: string | null
    administrator: boolean
    /** The second factor was passed in this session. */
    confirmed: boolean
  } | null
  membership: {
    organisationId: string
    role: MemberRole
    /** The agency whose mandate is used; null for the organisation's own members. */
    throughOrganisationId: string | null
  } | null
  /** What the mandates name by which the actor acts for somebody else; null in the actor's own name. */
  purposes: readonly MandatePurpose[] | null
}

export const anonymous: Actor = {
  personId: null,
  sessionId: null,
  forPersonId: null,
  officer: null,
  membership: null,
  purposes: null,
}

export interface Credentials {
  token: string
  city: string
  /** `organisationId` of the path. */
  organisationId: string | null
  /** Header `renshu-for`: the person a helper acts for. */
  forPersonId: string | null
  /** The purpose that opens the route to those who act for somebody else; null: no agency need be looked for. */
  mandate: NonNullable<Route['mandate']> | null
  now: Date
}

/** Finds out who asks. */
export type Identify = (tx: Tx, credentials: Credentials) => Promise<Actor>

/** What the module that keeps the sessions gives. */
export interface Sessions {
  identify: Identify
  /** The person whose session this is, null where it is nobody's; in scope `system`. */
  personOf: (tx: Tx, session: Pick<Credentials, 'token' | 'city' | 'now'>) => Promise<string | null>
}

/**
 * The contract's rule of access.
 * @throws platform.signedOut, platform.secondFactorNeeded, platform.accessDenied, platform.notMandated
 */
export function requireAccess({ access, mandate }: Pick<Route, 'access' | 'mandate'>, actor: Actor): void {
  if (access === 'public') return
  if (!actor.personId) throw new AppError(platformFailures.signedOut)
  if (access === 'person') return requireMandate(mandate, actor)
  if (access === 'officer' || access === 'administrator') {
    if (!actor.officer) throw new AppError(platformFailures.accessDenied)
    if (!actor.officer.confirmed) throw new AppError(platformFailures.secondFactorNeeded)
    if (access === 'administrator' && !actor.officer.administrator) throw new AppError(platformFailures.accessDenied)
    return
  }
  if (!actor.membership || RANK[actor.membership.role] < RANK[access]) throw new AppError(platformFailures.accessDenied)
  requireMandate(mandate, actor)
}

/** Who acts for somebody else does only what the mandate names. */
function requireMandate(mandate: Route['mandate'], { purposes }: Actor): void {
  if (!purposes) return
  if (!mandate || (mandate !== 'any' && !purposes.includes(mandate))) throw new AppError(platformFailures.notMandated)
}

/** The narrowest scope in which the route's work can be done. */
export function scopeOf(access: Route['access'], actor: Actor, city: string): Scope {
  const personId = actor.forPersonId ?? actor.personId
  if (!personId) return { kind: 'public', city }
  if (access === 'officer' || access === 'administrator')
    return { kind: 'officer', city, personId, district: actor.officer?.district ?? null }
  if (actor.membership && access !== 'public' && access !== 'person')
    return { kind: 'member', city, personId, organisationId: actor.membership.organisationId }
  return { kind: 'person', city, personId }
}
