import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { titleSimilarity } from './vector.ts'

const readTriplets = (name: string): string[][] =>
  readFileSync(new URL(`gold/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))

test.each([
  ['triplets', 'that helped to choose the method', 0.95],
  ['held-out', 'written afterwards', 0.85],
])('in the gold set %s, %s, the nearer title is nearer for a share of at least %d', (name, _, share) => {
  const triplets = readTriplets(name)
  const right = triplets.filter(([a = '', near = '', far = '']) => titleSimilarity(a, near) > titleSimilarity(a, far))
  expect(triplets.length).toBeGreaterThanOrEqual(60)
  expect(right.length / triplets.length).toBeGreaterThanOrEqual(share)
})

test.each([
  ['叉车司机', '叉车工', '货车司机'],
  ['月嫂', '育儿嫂', '保洁'],
  ['操机', 'CNC操作工', '主播'],
  ['普工', '流水线作业员', '普车'],
  ['网约车司机', '出租车司机', '叉车司机'],
  ['外卖骑手', '美团配送员', '餐厅服务员'],
  ['海鲜加工', '水产品加工工', '海员'],
  ['缝纫工', '服装车工', '数控车工'],
])('%s is nearer to %s than to %s', (title, near, far) => {
  expect(titleSimilarity(title, near)).toBeGreaterThan(titleSimilarity(title, far))
})
