import { expect, test } from 'vitest'
import { judge } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { certificates } from './certificates.ts'

const requires = (...codes: string[]) => ({ certificates: codes.map((code) => ({ code, required: true })) })
const prefers = (...codes: string[]) => ({ certificates: codes.map((code) => ({ code, required: false })) })
const holds = (...codes: string[]) => ({ certificates: codes })
const ONE_LACKING = 'near 1 certificates'

testRules('certificates', certificates, [
  ['none required', {}, holds('forklift-n1'), 'kept', 'certificates.notAsked'],
  ['preferred is not required', prefers('forklift-n1'), {}, 'kept', 'certificates.notAsked'],
  ['the very class', requires('forklift-n1'), holds('forklift-n1'), 'kept', 'certificates.met'],
  ['not stated counts as lacking', requires('forklift-n1'), {}, ONE_LACKING, 'certificates.missing'],
  ['N2 is not N1', requires('forklift-n1'), holds('sightseeing-n2'), ONE_LACKING, 'certificates.missing'],
  ['A2 covers B2', requires('driving-b2'), holds('driving-a2'), 'kept', 'certificates.met'],
  ['A2 covers C3 through C1', requires('driving-c3'), holds('driving-a2'), 'kept', 'certificates.met'],
  ['B2 does not cover A2', requires('driving-a2'), holds('driving-b2'), ONE_LACKING, 'certificates.missing'],
  ['A1 does not cover A2', requires('driving-a2'), holds('driving-a1'), ONE_LACKING, 'certificates.missing'],
  ['A2 does not cover A1', requires('driving-a1'), holds('driving-a2'), ONE_LACKING, 'certificates.missing'],
  ['any class is a licence', requires('driving'), holds('driving-c1'), 'kept', 'certificates.met'],
  ['a licence is not any class', requires('driving-c1'), holds('driving'), ONE_LACKING, 'certificates.missing'],
  ['高压 is not 低压', requires('electric-low'), holds('electric-high'), ONE_LACKING, 'certificates.missing'],
  ['低压 is not 高压', requires('electric-high'), holds('electric-low'), ONE_LACKING, 'certificates.missing'],
  ['either makes an electrician', requires('electrician'), holds('electric-low'), 'kept', 'certificates.met'],
  [
    '大副 is not 三副',
    requires('seafarer-third-mate'),
    holds('seafarer-chief-mate'),
    ONE_LACKING,
    'certificates.missing',
  ],
  ['the first of two alternatives', requires('driving-a1|driving-a2'), holds('driving-a1'), 'kept', 'certificates.met'],
  ['the other one', requires('driving-a1|driving-a2'), holds('driving-a2'), 'kept', 'certificates.met'],
  [
    'neither of two lacks one',
    requires('driving-a1|driving-a2'),
    holds('driving-b1'),
    ONE_LACKING,
    'certificates.missing',
  ],
  ['one of two', requires('forklift-n1', 'electric-low'), holds('electric-low'), ONE_LACKING, 'certificates.missing'],
  [
    'two lacking are not near',
    requires('forklift-n1', 'electric-low'),
    {},
    'broken 2 certificates',
    'certificates.missing',
  ],
  ['asked for twice is lacking once', requires('forklift-n1', 'forklift-n1'), {}, ONE_LACKING, 'certificates.missing'],
])

test('the reason names what is required and what of it is missing', () => {
  const { reason } = judge(certificates, requires('forklift-n1', 'electric-low'), holds('electric-low'))
  expect(reason.values).toEqual({ required: ['forklift-n1', 'electric-low'], missing: ['forklift-n1'] })
})
