import { expect, test } from 'vitest'
import { maskMobile, maskName, maskResidentId } from './index.ts'

test('a resident id keeps area and last four characters', () => {
  expect(maskResidentId('11010519491231002X')).toBe('110105********002X')
  expect(maskResidentId('110105491231002')).toBe('110105*****1002')
})

test('a mobile number keeps three and four digits', () => {
  expect(maskMobile('13800138000')).toBe('138****8000')
})

test('what is no number of its kind is hidden whole', () => {
  expect(maskResidentId('护照E12345678')).toBe('***********')
  expect(maskMobile('0532-80000000')).toBe('*************')
})

test('a name keeps its surname', () => {
  expect(maskName('王小明')).toBe('王**')
  expect(maskName('王明')).toBe('王*')
  expect(maskName('欧阳小明')).toBe('欧阳**')
  expect(maskName('东方')).toBe('东*')
  expect(maskName('王')).toBe('*')
  expect(maskName('')).toBe('')
})
