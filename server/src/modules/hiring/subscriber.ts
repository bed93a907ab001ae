import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import type { Services } from '../../platform/services.ts'
import { hasConsent } from '../accounts/index.ts'
import { standings } from '../registry/index.ts'
import { eraseFrom, hideContact } from './actions/by-itself.ts'
import { CONTACT } from './actions/begin.ts'
import { type Desk, type Hear, systemDesk } from './desk.ts'
import { jobClosed } from './listeners/job-closed.ts'
import { jobEdited } from './listeners/job-edited.ts'
import { jobModerated } from './listeners/job-moderated.ts'
import { talentMerged } from './listeners/merged.ts'
import { tellTalent } from './notices/tell.ts'
import { noteAside, openProcessesBy } from './store/processes.ts'

/** Talks go on; whoever waits for this organisation, or its agency, is told once that it may not recruit now. */
async function standingChanged(desk: Desk, { organisationId = '' }: Record<string, string>): Promise<void> {
  const { tx, city, now } = desk
  for (const by of ['organisationId', 'employerId'] as const) {
    const rows = await openProcessesBy(tx, city, by, organisationId)
    const concerned = [...new Set(rows.flatMap((row) => [row.organisationId, row.employerId]))]
    const found = await standings(tx, city, concerned, dayOf(now()))
    for (const row of rows) {
      const lost = !found.get(row.organisationId)!.may || !found.get(row.employerId)!.may
      if (row.standingLost === lost) continue
      await noteAside(tx, row, { standingLost: lost })
      if (lost) await tellTalent(desk, row, 'standingLost')
    }
  }
}

async function talentErased(desk: Desk, { talentId = '' }: Record<string, string>): Promise<void> {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'talentId', talentId)) await eraseFrom(desk, row)
}

async function consentWithdrawn(desk: Desk, { personId = '' }: Record<string, string>): Promise<void> {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'personId', personId))
    if (row.contact && !(await hasConsent(desk, personId, CONTACT.purpose, row.organisationId)))
      await hideContact(desk, row)
}

/** Who hears of what; a file of `listeners` each where it takes more than a few lines. */
const HEARD: Record<string, readonly Hear[]> = {
  'jobs.closed': [jobClosed],
  'jobs.edited': [jobEdited],
  'jobs.moderated': [jobModerated, jobEdited],
  'registry.standingChanged': [standingChanged],
  'talents.erased': [talentErased],
  'talents.merged': [talentMerged],
  'accounts.consentWithdrawn': [consentWithdrawn],
}

/** What happens below and concerns processes. */
export const hiringSubscriber = (services: Services): Subscriber => ({
  name: 'hiring',
  kinds: Object.keys(HEARD),
  async hear(tx: Tx, { city, kind, payload }: Event) {
    const desk = systemDesk(services, tx, city)
    for (const hear of HEARD[kind]!) await hear(desk, payload as Record<string, string>)
  },
})
