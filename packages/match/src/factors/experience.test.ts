import { expect, test } from 'vitest'
import { judge } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { experience } from './experience.ts'

const asked = (years: number) => ({ years })
const has = asked

testRules('experience', experience, [
  ['the very years', asked(3), has(3), 'kept', 'experience.met', 1],
  ['many more', asked(3), has(30), 'kept', 'experience.met', 1],
  ['a little short is near', asked(3), has(2.5), 'near 0.5 years', 'experience.below', 0],
  ['two short still is', asked(3), has(1), 'near 2 years', 'experience.below', 0],
  ['more than two is not', asked(3), has(0.5), 'broken 2.5 years', 'experience.below', 0],
  ['none needed, some had', asked(0), has(2), 'kept', 'experience.notNeeded', 1],
  ['none needed, none had', asked(0), has(0), 'kept', 'experience.notNeeded', 1],
  ['none needed, none stated', asked(0), {}, 'kept', 'experience.notNeeded', 1],
  ['some needed, none stated', asked(3), {}, 'kept', 'experience.talentUnknown', 0.5],
  ['not stated by the job', {}, has(3), 'kept', 'experience.jobUnknown', 0.5],
])

test('the reason tells both figures and the difference', () => {
  expect(judge(experience, asked(3), has(2)).reason.values).toEqual({ asked: 3, years: 2, by: 1 })
})
