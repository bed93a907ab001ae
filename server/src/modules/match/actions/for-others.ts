import type { JobMatch } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { requireStanding } from '../../registry/index.ts'
import { isKeptBy, type TalentChange, talentById } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { fitting, type JobsMetBy } from './recommend.ts'

interface Matches {
  fits: JobMatch[]
  near: JobMatch[]
  asOf: string
}

const answer = async (context: Context, { talent }: TalentChange, limit: number, jobsMetBy: JobsMetBy) => ({
  ...(await fitting(context, talent, { limit, left: await jobsMetBy(context, talent.id), said: [] })),
  asOf: context.now().toISOString(),
})

/**
 * Postings for somebody an agency keeps, while he agrees to that: it may then recommend him there.
 * @throws registry.noStanding, talents.noTalent, platform.unavailable
 */
export async function matchKept(
  context: Context,
  { organisationId: agencyId, talentId }: { organisationId: string; talentId: string },
  limit: number,
  jobsMetBy: JobsMetBy,
): Promise<Matches> {
  const { tx, city, now } = context
  const on = dayOf(now())
  await requireStanding(context, agencyId, on, 'recruiting')
  const kept = (await isKeptBy(context, { agencyId, talentId }, on)) && (await talentById(tx, city, talentId))
  if (!kept) throw fail.noTalent()
  return answer(context, kept, limit, jobsMetBy)
}

/**
 * Postings for somebody whom an officer helps: who looks for work and has not hidden himself.
 * @throws talents.noTalent, platform.unavailable
 */
export async function matchHelped(
  context: Context,
  talentId: string,
  limit: number,
  jobsMetBy: JobsMetBy,
): Promise<Matches> {
  const { tx, city, now } = context
  const on = dayOf(now())
  const found = await talentById(tx, city, talentId)
  const isShown = found && (found.visibility !== 'hidden' || found.agencyId !== null)
  if (!isShown || !found.active || (found.visibleUntil ?? on) < on) throw fail.noTalent()
  return answer(context, found, limit, jobsMetBy)
}
