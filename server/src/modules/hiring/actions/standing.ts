import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisations, requireStanding } from '../../registry/index.ts'

/**
 * Lets only a posting's organisation pass that may recruit today: an agency where its papers cover it, and its client
 * too. The column by which postings are listed is for reading; whoever acts asks here.
 * @throws registry.noStanding
 */
export async function requireRecruiting(
  context: Context,
  { organisationId, employerId }: { organisationId: string; employerId: string },
): Promise<void> {
  const { tx, city, now, asSystem } = context
  const on = dayOf(now())
  await asSystem(async () => {
    const own = (await organisations(tx, city, [organisationId])).get(organisationId)
    await requireStanding(context, organisationId, on, ...(own?.kind === 'agency' ? (['recruiting'] as const) : []))
    if (employerId !== organisationId) await requireStanding(context, employerId, on)
  })
}
