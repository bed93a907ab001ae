import { DEFINITION, type Found, type Job, type Scene, type Talent, rateFit } from '@renshu/match'
import { ANSWER_SIZE } from './peers/index.ts'

export type Winner<R> = { record: R; points: number }
/** An asker and the best answer there is, by the definition. */
export type Truth<A, R> = { asker: A; best: Winner<R>[] }

/** The best talents for each job, every talent judged: one pass over them, as they may be more than memory holds. */
export const bestTalents = (jobs: readonly Job[], talents: Iterable<Talent>, scene: Scene): Truth<Job, Talent>[] =>
  judgeAll(jobs, talents, (job, talent) => pointsOf(job, talent, scene))

/** The best jobs for each talent, every job judged. */
export const bestJobs = (talents: readonly Talent[], jobs: Iterable<Job>, scene: Scene): Truth<Talent, Job>[] =>
  judgeAll(talents, jobs, (talent, job) => pointsOf(job, talent, scene))

/** The dear comparison of titles stands first in the definition and comes last here. */
const CONSTRAINTS = DEFINITION.filter(({ constraint }) => constraint).toReversed()

/** Undefined when a constraint is broken, which spares most pairs the rest of the judgement. */
function pointsOf(job: Job, talent: Talent, scene: Scene): number | undefined {
  const isBroken = CONSTRAINTS.some(
    ({ aspect }) => aspect.judge(aspect.ofJob(job), aspect.ofTalent(talent), scene).failure,
  )
  return isBroken ? undefined : rateFit(job, talent, scene).points
}

function judgeAll<A, R extends { id: string }>(
  askers: readonly A[],
  records: Iterable<R>,
  judge: (asker: A, record: R) => number | undefined,
): Truth<A, R>[] {
  const truths = askers.map((asker) => ({ asker, best: [] as Winner<R>[] }))
  for (const record of records)
    for (const { asker, best } of truths) {
      const points = judge(asker, record)
      if (points !== undefined) keep(best, { record, points })
    }
  return truths
}

/** More points first; among equals the id that sorts first, as everywhere. */
const comesBefore = <R extends { id: string }>(a: Winner<R>, b: Winner<R>): boolean =>
  a.points > b.points || (a.points === b.points && a.record.id < b.record.id)

function keep<R extends { id: string }>(best: Winner<R>[], winner: Winner<R>): void {
  if (best.length === ANSWER_SIZE && comesBefore(best.at(-1)!, winner)) return
  const place = best.findIndex((other) => comesBefore(winner, other))
  best.splice(place < 0 ? best.length : place, 0, winner)
  if (best.length > ANSWER_SIZE) best.pop()
}

const spell = (id = '—', points = 0): string => `${id} (${points})`

/** How many places of the true answer the found one has, by id and points, and the first place that differs. */
export function compareAnswers<R extends { id: string }>(
  best: readonly Winner<R>[],
  found: readonly Found[],
): { places: number; equal: number; difference?: string } {
  const places = Math.max(best.length, found.length)
  const rows = Array.from({ length: places }, (_, place) => ({
    place: place + 1,
    wanted: spell(best[place]?.record.id, best[place]?.points),
    got: spell(found[place]?.id, found[place]?.points),
  }))
  const wrong = rows.filter(({ wanted, got }) => wanted !== got)
  const [first] = wrong
  const equal = places - wrong.length
  return first ? { places, equal, difference: `#${first.place}: ${first.got} ≠ ${first.wanted}` } : { places, equal }
}
