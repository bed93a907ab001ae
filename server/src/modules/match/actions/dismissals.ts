import type { DismissReason, Dismissal } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { jobCards } from '../../jobs/index.ts'
import { fail } from '../errors.ts'
import type { Dismissed } from '../objections.ts'
import { dismissalsPage, latestDismissals, saveDismissal } from '../store.ts'

const personOf = ({ actor }: Context): string => actor.forPersonId ?? actor.personId!

/** @throws jobs.notListed */
export async function dismiss(
  context: Context,
  jobId: string,
  said: { reason: DismissReason; note: string },
): Promise<void> {
  const { tx, city, now } = context
  const job = (await jobCards(context, [jobId])).get(jobId)
  if (!job) throw fail.notListed()
  const posting = { jobId, jobTitle: job.title }
  await saveDismissal(tx, { city, personId: personOf(context), ...posting, ...said, dismissedAt: now() })
}

/** What the person is not interested in, the latest first. @throws platform.badCursor */
export async function listDismissals(
  context: Context,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: Dismissal[]; next: string | null; total: number }> {
  const page = await dismissalsPage(context.tx, context.city, personOf(context), query)
  const cards = await jobCards(
    context,
    page.items.map(({ jobId }) => jobId),
  )
  const items = page.items.map(({ jobId, jobTitle, reason, note, dismissedAt }) => {
    const card = cards.get(jobId)
    const job = { id: jobId, title: jobTitle || (card?.title ?? ''), listed: card !== undefined }
    return { job, reason, note, at: dismissedAt.toISOString() }
  })
  return { ...page, items }
}

/** Dismissals that count in the order of what is recommended: older ones are left out, what was said has changed. */
const MOST_HEEDED = 200

/** What the person said no to last, each with the posting as it is now. */
export async function whatWasDismissed(context: Context): Promise<Dismissed[]> {
  const said = await latestDismissals(context.tx, context.city, personOf(context), MOST_HEEDED)
  const ids = said.map(({ jobId }) => jobId)
  const cards = await jobCards(context, ids, { ended: true })
  return said.flatMap(({ jobId, reason }) => {
    const job = cards.get(jobId)
    return job ? { reason, job } : []
  })
}
