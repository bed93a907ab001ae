import type { Access } from '@renshu/contracts'
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
}

export const anonymous: Actor = { personId: null, sessionId: null, forPersonId: null, officer: null, membership: null }

export interface Credentials {
  token: string
  city: string
  /** `organisationId` of the path. */
  organisationId: string | null
  /** Header `renshu-for`: the person a helper acts for. */
  forPersonId: string | null
  now: Date
}

/** Finds out who asks; given by the module that keeps the sessions. */
export type Identify = (tx: Tx, credentials: Credentials) => Promise<Actor>

/**
 * The contract's rule of access.
 * @throws platform.signedOut, platform.secondFactorNeeded, platform.accessDenied
 */
export function requireAccess(access: Access, actor: Actor): void {
  if (access === 'public') return
  if (!actor.personId) throw new AppError(platformFailures.signedOut)
  if (access === 'person') return
  if (access === 'officer' || access === 'administrator') {
    if (!actor.officer) throw new AppError(platformFailures.accessDenied)
    if (!actor.officer.confirmed) throw new AppError(platformFailures.secondFactorNeeded)
    if (access === 'administrator' && !actor.officer.administrator) throw new AppError(platformFailures.accessDenied)
    return
  }
  if (!actor.membership || RANK[actor.membership.role] < RANK[access]) throw new AppError(platformFailures.accessDenied)
}

/** The narrowest scope in which the route's work can be done. */
export function scopeOf(access: Access, actor: Actor, city: string): Scope {
  const personId = actor.forPersonId ?? actor.personId
  if (!personId) return { kind: 'public', city }
  if (access === 'officer' || access === 'administrator')
    return { kind: 'officer', city, personId, district: actor.officer?.district ?? null }
  if (actor.membership && access !== 'public' && access !== 'person')
    return { kind: 'member', city, personId, organisationId: actor.membership.organisationId }
  return { kind: 'person', city, personId }
}
