import { expect, test } from 'vitest'
import { tsvLine, yuanOf } from './tsv.ts'

test('tabs and line ends inside a value cannot break columns', () => {
  expect(tsvLine(['8k\t面议', 'a\r\nb', undefined, 0, '\u2028'])).toBe('8k 面议\ta b\t\t0\t \n')
})

test('yuan have two decimals only when they need them', () => {
  expect([800_000, 435_050, 0, undefined].map(yuanOf)).toEqual(['8000', '4350.50', '0', ''])
})
