import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type FactorName, type Settings } from '../settings.ts'
import { compare } from '../testing/compare.ts'
import { AS_OF, makeJob, makeTalent } from '../testing/fixtures.ts'
import { someSettings, type Town } from '../testing/towns.ts'
import { aWideTown } from '../testing/wide-towns.ts'
import type { Job, Talent } from '../types.ts'
import type { Side } from './classes/index.ts'
import { MatchEngine, type Merge } from './engine.ts'
import { mergeSegments } from './segment/merge.ts'

const RUNS = 60
const anyK = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(1, 1, 0.5, 2.5, -1, Number.NaN, Infinity, 1000))
const NO_WEIGHTS = { occupation: 0, skills: 0, text: 0, salary: 0, distance: 0, experience: 0, recency: 0 }
const allFor = (name: FactorName): Settings => ({
  ...DEFAULT_SETTINGS,
  weights: { ...NO_WEIGHTS, [name]: 97.13, recency: 2.87 },
  titleFloor: 0,
})
const settings = fc.oneof(
  fc.constant(DEFAULT_SETTINGS),
  someSettings,
  // Nearly all points of one kind, where a bound that is off by one shows.
  fc.constantFrom<FactorName>('occupation', 'skills', 'distance').map(allFor),
)

describe('whatever the records hold, the engine answers as judging everybody does', () => {
  test('in a town of few occupations with any settings', () => {
    fc.assert(
      fc.property(aWideTown(0, 36), settings, anyK, anyK, (town, settings, k, near) => {
        compare(MatchEngine.build({ ...town, asOf: AS_OF, settings }), town, k, near)
      }),
      { numRuns: RUNS },
    )
  })

  test('on the first and the last day of all', () => {
    fc.assert(
      fc.property(aWideTown(1, 8), fc.constantFrom('0000-01-01', '9999-12-31'), (town, asOf) => {
        compare(MatchEngine.build({ ...town, asOf }), town, 4, 4)
      }),
      { numRuns: RUNS },
    )
  })
})

test('a wish that is foreign to the job gives its points when another makes the job acceptable', () => {
  const wish = (title: string, code: string, confidence: number) => ({ title, occupations: [{ code, confidence }] })
  const job = makeJob()
  const [foreign, doubtful] = [wish('叉车工', '2-06-03-00', 0.9), wish('会计', '2-06-03-00', 0.3)]
  const talents = [
    makeTalent({ id: 'one wish', wishes: [wish('货车司机', '1-01-01-00', 0.3)] }),
    makeTalent({ id: 'two wishes', wishes: [doubtful, foreign] }),
    makeTalent({ id: 'foreign', wishes: [foreign] }),
  ]
  const settings = { ...allFor('occupation'), leastOccupation: 0.8 }
  const engine = MatchEngine.build({ jobs: [job], talents, asOf: AS_OF, settings })
  compare(engine, { jobs: [job], talents }, 1, 0)
  expect(engine.talentsForJob(job.id, 3).map(({ id }) => id)).toEqual(['two wishes', 'one wish'])
})

const step = fc.record({
  kind: fc.constantFrom(
    'put',
    'put',
    'put',
    'withdraw',
    'begin',
    'begin anew',
    'carry out',
    'end',
    'end slowly',
    'at once',
  ),
  side: fc.constantFrom<Side>('jobs', 'talents'),
  at: fc.nat(),
})
type Step = { kind: string; side: Side; at: number }
type Running = { merge: Merge; merged?: ReturnType<typeof mergeSegments> }

/** An engine that begins with a part of a town and learns of the rest. */
class Life {
  readonly engine: MatchEngine
  readonly held: { jobs: Map<string, Job>; talents: Map<string, Talent> }
  readonly #town: Town
  readonly #running: { jobs?: Running; talents?: Running } = {}

  constructor(town: Town, known: number) {
    this.#town = town
    const [jobs, talents] = [town.jobs.slice(0, known), town.talents.slice(0, known)]
    this.engine = MatchEngine.build({ jobs, talents, asOf: AS_OF })
    this.held = {
      jobs: new Map(jobs.map((job) => [job.id, job])),
      talents: new Map(talents.map((one) => [one.id, one])),
    }
  }

  live({ kind, side, at }: Step): void {
    const running = this.#running[side]
    if (kind === 'put') this.#put(side, at)
    else if (kind === 'withdraw') this.#withdraw(side, at)
    else if (kind === 'begin') this.#running[side] ??= { merge: this.engine.beginMerge(side) }
    else if (kind === 'begin anew') this.#beginAnew(side)
    else if (kind === 'at once') this.#mergeAtOnce(side)
    else if (running) {
      // Between carrying out and ending, records come and go that the merged segment does not know of.
      running.merged ??= mergeSegments(running.merge.order)
      if (kind === 'carry out') return
      const atOnce = kind === 'end slowly' ? 1 : Infinity
      if (this.engine.endMerge(running.merge, running.merged, atOnce)) delete this.#running[side]
    }
  }

  #beginAnew(side: Side): void {
    const running = this.#running[side]
    if (running) this.engine.giveUpMerge(running.merge)
    this.#running[side] = { merge: this.engine.beginMerge(side) }
  }

  #mergeAtOnce(side: Side): void {
    this.engine.mergeAtOnce(side)
    delete this.#running[side]
  }

  /** What one record says goes under the id of another. */
  #put(side: Side, at: number): void {
    const { jobs, talents } = this.#town
    const { id } = this.#town[side][(at >> 8) % this.#town[side].length]!
    if (side === 'jobs') this.engine.putJob(keep(this.held.jobs, { ...jobs[at % jobs.length]!, id }))
    else this.engine.putTalent(keep(this.held.talents, { ...talents[at % talents.length]!, id }))
  }

  #withdraw(side: Side, at: number): void {
    const id = [...this.held[side].keys()][at % Math.max(1, this.held[side].size)]
    if (id === undefined) return
    this.held[side].delete(id)
    if (side === 'jobs') this.engine.withdrawJob(id)
    else this.engine.withdrawTalent(id)
  }

  get town(): Town {
    return { jobs: [...this.held.jobs.values()], talents: [...this.held.talents.values()] }
  }
}

function keep<T extends { id: string }>(held: Map<string, T>, record: T): T {
  held.set(record.id, record)
  return record
}

test('an engine that begins with little and learns of all the rest, between and during merges, answers so too', () => {
  const steps = fc.array(step, { maxLength: 60, size: 'max' })
  fc.assert(
    fc.property(aWideTown(1, 20), fc.nat(10), steps, fc.nat(3), (town, known, steps, near) => {
      const life = new Life(town, known)
      for (const [number, step] of steps.entries()) {
        life.live(step)
        if (number % 15 === 7) compare(life.engine, life.town, 2, near)
      }
      compare(life.engine, life.town, 3, near)
    }),
    { numRuns: RUNS },
  )
})

test('the order in which records come decides nothing', () => {
  fc.assert(
    fc.property(aWideTown(1, 16), ({ jobs, talents }) => {
      const one = MatchEngine.build({ jobs, talents, asOf: AS_OF })
      const other = MatchEngine.build({ jobs: jobs.toReversed(), talents: talents.toReversed(), asOf: AS_OF })
      for (const { id } of jobs) expect(other.talentsForJob(id, 3, 2)).toEqual(one.talentsForJob(id, 3, 2))
      for (const { id } of talents) expect(other.jobsForTalent(id, 3, 2)).toEqual(one.jobsForTalent(id, 3, 2))
    }),
    { numRuns: RUNS },
  )
})

test('a job that pays more, asks less, is newer or nearer does not fall for anybody', () => {
  const better = fc.constantFrom<(job: Job) => Partial<Job>>(
    ({ salary }) => (salary ? { salary: { min: 1e19, max: 1e19 } } : {}),
    ({ years }) => (years ? { years: Math.min(years, years / 2) } : {}),
    () => ({ updatedOn: AS_OF }),
    () => ({ remote: true }),
  )
  fc.assert(
    fc.property(aWideTown(1, 12), better, ({ jobs, talents }, change) => {
      const engine = MatchEngine.build({ jobs, talents, asOf: AS_OF })
      const [job] = jobs as [Job]
      const placesOf = () =>
        talents.map(({ id }) => engine.jobsForTalent(id, Infinity).findIndex((one) => one.id === job.id))
      const before = placesOf()
      engine.putJob({ ...job, ...change(job) })
      for (const [at, place] of placesOf().entries())
        if (before[at]! >= 0) expect(place >= 0 && place <= before[at]!).toBe(true)
    }),
    { numRuns: RUNS },
  )
})
