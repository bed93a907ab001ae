import type { Me } from '@renshu/contracts'

type Membership = Pick<Me['memberships'][number], 'organisationId' | 'role' | 'purposes'>

/** Organisations for which somebody may look for people: as one who recruits, or by a mandate for recruiting. */
export const searchDesks = (memberships: readonly Membership[]): string[] => {
  const may = memberships.filter(
    ({ role, purposes }) => role !== 'viewer' && (purposes === null || purposes.includes('recruiting')),
  )
  return [...new Set(may.map(({ organisationId }) => organisationId))]
}
