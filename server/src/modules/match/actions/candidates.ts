import type { TalentMatch } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { engineJobs, ownedJob } from '../../jobs/index.ts'
import { requireStanding } from '../../registry/index.ts'
import { engineTalents, talentCards } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { fitnessOf } from '../fitness.ts'
import type { Market } from '../market/market.ts'
import { leastPoints } from '../settings.ts'
import { marketOf } from './recommend.ts'

const NEAR = 5
/** Candidates looked at for each one shown: the order weighs both sides, the index only one. */
const DEPTH = 2

/** How much a posting is worth to a talent: its points as a share of the best the city has for them. */
function shareOfBest(market: Market, talentId: string, points: number): number {
  const best = market.jobsFor(talentId, 1, 0)?.[0]?.points ?? points
  return Math.min(10_000, Math.round((points * 10_000) / Math.max(1, best, points)))
}

/** Talents for a posting, in the order of both sides' interest (the geometric mean of the two), with reasons. */
export async function findCandidates(
  context: Context,
  organisationId: string,
  jobId: string,
  limit: number,
): Promise<{ fits: TalentMatch[]; near: TalentMatch[]; asOf: string }> {
  const { tx, city, language, now } = context
  if (!(await ownedJob(tx, city, organisationId, jobId))) throw fail.noJob()
  await requireStanding(context, organisationId, dayOf(now()))
  const market = marketOf(context)
  const found = market.talentsFor(jobId, limit * DEPTH, NEAR)
  const job = (await engineJobs(tx, city, [jobId])).get(jobId)
  if (!found || !job) throw fail.notListed()
  const ids = found.map(({ id }) => id)
  const [cards, talents] = [await talentCards(context, ids), await engineTalents(tx, city, ids)]
  const matches = ids.flatMap((id) => {
    const [card, talent] = [cards.get(id), talents.get(id)]
    // Who became invisible since the index heard of them has no card.
    if (!card || !talent) return []
    const fitness = fitnessOf(job, talent, market.engine.scene, language)
    return [{ talent: card, ...fitness, pointsForTalent: shareOfBest(market, id, fitness.points) }]
  })
  const worth = ({ points, pointsForTalent }: (typeof matches)[number]) => points * pointsForTalent
  const least = leastPoints(context, dayOf(now()))
  const fits = matches.filter(({ near, points }) => !near && points >= least).toSorted((a, b) => worth(b) - worth(a))
  return { fits: fits.slice(0, limit), near: matches.filter(({ near }) => near), asOf: now().toISOString() }
}
