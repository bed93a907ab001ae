import {
  Contest,
  DEFINITION,
  type Job,
  MatchEngine,
  type Pair,
  type Scene,
  type Talent,
  assignBest,
  assignStable,
  blockingPairs,
  toPoints,
} from '@renshu/match'
import { percentile } from '../distribution.ts'
import { type Section, figure } from '../figures.ts'
import { timed } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'

const MOST = { seekers: 10_000, posts: 2000 }
/** Posts that a seeker may come to. */
const PAIRS = 50
const ROUNDS = 5
const BOUND = 0.0002
const MOST_PLACES = 9

/** What a seeker minds and a post does not. */
const OF_THE_SEEKER = DEFINITION.filter(({ factor }) => factor === 'salary' || factor === 'distance')

/** A fair: as many seekers and posts of the town as come to a large one, each seeker with its best posts. */
export function measureAssignment(town: Town): Section {
  const talents = first(town.talents.records(), MOST.seekers)
  const jobs = first(town.jobs.records(), MOST.posts)
  const contest = makeContest(jobs, talents, town.asOf)
  const stable = repeat(() => assignStable(contest))
  const best = repeat(() => assignBest(contest, BOUND))
  const blocking = blockingPairs(contest, stable.result.post)
  const section: Section = {
    name: 'assignment',
    figures: [
      figure('seekers', talents.length, 'count'),
      figure('posts', jobs.length, 'count'),
      figure(
        'postPlaces',
        contest.capacity.reduce((sum, places) => sum + places, 0),
        'count',
      ),
      figure('pairs', contest.post.length, 'count'),
      figure('stableTime', stable.milliseconds, 'ms'),
      figure('stablePlaced', stable.result.placed, 'count'),
      figure('blockingPairs', blocking, 'count'),
      figure('bestTime', best.milliseconds, 'ms'),
      figure('bestPlaced', best.result.placed, 'count'),
      figure('gap', best.result.gap, 'share'),
    ],
  }
  if (blocking > 0) return { ...section, failure: `${blocking} > 0` }
  return best.result.gap > BOUND ? { ...section, failure: `${best.result.gap} > ${BOUND}` } : section
}

function first<R>(records: Iterable<R>, count: number): R[] {
  const taken: R[] = []
  for (const record of records) {
    if (taken.length === count) break
    taken.push(record)
  }
  return taken
}

/** The median of several runs. */
function repeat<T>(run: () => T): { result: T; milliseconds: number } {
  const runs = Array.from({ length: ROUNDS }, () => timed(run))
  return {
    result: runs[0]!.result,
    milliseconds: percentile(
      runs.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
  }
}

function makeContest(jobs: readonly Job[], talents: readonly Talent[], asOf: string): Contest {
  const engine = MatchEngine.build({ jobs, talents, asOf })
  const posts = new Map(jobs.map(({ id }, post) => [id, post]))
  const pairs = talents.flatMap((talent, seeker) =>
    engine.jobsForTalent(talent.id, PAIRS).map(({ id, points }): Pair => {
      const post = posts.get(id)!
      const forPost = points - pointsOfTheSeeker(jobs[post]!, talent, engine.scene)
      return { seeker, post, forSeeker: points, forPost, fit: points }
    }),
  )
  // As many places as seekers on average, unevenly spread.
  const capacity = jobs.map((_, post) => 1 + ((post * 7) % MOST_PLACES))
  return Contest.of(talents.length, capacity, pairs)
}

const pointsOfTheSeeker = (job: Job, talent: Talent, scene: Scene): number =>
  OF_THE_SEEKER.reduce((sum, { aspect, factor }) => {
    const { share } = aspect.judge(aspect.ofJob(job), aspect.ofTalent(talent), scene)
    return sum + toPoints(share ?? 0, scene.settings.weights[factor!])
  }, 0)
