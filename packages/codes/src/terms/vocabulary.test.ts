import { expect, test } from 'vitest'
import {
  EMPLOYMENT_TYPES,
  employmentTypeName,
  readEmploymentTypes,
  readShifts,
  readWelfare,
  SHIFTS,
  shiftName,
  WELFARE,
  welfareName,
} from './index.ts'

test.each([
  ['全职/兼职', 'fullTime partTime'],
  ['兼职/周末', 'partTime'],
  ['非全日制', 'partTime'],
  ['小时工', 'partTime'],
  ['实习', 'internship'],
  ['暑假工', 'temporary'],
  ['日结', 'gig'],
  ['劳务派遣', 'dispatch'],
  ['长期工', 'fullTime'],
  ['Part Time', 'partTime'],
])('%s is %s', (text, types) => expect(readEmploymentTypes(text).join(' ')).toBe(types))

test('a kind of employment that is denied or only sounds alike is not read', () => {
  for (const text of ['非派遣', '兼职勿扰', '实习期3个月', '不招兼职', 'International'])
    expect(readEmploymentTypes(text), text).toEqual([])
})

test.each([
  ['长白班', 'day'],
  ['两班倒', 'twoShift'],
  ['12小时两班倒', 'twoShift'],
  ['三班两运转', 'threeShift'],
  ['四班三倒', 'threeShift'],
  ['夜班', 'night'],
  ['倒班', 'rotating'],
  ['弹性工作', 'flexible'],
  ['白班/夜班', 'day night'],
])('%s is %s', (text, shifts) => expect(readShifts(text).join(' ')).toBe(shifts))

test('nights that are denied are not night work', () => {
  for (const text of ['无夜班', '不上夜班', '没有夜班', '不需要上夜班', '夜班勿扰', '不倒班', '夜班补贴'])
    expect(readShifts(text), text).toEqual([])
  expect(readShifts('上白班不上夜班')).toEqual(['day'])
})

test.each([
  ['五险一金、包吃住', 'insuranceAndFund insurance housingFund meals housing'],
  ['缴纳五险', 'insurance'],
  ['管吃管住', 'meals housing'],
  ['包吃不包住', 'meals'],
  ['周末双休', 'weekends'],
  ['月休4天', 'singleDayOff'],
  ['年底双薪', 'thirteenthMonth'],
  ['厂车接送', 'shuttle'],
  ['夜班补贴', 'nightAllowance'],
  ['不加班', 'noOvertime'],
  ['加班费', 'overtimePay'],
])('%s brings %s', (text, welfare) => expect(readWelfare(text).join(' ')).toBe(welfare))

test('benefits that are denied and words that only share the letters are not benefits', () => {
  for (const text of ['不包吃住', '不提供住宿', '体检中心', '旅游顾问']) expect(readWelfare(text), text).toEqual([])
})

const namesIn = (lang: 'zh' | 'en'): string[] => [
  ...EMPLOYMENT_TYPES.map((type) => employmentTypeName(type, lang)),
  ...SHIFTS.map((shift) => shiftName(shift, lang)),
  ...WELFARE.map((welfare) => welfareName(welfare, lang)),
]

test('every code has a Chinese and an English name of its own', () => {
  for (const lang of ['zh', 'en'] as const) expect(new Set(namesIn(lang)).size).toBe(namesIn(lang).length)
})
