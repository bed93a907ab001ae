import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plain } from '../exact/value.ts'
import { FACTS, ON, prepared } from '../testing/refund.ts'
import { decide } from './decide.ts'

const refund = prepared()
const ANSWERS = fc.record({
  paid: fc.constantFrom('0', '100.01', '24691.34', '90000'),
  size: fc.constantFrom('小型', '中型', '大型'),
  left: fc.nat({ max: 6 }),
  staff: fc.integer({ min: 1, max: 60 }),
  opened: fc.constantFrom('2019-01-01', '2024-01-31', '2024-07-01', '2025-01-01'),
  marks: fc.constantFrom([], ['诚信'], ['优秀', '创新']),
  sound: fc.boolean(),
  reserve: fc.nat({ max: 24 }),
  bonus: fc.constantFrom('0%', '1/3', '50%'),
})
type Answers = Record<string, Plain>

const outcomeOf = (facts: Answers) => {
  const { outcome, amount, missing } = decide(refund, facts, ON)
  return { outcome, paid: outcome === 'granted' ? amount?.value : undefined, missing }
}

test('answering only what is asked, in its order, leads to what all answers lead to', () => {
  const asked = new Set<number>()
  fc.assert(
    fc.property(ANSWERS, fc.subarray(Object.keys(FACTS)), (answers, known) => {
      const everything = outcomeOf(answers)
      const facts = Object.fromEntries(known.map((key) => [key, answers[key as keyof typeof answers]])) as Answers
      let now = outcomeOf(facts)
      let questions = 0
      for (; now.outcome === 'unknown'; questions++) {
        const [next] = now.missing
        expect(facts).not.toHaveProperty(next!)
        facts[next!] = (answers as Answers)[next!]!
        now = outcomeOf(facts)
      }
      expect(now).toEqual(everything)
      asked.add(questions)
    }),
    { numRuns: 500 },
  )
  // From no question to many: the loop was tried.
  expect(asked.size).toBeGreaterThan(5)
})
