import type { Subscriber } from '../../platform/outbox/index.ts'
import { hasConsent } from '../accounts/index.ts'
import { endClaims } from './store/claims.ts'

/** What a person agrees to who claims to belong to a group: that officers of the bureau see it. */
export const GROUP_CONSENT = { purpose: 'specialGroup', recipient: 'bureau', textVersion: '2026-11' }

/** Without consent nothing is kept: claims end when it is withdrawn, wherever that was done. */
export const talentsSubscriber: Subscriber = {
  name: 'talents.consents',
  kinds: ['accounts.consentWithdrawn'],
  async hear(tx, { city, payload }) {
    const personId = String(payload['personId'])
    const { purpose, recipient } = GROUP_CONSENT
    if (!(await hasConsent({ tx, city }, personId, purpose, recipient))) await endClaims(tx, city, personId)
  },
}
