import {
  Contest,
  type Fit,
  type Job,
  MatchEngine,
  type Pair,
  type Scene,
  type Talent,
  assignBest,
  assignStable,
  blockingPairs,
  judgeFit,
} from '@renshu/match'
import { percentile } from '../distribution.ts'
import { type Section, figure } from '../figures.ts'
import { timed } from '../stopwatch.ts'
import type { Town } from '../town.ts'

const MOST = { seekers: 10_000, posts: 2000 }
/** Posts that a seeker may come to. */
const PAIRS = 50
const ROUNDS = 5
const BOUND = 0.0002
const MOST_PLACES = 9

/** What counts for the one and for the other side of a pair, of the factors of its fit. */
const FOR_SEEKER = new Set(['occupation', 'salary', 'distance'])
const FOR_POST = new Set(['occupation', 'skills', 'text', 'experience'])

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
    engine.jobsForTalent(talent.id, PAIRS).map(({ id }) => {
      const post = posts.get(id)!
      return pairOf(seeker, post, jobs[post]!, talent, engine.scene)
    }),
  )
  // As many places as seekers on average, unevenly spread.
  const capacity = jobs.map((_, post) => 1 + ((post * 7) % MOST_PLACES))
  return Contest.of(talents.length, capacity, pairs)
}

function pairOf(seeker: number, post: number, job: Job, talent: Talent, scene: Scene): Pair {
  const fit = judgeFit(job, talent, scene)
  return { seeker, post, forSeeker: worth(fit, FOR_SEEKER), forPost: worth(fit, FOR_POST), fit: fit.points }
}

/** Whole hundredths of a point of some of the factors. */
const worth = ({ factors }: Fit, counted: ReadonlySet<string>): number =>
  Math.round(factors.reduce((sum, { name, points }) => sum + (counted.has(name) ? points * 100 : 0), 0))
