import type { Fitness, JobCard, JobMatch } from '@renshu/contracts'
import type { Found } from '@renshu/match'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { engineJobs, jobCards, newestJobs } from '../../jobs/index.ts'
import { type Seeking, talentOfPerson } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { fitnessOf } from '../fitness.ts'
import { type Dismissed, heed } from '../objections.ts'
import { marketMirror } from '../market/mirror.ts'
import { leastPoints } from '../settings.ts'
import { dismissedBy } from '../store.ts'
import { whatWasDismissed } from './dismissals.ts'

/** Near misses beside a list of fits. */
const NEAR = 5
/** Postings looked at for each one shown, where some stand lower or out for what the person said of others. */
const BEHIND = 3

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
  newest: JobCard[]
  personal: boolean
  asOf: string
}

/** The newest postings, the same for everybody: nothing of the person is read for it (个人信息保护法 art. 24). */
export async function listNewest(context: Context, limit: number): Promise<Recommended> {
  const { tx, city, now } = context
  const ids = await newestJobs(tx, city, limit, dayOf(now()))
  const cards = await jobCards(context, ids)
  const newest = ids.flatMap((id) => cards.get(id) ?? [])
  return { fits: [], near: [], newest, personal: false, asOf: now().toISOString() }
}

/** Postings that a talent has met in a process, open or ended by either side; hiring stands above and tells them. */
export type JobsMetBy = (context: Context, talentId: string) => Promise<ReadonlySet<string>>

interface Wanted {
  limit: number
  /** Postings that are left out. */
  left: ReadonlySet<string>
  /** What was said of others. */
  said: readonly Dismissed[]
}

/**
 * Postings for somebody, the best first, each with its reasons, and near misses.
 * @throws platform.unavailable
 */
export async function fitting(
  context: Context,
  talent: Seeking,
  { limit, left, said }: Wanted,
): Promise<Pick<Recommended, 'fits' | 'near'>> {
  const { tx, city, language, now } = context
  const market = marketOf(context)
  const more = said.length > 0 ? BEHIND : 1
  const wanted = best(market.jobsFor(talent.id, limit * more + left.size, NEAR * more + left.size))
  const kept = wanted.filter((id) => !left.has(id))
  const [cards, jobs] = [await jobCards(context, kept), await engineJobs(tx, city, kept)]
  const matches = kept.flatMap((id) => {
    const [card, job] = [cards.get(id), jobs.get(id)]
    // What has ended since the index heard of it has no card.
    return card && job ? [{ job: card, ...fitnessOf(job, talent, market.engine.scene, language) }] : []
  })
  const least = leastPoints(context, dayOf(now()))
  const heeded = heed(matches, said)
  return {
    fits: heeded.filter(({ near, points }) => !near && points >= least).slice(0, limit),
    near: heeded.filter(({ near }) => near).slice(0, NEAR),
  }
}

/** Postings for the person; without those he has dismissed or met. */
export async function recommend(context: Context, limit: number, jobsMetBy: JobsMetBy): Promise<Recommended> {
  const { tx, city, actor, now } = context
  const { talent } = await ownTalent(context)
  const dismissed = await dismissedBy(tx, city, actor.forPersonId ?? actor.personId!)
  const left = new Set([...dismissed, ...(await jobsMetBy(context, talent.id))])
  const found = await fitting(context, talent, { limit, left, said: await whatWasDismissed(context) })
  return { ...found, newest: [], personal: true, asOf: now().toISOString() }
}

/** @throws platform.unavailable while a profile saved this instant has not reached the index */
function best(found: Found[] | undefined): string[] {
  if (!found) throw fail.unavailable()
  return found.map(({ id }) => id)
}

/** One posting judged for the person by the definition, whatever the index says. */
export async function judge(context: Context, jobId: string): Promise<Fitness & { fits: boolean; near: boolean }> {
  const { tx, city, language } = context
  const { talent } = await ownTalent(context)
  const job = (await engineJobs(tx, city, [jobId])).get(jobId)
  if (!job || !(await jobCards(context, [jobId])).has(jobId)) throw fail.notListed()
  return fitnessOf(job, talent, marketOf(context).engine.scene, language)
}
