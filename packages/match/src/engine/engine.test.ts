import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCorpus } from '../corpus.ts'
import { compare } from '../testing/compare.ts'
import { AS_OF } from '../testing/fixtures.ts'
import { aTown, someSettings, type Town } from '../testing/towns.ts'
import type { Job, Talent } from '../types.ts'
import { DuplicateId, UnknownId } from '../errors.ts'
import type { Side } from './classes/index.ts'
import { MatchEngine, type Merge } from './engine.ts'
import { mergeSegments } from './segment/merge.ts'

const town = aTown(1, 12)
const most = fc.integer({ min: -1, max: 5 })

describe('the engine answers as judging everybody does, both ways', () => {
  test('in a small town with the usual settings', () => {
    fc.assert(
      fc.property(town, most, most, (records, k, near) => {
        compare(MatchEngine.build({ ...records, asOf: AS_OF }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })

  test('in a small town with any settings', () => {
    fc.assert(
      fc.property(town, someSettings, most, most, (records, settings, k, near) => {
        compare(MatchEngine.build({ ...records, asOf: AS_OF, settings }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })
})

test('the engine weighs words as the definition does', () => {
  fc.assert(
    fc.property(town, ({ jobs, talents }) => {
      const { corpus } = MatchEngine.build({ jobs, talents, asOf: AS_OF }).scene
      const counted = countCorpus(jobs, talents)
      for (const item of ['叉车', '装卸', 'driving-a2', '没有']) {
        expect(corpus.skillWeight(item)).toBe(counted.skillWeight(item))
        expect(corpus.termWeight(item)).toBe(counted.termWeight(item))
      }
      for (const length of [1, 7]) expect(corpus.frequency(1, length)).toBe(counted.frequency(1, length))
    }),
    { numRuns: 50 },
  )
})

/** A change of one record of either side, by its place in the town, or a merge begun or ended. */
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('put', 'withdraw'),
    side: fc.constantFrom('jobs', 'talents'),
    at: fc.nat(11),
    from: fc.nat(11),
  }),
  fc.record({ kind: fc.constantFrom('begin', 'end'), side: fc.constantFrom('jobs', 'talents') }),
)
type Step = { kind: string; side: string; at?: number; from?: number }

/** The engine, and beside it the records it should hold. */
class Life {
  readonly engine: MatchEngine
  readonly jobs: Map<string, Job>
  readonly talents: Map<string, Talent>
  readonly #town: Town
  readonly #merges = new Map<string, Merge>()

  constructor(town: Town) {
    this.#town = town
    this.engine = MatchEngine.build({ ...town, asOf: AS_OF })
    this.jobs = new Map(town.jobs.map((job) => [job.id, job]))
    this.talents = new Map(town.talents.map((talent) => [talent.id, talent]))
  }

  live({ kind, side, at = 0, from = 0 }: Step): void {
    if (kind === 'begin' && !this.#merges.has(side)) this.#merges.set(side, this.engine.beginMerge(side as Side))
    if (kind === 'end') this.#end(side)
    if (kind === 'put') this.#put(side, at, from)
    if (kind === 'withdraw') this.#withdraw(side, at)
  }

  #end(side: string): void {
    const merge = this.#merges.get(side)
    if (merge) this.engine.endMerge(merge, mergeSegments(merge.order))
    this.#merges.delete(side)
  }

  /** The record at one place takes the id of another, or an id that is new. */
  #put(side: string, at: number, from: number): void {
    const id = from % 3 === 0 ? `new${at}` : undefined
    if (side === 'jobs') {
      const { jobs } = this.#town
      const job = { ...jobs[at % jobs.length]!, id: id ?? jobs[from % jobs.length]!.id }
      this.jobs.set(job.id, job)
      this.engine.putJob(job)
      return
    }
    const { talents } = this.#town
    const talent = { ...talents[at % talents.length]!, id: id ?? talents[from % talents.length]!.id }
    this.talents.set(talent.id, talent)
    this.engine.putTalent(talent)
  }

  #withdraw(side: string, at: number): void {
    const records = side === 'jobs' ? this.jobs : this.talents
    const id = [...records.keys()][at]
    if (id === undefined) return
    records.delete(id)
    if (side === 'jobs') this.engine.withdrawJob(id)
    else this.engine.withdrawTalent(id)
  }
}

const life = fc.array(step, { maxLength: 30 }) as fc.Arbitrary<Step[]>

test('any interleaving of updates, questions and merges answers as judging everybody who is there', () => {
  fc.assert(
    fc.property(town, life, most, (records, steps, near) => {
      const city = new Life(records)
      for (const [number, step] of steps.entries()) {
        city.live(step)
        if (number % 5 === 4)
          compare(city.engine, { jobs: [...city.jobs.values()], talents: [...city.talents.values()] }, 3, near)
      }
      compare(city.engine, { jobs: [...city.jobs.values()], talents: [...city.talents.values()] }, 4, near)
    }),
    { numRuns: 150 },
  )
})

test('an engine opened from the state of another goes on as that one would', () => {
  fc.assert(
    fc.property(town, life, (records, steps) => {
      const city = new Life(records)
      for (const step of steps.slice(0, 15)) city.live(step)
      const opened = MatchEngine.open(structuredClone(city.engine.state), undefined, 1)
      const live = { jobs: [...city.jobs.values()], talents: [...city.talents.values()] }
      compare(opened, live, 3, 2)
      compare(city.engine, live, 3, 2)
    }),
    { numRuns: 50 },
  )
})

test('an id that the engine does not hold is refused, and so is one that stands twice', () => {
  const records = fc.sample(aTown(3, 3), { numRuns: 1, seed: 5 })[0]!
  const engine = MatchEngine.build({ ...records, asOf: AS_OF })
  expect(() => engine.talentsForJob('nobody', 5)).toThrow(UnknownId)
  expect(() => engine.withdrawTalent('nobody')).toThrow(UnknownId)
  engine.withdrawJob(records.jobs[0]!.id)
  expect(() => engine.talentsForJob(records.jobs[0]!.id, 5)).toThrow(UnknownId)
  expect(() => MatchEngine.build({ ...records, jobs: [records.jobs[0]!, records.jobs[0]!], asOf: AS_OF })).toThrow(
    DuplicateId,
  )
})
