import type { Subscriber } from '../../platform/outbox/index.ts'
import { refreshStanding } from './store/standing-days.ts'

/** Branches in other districts, which the officer of their head may not write, follow what was recorded of the head. */
export const registrySubscriber: Subscriber = {
  name: 'registry',
  kinds: ['registry.standingChanged', 'registry.registerImported'],
  async hear(tx, { city, payload }) {
    const { organisationId, organisationIds } = payload as { organisationId?: string; organisationIds?: string[] }
    await refreshStanding(tx, city, organisationIds ?? [organisationId!])
  },
}
