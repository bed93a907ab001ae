import fc from 'fast-check'
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

const masked = (names: Record<string, string>) => {
  for (const [name, shown] of Object.entries(names)) expect(maskName(name)).toBe(shown)
}

test('a Chinese name keeps its surname, and its last character where it has three or more', () =>
  masked({
    王明: '王*',
    张小三: '张*三',
    陈方安生: '陈**生',
    阿里木江: '阿**江',
    '张　三': '张*',
    '张 小三': '张*三',
    '\u{20BB7}野太郎': '\u{20BB7}**郎',
  }))

test('a surname of two characters is kept whole where a given name follows', () =>
  masked({ 欧阳锋: '欧阳*', 欧阳小明: '欧阳*明', 司马相如: '司马*如', 东方: '东*', 上官: '上*' }))

test('a name in parts keeps the first character of each', () =>
  masked({
    阿卜杜拉·买买提: '阿***·买**',
    '阿卜杜拉•买买提': '阿***•买**',
    迪丽热巴·迪力木拉提: '迪***·迪****',
    扎西·德: '扎*·德',
    'John Smith': 'J*** S****',
    'Anna-Maria Müller': 'A***-M**** M*****',
    'Anna Mu\u0308ller': 'A*** M*****',
    Aygul: 'A****',
  }))

test('something of a name is always hidden', () => {
  masked({ 王: '*', '': '', 'J S': 'J *', 阿·买: '阿·*', ' 李 ': '*' })
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== '')
  fc.assert(fc.property(names, (name) => maskName(name) !== name.normalize('NFC').trim() || name.includes('*')))
})
