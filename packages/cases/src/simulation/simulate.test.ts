import { expect, test } from 'vitest'
import { hash, prepare } from '../testing/subsidy.ts'
import { simulate } from './simulate.ts'
import type { PolicyInPlay } from './world.ts'

test('random commands break no rule, and reach every stage and step', () => {
  const { violations, unreached, payments, repeated } = simulate([prepare()], 1, 4000, hash)
  expect(violations).toEqual([])
  expect(unreached).toEqual([])
  expect(payments).toBeGreaterThan(10)
  expect(repeated).toBeGreaterThan(10)
})

test('the same seed gives the same run', () => {
  const run = () => simulate([prepare()], 7, 500, hash)
  expect(run()).toEqual(run())
})

test('a definition that slipped past the check is caught: one person for both steps', () => {
  const prepared = prepare()
  const approving = prepared.stages.get('approving')!
  const loose = approving.steps!.map((step) => ({ ...step, notSameAs: [] }))
  const stages = new Map([...prepared.stages, ['approving', { ...approving, steps: loose }] as const])
  const steps = new Map([...prepared.steps, ...loose.map((step) => [step.id, { step, stage: approving }] as const)])
  const { refusals, violations } = simulate([{ ...prepared, stages, steps }], 1, 6000, hash)
  expect(violations).toEqual([])
  expect(refusals['fourEyes']).toBeGreaterThan(0)
})

test('where the policy itself decides, hardly anybody is paid whom it refuses', () => {
  const prepared = prepare()
  const run = (outcome: 'granted' | 'refused') => {
    const amount = {
      value: '1.00',
      shown: '1.00',
      arithmetic: '',
      period: 'once',
      provisional: false,
      clause: '',
    } as const
    const policy = prepared.service.policy!.key
    const decide: PolicyInPlay['decide'] = (facts, effective, known) => {
      const decision = { policy, facts, effective, known, outcome, missing: [] }
      return outcome === 'granted' ? { ...decision, amount } : decision
    }
    const examples = [{ facts: {}, effective: '2026-03-02' }]
    return simulate([prepared], 1, 3000, hash, new Map([[prepared, { decide, examples }]]))
  }
  const [granted, refused] = [run('granted'), run('refused')]
  expect([granted.violations, refused.violations]).toEqual([[], []])
  expect(granted.payments).toBeGreaterThan(5)
  // Now and then the rules change, by chance.
  expect(refused.payments).toBeLessThan(granted.payments / 5)
  expect(refused.refusals['notEntitled']).toBeGreaterThan(granted.refusals['notEntitled'] ?? 0)
})
