import { describe, expect, test } from 'vitest'
import type { AnyAspect, Scene } from '../aspect.ts'
import { type Rule, judge, outcome } from './judge.ts'

/** One test for each rule of an aspect, named by what the rule says. */
export function testRules(name: string, aspect: AnyAspect, rules: readonly Rule[], scene: Partial<Scene> = {}): void {
  describe(name, () => {
    test.each(rules)('%s', (_, job, talent, outcomeExpected, key, share) => {
      const judgement = judge(aspect, job, talent, scene)
      expect([outcome(judgement), judgement.reason.key]).toEqual([outcomeExpected, key])
      if (share === undefined) expect(judgement.share).toBeUndefined()
      else expect(judgement.share).toBeCloseTo(share, 10)
    })
  })
}
