import type { Decision, OpenedDecision, PlainValue, PolicySubject } from '@renshu/contracts'
import { useMe } from '../../../app/session.ts'
import type { Keeper, Owner } from '../own/owner.ts'
import { publicPolicies } from '../queries.ts'

export type GivenFacts = Record<string, PlainValue>

/**
 * For whom the calculator decides: anybody, with nothing known; oneself; an organisation one may act for; an officer for
 * somebody.
 */
export interface Decider {
  /** `anybody`, `me`, the id of the organisation, or of an officer's question. */
  id: string
  /** Null: nothing is known and nothing can be kept. */
  keeper: Keeper | null
  decide: (policy: string, facts: GivenFacts) => Promise<Decision>
  /** Null where nothing can be kept. */
  keep: ((policy: string, facts: GivenFacts) => Promise<OpenedDecision>) | null
}

const ANYBODY: Decider = {
  id: 'anybody',
  keeper: null,
  decide: (key, facts) => publicPolicies.calculatePolicy({ params: { key }, body: { facts } }),
  keep: null,
}

/** Comes only with somebody who is signed in. */
const ownOf = async (owner: Owner) => (await import('../own/own.ts')).own(owner)

const ofOwner = (id: string, owner: Owner, mayKeep = true): Decider => ({
  id,
  keeper: owner,
  decide: async (key, facts) => (await ownOf(owner)).decide(key, facts),
  keep: mayKeep ? async (key, facts) => (await ownOf(owner)).keep(key, facts) : null,
})

/** Those for whom the person at this browser may ask, the nearest first; nobody has to sign in. */
export function useDeciders(subject: PolicySubject): readonly Decider[] {
  const { data: me } = useMe()
  if (!me) return [ANYBODY]
  if (subject === 'person') return [ofOwner('me', { kind: 'person' }), ANYBODY]
  const desks = me.memberships.filter(({ purposes }) => purposes === null || purposes.includes('cases'))
  const ids = [...new Set(desks.map(({ organisationId }) => organisationId))]
  const mayKeep = (id: string) => desks.some(({ organisationId, role }) => organisationId === id && role !== 'viewer')
  return [...ids.map((id) => ofOwner(id, { kind: 'organisation', organisationId: id }, mayKeep(id))), ANYBODY]
}
