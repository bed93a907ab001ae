import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MatchEngine } from '../engine.ts'
import { rankTalents } from '../../reference.ts'
import { AS_OF, makeJob, makeTalent } from '../../testing/fixtures.ts'
import { Candidates, DISORDER } from './candidates.ts'

const bounds = fc.array(fc.nat(10_000), { maxLength: 200 })

function collect(bounds: readonly number[]): Candidates {
  const candidates = new Candidates()
  for (const [record, bound] of bounds.entries()) candidates.push(record, 1, 2, bound)
  return candidates
}

test('every candidate stands once in the order, and none much above one before it', () => {
  fc.assert(
    fc.property(bounds, (bounds) => {
      const candidates = collect(bounds)
      const order = [...candidates.sort().subarray(0, candidates.size)]
      expect(order.toSorted((a, b) => a - b)).toEqual([...bounds.keys()])
      for (const [place, at] of order.entries())
        for (const later of order.slice(place)) expect(bounds[later]).toBeLessThanOrEqual(bounds[at]! + DISORDER)
    }),
  )
})

test('those that stand before a place of the order are forgotten, the others stay as they came', () => {
  fc.assert(
    fc.property(bounds, fc.nat(200), (bounds, place) => {
      const candidates = collect(bounds)
      const left = [...candidates.sort().subarray(0, candidates.size)].slice(place).sort((a, b) => a - b)
      candidates.dropBefore(Math.min(place, bounds.length))
      expect([...candidates.records.subarray(0, candidates.size)]).toEqual(left)
      expect([...candidates.bounds.subarray(0, candidates.size)]).toEqual(left.map((record) => bounds[record]))
    }),
  )
})

test('more who may be among the best than may wait are all judged', () => {
  const dayBefore = (days: number) => new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString().slice(0, 10)
  // Nobody's words meet, so the points of the words stay open and nobody is out before being judged.
  const job = makeJob({ terms: ['搬运'] })
  const talents = Array.from({ length: 12_000 }, (_, n) =>
    makeTalent({ id: `${n}`, terms: ['守夜'], updatedOn: dayBefore((n * 7919) % 300) }),
  )
  const engine = MatchEngine.build({ jobs: [job], talents, asOf: AS_OF })
  const { matches } = rankTalents(job, talents, 20, 0, engine.scene)
  const expected = matches.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: false }))
  expect(engine.talentsForJob(job.id, 20)).toEqual(expected)
})
