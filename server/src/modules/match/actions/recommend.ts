import type { Fitness, JobMatch } from '@renshu/contracts'
import type { Found } from '@renshu/match'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { engineJobs, jobCards, newestJobs } from '../../jobs/index.ts'
import { talentOfPerson } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { fitnessOf } from '../fitness.ts'
import { marketMirror } from '../market/mirror.ts'
import { leastPoints } from '../settings.ts'
import { dismissedBy } from '../store.ts'

/** Near misses beside a list of fits. */
const NEAR = 5

export const marketOf = ({ mirrors, city }: Pick<Context, 'mirrors' | 'city'>) => mirrors.of(marketMirror, city).market

/** Whose profile it is: the person's own, or that of whom a helper acts for. */
async function ownTalent({ tx, city, actor }: Context) {
  const found = await talentOfPerson(tx, city, actor.forPersonId ?? actor.personId!)
  if (!found) throw fail.noProfile()
  return found
}

interface Recommended {
  fits: JobMatch[]
  near: JobMatch[]
  personal: boolean
  asOf: string
}

/**
 * Postings for the person, the best first, each with its reasons; without personalisation the newest, with the same
 * reasons but in no order of them (个人信息保护法 art. 24).
 */
export async function recommend(context: Context, limit: number, personal: boolean): Promise<Recommended> {
  const { tx, city, language, now } = context
  const { talent } = await ownTalent(context)
  const market = marketOf(context)
  const dismissed = await dismissedBy(tx, city, context.actor.forPersonId ?? context.actor.personId!)
  const ids = personal ? best(market.jobsFor(talent.id, limit + dismissed.size, NEAR + dismissed.size)) : undefined
  const wanted = ids ?? (await newestJobs(tx, city, limit + dismissed.size, dayOf(now())))
  const kept = wanted.filter((id) => !dismissed.has(id))
  const [cards, jobs] = [await jobCards(context, kept), await engineJobs(tx, city, kept)]
  const matches = kept.flatMap((id) => {
    const [card, job] = [cards.get(id), jobs.get(id)]
    // What has ended since the index heard of it has no card.
    return card && job ? [{ job: card, ...fitnessOf(job, talent, market.engine.scene, language) }] : []
  })
  const least = leastPoints(context, dayOf(now()))
  const chosen = personal ? matches.filter(({ near, points }) => !near && points >= least) : matches
  return {
    fits: chosen.slice(0, limit),
    near: personal ? matches.filter(({ near }) => near).slice(0, NEAR) : [],
    personal,
    asOf: now().toISOString(),
  }
}

/** @throws platform.unavailable while a profile saved this instant has not reached the index */
function best(found: Found[] | undefined): string[] {
  if (!found) throw fail.unavailable()
  return found.map(({ id }) => id)
}

/** One posting judged for the person by the definition, whatever the index says. */
export async function judge(context: Context, jobId: string): Promise<Fitness & { fits: boolean }> {
  const { tx, city, language } = context
  const { talent } = await ownTalent(context)
  const job = (await engineJobs(tx, city, [jobId])).get(jobId)
  if (!job || !(await jobCards(context, [jobId])).has(jobId)) throw fail.notListed()
  return fitnessOf(job, talent, marketOf(context).engine.scene, language)
}
