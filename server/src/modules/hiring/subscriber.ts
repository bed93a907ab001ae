import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import type { Services } from '../../platform/services.ts'
import { hasConsent } from '../accounts/index.ts'
import { standing } from '../registry/index.ts'
import { talentById } from '../talents/index.ts'
import { closeAsMerged, closeWithJob, eraseFrom, hideContact } from './actions/by-itself.ts'
import { CONTACT } from './actions/begin.ts'
import { type Desk, systemDesk } from './desk.ts'
import { tellTalent } from './notices/tell.ts'
import { moveToTalent, openProcessesBy, setStandingLost } from './store/processes.ts'

type Hear = (desk: Desk, payload: Record<string, string>) => Promise<void>

async function jobClosed(desk: Desk, { jobId = '' }: Record<string, string>): Promise<void> {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'jobId', jobId)) await closeWithJob(desk, row)
}

/** Talks go on; whoever waits for this organisation is told once that it may not recruit now. */
async function standingChanged(desk: Desk, { organisationId = '' }: Record<string, string>): Promise<void> {
  const { tx, city, now } = desk
  const lost = !(await standing(tx, city, organisationId, dayOf(now()))).may
  for (const by of ['organisationId', 'employerId'] as const)
    for (const row of await openProcessesBy(tx, city, by, organisationId)) {
      if (row.standingLost === lost) continue
      await setStandingLost(tx, row, lost)
      if (lost) await tellTalent(desk, row, 'standingLost')
    }
}

async function talentErased(desk: Desk, { talentId = '' }: Record<string, string>): Promise<void> {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'talentId', talentId)) await eraseFrom(desk, row)
}

/** The processes of one profile go on as those of the other; of two open about one posting the older stays. */
async function talentMerged(desk: Desk, { from = '', into = '' }: Record<string, string>): Promise<void> {
  const { tx, city } = desk
  const kept = new Set((await openProcessesBy(tx, city, 'talentId', into)).map(({ jobId }) => jobId))
  for (const row of await openProcessesBy(tx, city, 'talentId', from))
    if (kept.has(row.jobId)) await closeAsMerged(desk, row)
  const talent = await talentById(tx, city, into)
  if (talent) await moveToTalent(tx, city, from, talent)
}

async function consentWithdrawn(desk: Desk, { personId = '' }: Record<string, string>): Promise<void> {
  for (const row of await openProcessesBy(desk.tx, desk.city, 'personId', personId))
    if (row.contact && !(await hasConsent(desk, personId, CONTACT.purpose, row.organisationId)))
      await hideContact(desk, row)
}

const HEARD: Record<string, Hear> = {
  'jobs.closed': jobClosed,
  'registry.standingChanged': standingChanged,
  'talents.erased': talentErased,
  'talents.merged': talentMerged,
  'accounts.consentWithdrawn': consentWithdrawn,
}

/** What happens below and concerns processes. Each may be told twice: what was done is not done again. */
export const hiringSubscriber = (services: Services): Subscriber => ({
  name: 'hiring',
  kinds: Object.keys(HEARD),
  hear: (tx: Tx, { city, kind, payload }: Event) =>
    HEARD[kind]!(systemDesk(services, tx, city), payload as Record<string, string>),
})
