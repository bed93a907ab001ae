import { expect, test } from 'vitest'
import { areLying, lyingHeight } from './lying.ts'

const STAGES = [
  '收到邀请',
  '官方推荐',
  '已投递',
  '沟通中',
  '面试',
  '已发录用',
  '已接受',
  '已到岗',
  '未录用',
  '已撤回',
  '已失效',
]
const OCCUPATIONS = Array.from({ length: 12 }, (_, number) => `起重装卸机械操作工${number}`)

test('bars lie wherever a name would have to be left out', () => {
  expect(areLying(STAGES, 960)).toBe(false)
  expect(areLying(STAGES, 560)).toBe(true)
  expect(areLying(OCCUPATIONS, 960)).toBe(true)
  expect(areLying(['Waits for an invitation', 'Talking', 'Interview', 'Offered', 'Accepted', 'Placed'], 640)).toBe(true)
})

test('on a phone bars always lie', () => {
  expect(areLying(['一', '二'], 330)).toBe(true)
})

test('months stand side by side, whose neighbours name the one that is left out', () => {
  expect(
    areLying(
      Array.from({ length: 36 }, (_, month) => `20${24 + Math.floor(month / 12)}-0${(month % 9) + 1}`),
      960,
    ),
  ).toBe(false)
})

test('each name that lies has a line of its own, and each series a bar', () => {
  expect(lyingHeight(12, 2) - lyingHeight(11, 2)).toBeGreaterThanOrEqual(36)
})
