import type { SpecialGroup } from '@renshu/contracts'
import { removeFile } from '../../platform/files/index.ts'
import type { Subscriber } from '../../platform/outbox/index.ts'
import type { Services } from '../../platform/services.ts'
import { hasConsent } from '../accounts/index.ts'
import { endClaims } from './store/claims.ts'

type Desk = Parameters<typeof removeFile>[0]

/** What a person agrees to who claims to belong to a group: that officers of the bureau see it. */
export const GROUP_CONSENT = { purpose: 'specialGroup', recipient: 'bureau', textVersion: '2026-11' }

/** Ends claims of a person, to one group or to all, and takes their documents away. */
export async function dropClaims(desk: Desk, personId: string, group?: SpecialGroup): Promise<void> {
  for (const document of await endClaims(desk.tx, desk.city, personId, group)) await removeFile(desk, document)
}

/** Without consent nothing is kept: claims end when it is withdrawn, wherever that was done. */
export const talentsSubscriber = ({ jobs }: Pick<Services, 'jobs'>): Subscriber => ({
  name: 'talents.consents',
  kinds: ['accounts.consentWithdrawn'],
  async hear(tx, { city, payload }) {
    const personId = String(payload['personId'])
    const { purpose, recipient } = GROUP_CONSENT
    if (!(await hasConsent({ tx, city }, personId, purpose, recipient))) await dropClaims({ tx, city, jobs }, personId)
  },
})
