import { setImmediate as breathe } from 'node:timers/promises'
import type { MatchEngine } from '@renshu/match'
import { mean, percentile } from '../distribution.ts'
import { drawEvenly } from '../town/draw.ts'
import { type Figure, type Section, type Side, figure } from '../figures.ts'
import type { Merging } from '../merging.ts'
import type { BenchPlan } from '../plan.ts'
import { SIDES, askEngine } from '../questions.ts'
import { timed } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'
import { type Update, prepareUpdate } from '../town/updates.ts'

const PER_SECOND = 1000
const MOST_SECONDS = 4

/** A side is merged when this share of all updates waits in it, so that there are merges during the stream. */
const MERGED_SHARE = 1 / 8

type Ids = Record<Side, readonly string[]>
/** Times of the questions by asking side and the longest time between two of them, ms. */
type Course = { times: Record<Side, number[]>; pause: number }
type Beside = { before?: () => void; between?: () => void }

/**
 * Questions of one draw: one half quiet, the other while a thousand updates a second arrive and merges go on in the
 * background. Both halves are new to the engine. The time of a question holds that of the updates just before it.
 *
 * @returns also how many updates the town and the engine have seen
 */
export async function measureStream(
  engine: MatchEngine,
  town: Town,
  { questions }: BenchPlan,
  merging: Merging,
): Promise<{ section: Section; updates: number }> {
  const count = Math.min(PER_SECOND * MOST_SECONDS, town.talents.size)
  const { ids, updates } = prepare(town, questions, count)
  const waiting = Math.ceil(count * MERGED_SHARE)
  const milliseconds = (count / PER_SECOND) * 1000
  const quiet = await askFor(milliseconds, engine, halfOf(ids, 0), {})
  const stream = new Stream(engine, updates)
  const busy = await askFor(milliseconds, engine, halfOf(ids, 1), {
    before: () => stream.applyDue(),
    between: () => merging.start(waiting),
  })
  stream.applyAll()
  await merging.finish()
  return { updates: count, section: { name: 'stream', figures: figuresOf(quiet, busy, stream.times, merging) } }
}

/** Updates, and askers that are there before, between and after them. */
function prepare(town: Town, questions: number, count: number): { ids: Ids; updates: Update[] } {
  const sizes = { jobs: town.jobs.size, talents: town.talents.size }
  const updates = Array.from({ length: count }, (_, n) => prepareUpdate(town, n))
  const idsOf = (side: Side) =>
    drawEvenly(sizes[side], 2 * questions, 0.5)
      .map((number) => town[side].liveFrom(number))
      .filter((number) => number < sizes[side])
      .map((number) => town[side].record(number).id)
  return { ids: { jobs: idsOf('jobs'), talents: idsOf('talents') }, updates }
}

/** Every other id; all of them where there is but one. */
function halfOf({ jobs, talents }: Ids, remainder: number): Ids {
  const half = (ids: readonly string[]) => (ids.length < 2 ? ids : ids.filter((_, place) => place % 2 === remainder))
  return { jobs: half(jobs), talents: half(talents) }
}

/** Updates that fall due one after the other, from the first question on. */
class Stream {
  readonly #engine: MatchEngine
  readonly #updates: readonly Update[]
  #startedAt: number | undefined
  /** How long each update took, ms. */
  readonly times: number[] = []

  constructor(engine: MatchEngine, updates: readonly Update[]) {
    this.#engine = engine
    this.#updates = updates
  }

  applyDue(): void {
    const now = performance.now()
    this.#startedAt ??= now
    this.#applyUpTo(((now - this.#startedAt) / 1000) * PER_SECOND)
  }

  applyAll(): void {
    this.#applyUpTo(this.#updates.length)
  }

  #applyUpTo(due: number): void {
    const most = Math.min(due, this.#updates.length)
    while (this.times.length < most) {
      const update = this.#updates[this.times.length]!
      this.times.push(timed(() => update.apply(this.#engine)).milliseconds)
    }
  }
}

async function askFor(
  milliseconds: number,
  engine: MatchEngine,
  ids: Ids,
  { before, between }: Beside,
): Promise<Course> {
  const course: Course = { times: { jobs: [], talents: [] }, pause: 0 }
  const endsAt = performance.now() + milliseconds
  for (let n = 0; performance.now() < endsAt; n++) {
    const asks = SIDES[n % SIDES.length]!
    const id = ids[asks][Math.floor(n / SIDES.length) % ids[asks].length]
    const ask = () => {
      before?.()
      if (id !== undefined) askEngine(engine, asks, id)
    }
    course.times[asks].push(timed(ask).milliseconds)
    const askedAt = performance.now()
    between?.()
    await breathe()
    course.pause = Math.max(course.pause, performance.now() - askedAt)
  }
  return course
}

function figuresOf(quiet: Course, busy: Course, times: readonly number[], { merges, longestBlock }: Merging): Figure[] {
  const asked = SIDES.filter((asks) => quiet.times[asks].length > 0 && busy.times[asks].length > 0)
  const compared = asked.flatMap((asks) => {
    const [before, during] = [percentile(quiet.times[asks], 0.99), percentile(busy.times[asks], 0.99)]
    return [
      figure('questions', busy.times[asks].length, 'count', asks),
      figure('quietP99', before, 'ms', asks),
      figure('busyP99', during, 'ms', asks),
      figure('busyToQuiet', during / before, 'ratio', asks),
    ]
  })
  return [
    ...compared,
    figure('updates', times.length, 'count', 'updates'),
    figure('mean', mean(times), 'ms', 'updates'),
    figure('p99', percentile(times, 0.99), 'ms', 'updates'),
    figure('longest', percentile(times, 1), 'ms', 'updates'),
    figure('merges', merges, 'count', 'merges'),
    figure('longestBlock', longestBlock, 'ms', 'merges'),
    figure('quietPause', quiet.pause, 'ms', 'merges'),
    figure('busyPause', busy.pause, 'ms', 'merges'),
  ]
}
