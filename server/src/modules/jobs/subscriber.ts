import { dayOf, type Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Event, Subscriber } from '../../platform/outbox/index.ts'
import { listedUntil, shownUntil } from './listing.ts'
import { holdPublishedOf, moveListing } from './store/stream.ts'

/** Kinds after which an organisation's postings may be shown longer, shorter or not at all. */
const STANDING = ['registry.standingChanged', 'accounts.mandateGiven', 'accounts.mandateWithdrawn'] as const
/** Kinds after which they may be shown under another name: readers of the stream keep the name with the posting. */
const NAMES = ['registry.organisationChanged', 'registry.registerImported'] as const

type Listing = Awaited<ReturnType<typeof holdPublishedOf>>

/**
 * Gives held postings the last day that holds as known now, and each of which readers have to hear a number of the
 * stream: those whose day moved, and where `renamed` all that are shown. How many. Scope `system`.
 */
export async function relist(
  tx: Tx,
  city: string,
  now: Clock['now'],
  held: Listing,
  { renamed = false } = {},
): Promise<number> {
  const until = await shownUntil({ tx, city, now }, held)
  const today = dayOf(now())
  const moved = held.flatMap((row) => {
    const isApproved = row.status === 'open' && row.contentHash === row.approvedHash
    const day = isApproved ? listedUntil(row.validUntil, until(row), today) : null
    return day === row.listedUntil && !(renamed && day) ? [] : [{ id: row.id, listedUntil: day }]
  })
  await moveListing(tx, city, moved)
  return moved.length
}

/** Takes the postings of an organisation off, shows them again, or tells them anew, when what they rest on has changed. */
export const jobsSubscriber = (now: Clock['now']): Subscriber => ({
  name: 'jobs',
  kinds: [...STANDING, ...NAMES],
  async hear(tx: Tx, { city, kind, payload }: Event) {
    const renamed = (NAMES as readonly string[]).includes(kind)
    if (renamed && payload['renamed'] === false) return
    const ids = (payload['organisationIds'] as string[] | undefined) ?? [payload['organisationId'] as string]
    await relist(tx, city, now, await holdPublishedOf(tx, city, ids), { renamed })
  },
})
