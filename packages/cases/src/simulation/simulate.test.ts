import { expect, test } from 'vitest'
import { hash, prepare } from '../testing/subsidy.ts'
import { simulate } from './simulate.ts'

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
