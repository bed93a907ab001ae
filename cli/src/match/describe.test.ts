import type { Match } from '@renshu/match'
import { expect, test } from 'vitest'
import { wordingIn } from './describe.ts'

type Factor = Match['factors'][number]
const zh = wordingIn('zh')
const brief = (factor: Factor, nearMiss?: Match['nearMiss']): string =>
  zh.briefReasons({
    jobId: 'J',
    talentId: 'T',
    rank: 1,
    score: 1,
    factors: [factor],
    ...(nearMiss && { nearMiss }),
  })[0]!

const place = (points: number): Factor => ({
  name: 'distance',
  points,
  max: 10,
  reason: { key: 'place.outside', values: { site: '370211', wish: '370203', km: 21 } },
})

test('in a row of a sheet the occupation is said in words even when it has all its points', () => {
  const occupation: Factor = {
    name: 'occupation',
    points: 35,
    max: 35,
    reason: { key: 'occupation.equal', values: { wish: '叉车司机' } },
  }
  expect(brief(occupation)).toBe('职业 35/35：岗位名称与意向“叉车司机”一致')
})

test('what the row shows anyway is said only where it costs points', () => {
  expect(brief(place(9.5))).toBe('地点 9.5/10')
  expect(brief(place(5.25))).toBe('地点 5.3/10：工作地青岛市黄岛区不在期望的青岛市市北区，相距约 21 公里')
})

test('what is not stated is named in one word', () => {
  expect(brief({ name: 'text', points: 2.4, max: 8, reason: { key: 'text.unknown', values: {} } })).toBe(
    '经历 2.4/8 未写明',
  )
})

test('what a near miss lacks is not said a second time', () => {
  const { reason } = place(0)
  expect(brief(place(0), { constraint: 'place', reason, by: 21, unit: 'km' })).toBe('地点 0/10')
})
