import type { Shift } from '@renshu/codes'
import { expect, test } from 'vitest'
import { judge } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import type { Refusals } from '../types.ts'
import { refusals } from './refusals.ts'

const of = (employer: string) => ({ employer })
const on = (...shifts: Shift[]) => ({ shifts })
const asA = (code: string, confidence: number) => ({ occupations: [{ code, confidence }] })
const refuses = (refused: Refusals) => ({ refuses: refused })
const notAt = (...employers: string[]) => refuses({ employers })
const notOn = (...shifts: Shift[]) => refuses({ shifts })
const notIn = (...industries: string[]) => refuses({ industries })
const notAsA = (...occupations: string[]) => refuses({ occupations })

testRules('refusals of employers', refusals, [
  ['nothing refused', of('青岛示例机械有限公司'), {}, 'kept', 'refusals.none'],
  ['an empty list', of('青岛示例机械有限公司'), notAt(), 'kept', 'refusals.none'],
  ['the very name', of('示例机械'), notAt('样品食品', '示例机械'), 'broken', 'refusals.employer'],
  ['a short name refuses the full one', of('青岛示例机械有限公司'), notAt('示例机械'), 'broken', 'refusals.employer'],
  ['a full name refuses the short', of('示例机械'), notAt('青岛示例机械有限公司'), 'broken', 'refusals.employer'],
  ['spaces around do not count', of(' 示例机械'), notAt('示例机械 '), 'broken', 'refusals.employer'],
  ['another stays', of('样品食品'), notAt('示例机械'), 'kept', 'refusals.none'],
  ['two characters are a name', of('青岛示例机械有限公司'), notAt('示例'), 'broken', 'refusals.employer'],
  ['one is none', of('青岛示例机械有限公司'), notAt('示'), 'kept', 'refusals.none'],
  ['nor one in spaces', of('青岛示例机械有限公司'), notAt('示  '), 'kept', 'refusals.none'],
  ['an empty name refuses nobody', of('青岛示例机械有限公司'), notAt('', '  '), 'kept', 'refusals.none'],
  ['an unnamed employer is not refused', {}, notAt('示例机械'), 'kept', 'refusals.none'],
  ['nor is an empty one', of(''), notAt('示例机械'), 'kept', 'refusals.none'],
])

testRules('refusals of industries', refusals, [
  ['the industry itself', { industry: 'H62' }, notIn('H62'), 'broken', 'refusals.industry'],
  ['and all below it', { industry: 'H6210' }, notIn('C', 'H62'), 'broken', 'refusals.industry'],
  ['another stays', { industry: 'H61' }, notIn('H62'), 'kept', 'refusals.none'],
  ['the wider one is not refused', { industry: 'H' }, notIn('H62'), 'kept', 'refusals.none'],
  ['an empty code refuses nothing', { industry: 'H61' }, notIn(''), 'kept', 'refusals.none'],
  ['not stated', {}, notIn('H62'), 'kept', 'refusals.none'],
])

testRules('refusals of shifts', refusals, [
  ['every shift refused', on('night', 'twoShift'), notOn('night', 'twoShift'), 'broken', 'refusals.shifts'],
  ['one shift left', on('day', 'night'), notOn('night'), 'kept', 'refusals.none'],
  ['夜班 refuses 三班倒 too', on('threeShift'), notOn('night'), 'broken', 'refusals.shifts'],
  ['but not 两班倒', on('twoShift'), notOn('night'), 'kept', 'refusals.none'],
  ['三班倒 does not refuse 夜班', on('night'), notOn('threeShift'), 'kept', 'refusals.none'],
  ['白班 does not refuse 三班倒', on('threeShift'), notOn('day'), 'kept', 'refusals.none'],
  ['no shift named is none refused', on(), notOn('night'), 'kept', 'refusals.none'],
  ['not stated', {}, notOn('night'), 'kept', 'refusals.none'],
  ['only an employer refused', on('night'), notAt('示例机械'), 'kept', 'refusals.none'],
])

testRules('refusals of occupations', refusals, [
  ['the occupation itself', asA('4-02-02-01', 0.9), notAsA('4-02-02-01'), 'broken', 'refusals.occupation'],
  ['by its class', asA('4-02-02-01', 0.9), notAsA('6-30', '4-02'), 'broken', 'refusals.occupation'],
  ['codes are compared by parts', asA('4-02-02-01', 0.9), notAsA('4-0'), 'kept', 'refusals.none'],
  ['an empty code refuses nothing', asA('4-02-02-01', 0.9), notAsA(''), 'kept', 'refusals.none'],
  ['a neighbour stays', asA('4-02-02-02', 0.9), notAsA('4-02-02-01'), 'kept', 'refusals.none'],
  ['a reading just sure enough', asA('4-02-02-01', 0.6), notAsA('4-02'), 'broken', 'refusals.occupation'],
  ['a doubtful one refuses nothing', asA('4-02-02-01', 0.59), notAsA('4-02'), 'kept', 'refusals.none'],
  ['not read', {}, notAsA('4-02'), 'kept', 'refusals.none'],
  [
    'only the best reading counts',
    {
      occupations: [
        { code: '6-30-05-01', confidence: 0.9 },
        { code: '4-02-02-01', confidence: 0.8 },
      ],
    },
    notAsA('4-02'),
    'kept',
    'refusals.none',
  ],
])

test('the reason names the code that was refused, not the one on offer', () => {
  expect(judge(refusals, { industry: 'H6210' }, notIn('H62')).reason.values).toEqual({ industry: 'H62' })
  expect(judge(refusals, asA('4-02-02-01', 0.9), notAsA('4-02')).reason.values).toEqual({ occupation: '4-02' })
})
