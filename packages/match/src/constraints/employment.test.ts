import type { EmploymentType } from '@renshu/codes'
import { expect, test } from 'vitest'
import { judge } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { employment } from './employment.ts'

const types = (...employment: EmploymentType[]) => ({ employment })

testRules('employment', employment, [
  ['the same', types('fullTime'), types('fullTime'), 'kept', 'employment.met'],
  ['one in common is enough', types('dispatch', 'fullTime'), types('fullTime', 'gig'), 'kept', 'employment.met'],
  ['none in common is never near', types('dispatch'), types('fullTime'), 'broken', 'employment.other'],
  ['nothing accepted is nothing stated', types('dispatch'), types(), 'kept', 'employment.unknown'],
  ['not stated by the talent', types('dispatch'), {}, 'kept', 'employment.unknown'],
  ['not stated by the job', {}, types('gig'), 'kept', 'employment.unknown'],
])

test('the reason names what both sides have in common', () => {
  const { reason } = judge(employment, types('dispatch', 'fullTime'), types('fullTime', 'gig'))
  expect(reason.values['shared']).toEqual(['fullTime'])
})
