import { expect, test } from 'vitest'
import { withDigits } from './chinese-number.ts'
import { plain } from './plain.ts'

test('full width, entities, dashes and case are folded', () => {
  expect(plain('８千～１．１万')).toBe('8千-1.1万')
  expect(plain('8K&nbsp;&mdash;&#49;0K')).toBe('8k -10k')
  expect(plain('  C1 —— C2\n')).toBe('c1 - c2')
})

test('a full-width comma never groups thousands', () => {
  expect(plain('底薪3000，500全勤')).toBe('底薪3000, 500全勤')
})

test('an entity that names no character stays as it is', () => {
  expect(plain('&nothing; &#x110000;')).toBe('&nothing; &#x110000;')
})

test('Chinese numbers below a hundred become digits', () => {
  expect(withDigits('十年、二十五人、两名、三个月')).toBe('10年、25人、2名、3个月')
})
