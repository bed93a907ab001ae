import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellOfMandate } from './mandates/tell.ts'
import { tellStandingChanged } from './standing/record.ts'
import { branchesOf } from './store/organisations.ts'
import { refreshStanding } from './store/standing-days.ts'

/** Branches in other districts, which the officer of their head may not write, follow what was recorded of the head. */
const STANDING = ['registry.standingChanged', 'registry.registerImported'] as const
const MANDATES = [
  'accounts.mandateOffered',
  'accounts.mandateGiven',
  'accounts.mandateDeclined',
  'accounts.mandateWithdrawn',
] as const

/**
 * A branch loses its standing with its head's and gets it back with it, so whoever listens is told of each: postings are
 * taken off and applicants told as those of the head are.
 */
async function tellBranches(services: Services, tx: Tx, { city, payload }: Event): Promise<void> {
  const { organisationId = '', factId = '' } = payload as Record<string, string>
  for (const { id } of await branchesOf(tx, city, organisationId))
    await tellStandingChanged({ tx, city, now: services.clock.now }, id, factId)
}

export const registrySubscriber = (services: Services): Subscriber => ({
  name: 'registry',
  kinds: [...STANDING, ...MANDATES],
  async hear(tx: Tx, event: Event) {
    if ((MANDATES as readonly string[]).includes(event.kind)) return tellOfMandate(services, tx, event)
    const { organisationId, organisationIds } = event.payload as { organisationId?: string; organisationIds?: string[] }
    await refreshStanding(tx, event.city, organisationIds ?? [organisationId!])
    if (organisationId) await tellBranches(services, tx, event)
  },
})
