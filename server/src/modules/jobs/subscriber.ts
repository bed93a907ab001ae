import { dayOf, type Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import { listedUntil, shownUntil } from './listing.ts'
import { holdPublishedOf, moveListing } from './store/stream.ts'

/** Kinds after which an organisation's postings may be shown longer, shorter or not at all. */
const KINDS = ['registry.standingChanged', 'accounts.mandateGiven', 'accounts.mandateWithdrawn'] as const

type Listing = Awaited<ReturnType<typeof holdPublishedOf>>

/** Gives held postings the last day that holds as known now; how many changed. Scope `system`. */
export async function relist(tx: Tx, city: string, now: Clock['now'], held: Listing): Promise<number> {
  const until = await shownUntil({ tx, city, now }, held)
  const today = dayOf(now())
  const moved = held.flatMap((row) => {
    const isApproved = row.status === 'open' && row.contentHash === row.approvedHash
    const day = isApproved ? listedUntil(row.validUntil, until(row), today) : null
    return day === row.listedUntil ? [] : [{ id: row.id, listedUntil: day }]
  })
  await moveListing(tx, city, moved)
  return moved.length
}

/** Takes the postings of an organisation off, or shows them again, when what it rests on has changed. */
export const jobsSubscriber = (now: Clock['now']): Subscriber => ({
  name: 'jobs',
  kinds: KINDS,
  async hear(tx: Tx, { city, payload }: Event) {
    const organisationId = payload['organisationId'] as string
    await relist(tx, city, now, await holdPublishedOf(tx, city, organisationId))
  },
})
