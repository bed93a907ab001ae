import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../settings.ts'
import { AS_OF } from '../../testing/fixtures.ts'
import { makeBareJob, makeBareTalent } from '../../testing/judge.ts'
import { LEARNED_TITLES } from '../../titles.ts'
import type { Side } from '../classes/index.ts'
import { buildParts, openScene } from '../parts.ts'
import type { Segment } from '../segment/segment.ts'
import { Shared } from './shared.ts'
import { ANY_SKILL } from './sieve.ts'

/** Some are had by many and some by few. */
const skills = fc.uniqueArray(
  fc.oneof(
    fc.nat(2),
    fc.nat(60).map((rare) => 3 + rare),
  ),
  { maxLength: 6 },
)
const crowd = fc.array(skills, { minLength: 60, maxLength: 90, size: 'max' })
const settings = fc
  .constantFrom(0, 0.3, 1)
  .map((unknown): Settings =>
    Object.assign({}, DEFAULT_SETTINGS, { unknown: { ...DEFAULT_SETTINGS.unknown, skills: unknown } }),
  )
const named = (numbers: readonly number[]): string[] => numbers.map((number) => `skill ${number}`)
const BITS = 63

type Question = { shared: Shared; segment: Segment; points: number[] }

/** One who asks with these skills, and the points of everybody on the other side. */
function ask(side: Side, own: number[], others: number[][], settings: Settings): Question {
  const [jobs, talents] = side === 'jobs' ? [[own], others] : [others, [own]]
  const { scene, books, segments } = buildParts(
    openScene(AS_OF, settings, LEARNED_TITLES),
    jobs.map((skills, i) => makeBareJob({ id: `${i}`, skills: named(skills) })),
    talents.map((skills, i) => makeBareTalent({ id: `${i}`, skills: named(skills) })),
  )
  const shared = new Shared('skills', side, scene, books)
  shared.begin(segments[side][0]!.skills, 0)
  shared.spreadBits((skill) => skill % BITS)
  const segment = segments[side === 'jobs' ? 'talents' : 'jobs'][0]!
  return { shared, segment, points: others.map((_, record) => shared.points(segment.skills, record)) }
}

describe.each(['jobs', 'talents'] as const)('when %s ask', (side) => {
  test('nobody who shares enough is left out by the lists, unless they say that they cannot tell', () => {
    fc.assert(
      fc.property(skills, crowd, settings, fc.nat(59), (own, others, settings, one) => {
        const { shared, segment, points } = ask(side, own, others, settings)
        const needed = Math.max(shared.unknown + 1, points[one]!)
        const visited = new Set<number>()
        const couldTell = shared.eachSharer(
          segment.postings!,
          () => needed,
          (record) => visited.add(record),
        )
        if (!couldTell) expect(visited.size).toBe(0)
        else for (const [record, gained] of points.entries()) if (gained >= needed) expect(visited).toContain(record)
      }),
    )
  })

  test('nobody gets more points than the bits of the row promise', () => {
    fc.assert(
      fc.property(skills, crowd, settings, (own, others, settings) => {
        const { shared, segment, points } = ask(side, own, others, settings)
        const { start, of, total } = segment.skills
        for (const [record, gained] of points.entries()) {
          let [low, high] = [0, ANY_SKILL]
          for (const skill of of.subarray(start[record], start[record + 1])) {
            const bit = skill % BITS
            if (bit < 32) low |= 1 << bit
            else high |= 1 << (bit - 32)
          }
          expect(shared.mostPoints(low >>> 0, high >>> 0, total, record)).toBeGreaterThanOrEqual(gained)
        }
      }),
    )
  })

  test('nobody who shares enough lacks all the bits that are demanded', () => {
    fc.assert(
      fc.property(skills, crowd, settings, fc.nat(59), (own, others, settings, one) => {
        const { shared, segment, points } = ask(side, own, others, settings)
        const needed = points[one]!
        const mask = shared.maskFor(needed)
        if (!mask) return
        const { start, of } = segment.skills
        for (const [record, gained] of points.entries()) {
          const bits = Array.from(of.subarray(start[record], start[record + 1]), (skill) => skill % BITS)
          const meets = bits.some((bit) => (bit < 32 ? mask.low >>> bit : mask.high >>> (bit - 32)) & 1)
          if (gained >= needed) expect(meets).toBe(true)
        }
      }),
    )
  })
})
