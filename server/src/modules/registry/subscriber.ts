import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellOfMandate } from './mandates/tell.ts'
import { refreshStanding } from './store/standing-days.ts'

/** Branches in other districts, which the officer of their head may not write, follow what was recorded of the head. */
const STANDING = ['registry.standingChanged', 'registry.registerImported'] as const
const MANDATES = [
  'accounts.mandateOffered',
  'accounts.mandateGiven',
  'accounts.mandateDeclined',
  'accounts.mandateWithdrawn',
] as const

export const registrySubscriber = (services: Services): Subscriber => ({
  name: 'registry',
  kinds: [...STANDING, ...MANDATES],
  async hear(tx: Tx, event: Event) {
    if ((MANDATES as readonly string[]).includes(event.kind)) return tellOfMandate(services, tx, event)
    const { organisationId, organisationIds } = event.payload as { organisationId?: string; organisationIds?: string[] }
    await refreshStanding(tx, event.city, organisationIds ?? [organisationId!])
  },
})
