import type { Mandate, Membership } from '@renshu/contracts'
import type { Tone } from '../../../ui/status.tsx'

type State = 'offered' | 'active' | 'notYet' | 'ended' | 'declined' | 'laidDown' | 'withdrawn'
type OneMembership = ReturnType<typeof Membership.parse>

export const MANDATE_TONE: Record<State, Tone> = {
  offered: 'warn',
  active: 'good',
  notYet: 'warn',
  ended: 'quiet',
  declined: 'bad',
  laidDown: 'quiet',
  withdrawn: 'quiet',
}

/** Where a mandate stands on a day in Beijing; both of its days count. */
export function stateOf({ from, until, acceptedAt, declinedAt, withdrawnAt }: Mandate, today: string): State {
  if (withdrawnAt) return 'withdrawn'
  if (declinedAt) return acceptedAt ? 'laidDown' : 'declined'
  if (today > until) return 'ended'
  if (!acceptedAt) return 'offered'
  return today < from ? 'notYet' : 'active'
}

/** The agency through whose mandate a person acts for an organisation; null for own members, who need none. */
export function agencyFor(memberships: readonly OneMembership[], organisationId: string): string | null {
  const here = memberships.filter((each) => each.organisationId === organisationId)
  if (here.some(({ throughOrganisationId }) => throughOrganisationId === null)) return null
  return here[0]?.throughOrganisationId ?? null
}
