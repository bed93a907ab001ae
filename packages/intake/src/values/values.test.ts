import { expect, test } from 'vitest'
import { isOpenEnd, readBirthYear, readDate, readLastDay, readStart } from './date.ts'
import { LIST_OR_SLASH, readItems, readNames } from './items.ts'
import { readPlaceCells, readWishedPlaces } from './place.ts'
import { salaryText } from './salary.ts'
import { ageAsked, clausesOf, educationAsked, yearsAsked } from './sentences.ts'
import { readTerms } from './words.ts'

test('lists are read as JSON, as Python prints them, and as text with separators', () => {
  expect(readItems("['python[SKILLED]', 'mysql']")).toEqual([{ text: 'python', level: 'SKILLED' }, { text: 'mysql' }])
  expect(readItems('["五险","包住"]')).toEqual([{ text: '五险' }, { text: '包住' }])
  expect(readItems('[{"name":"Java","level":3}]')).toEqual([{ text: 'Java' }])
  expect(readItems('Excel（熟练）；PPT')).toEqual([{ text: 'Excel', level: '熟练' }, { text: 'PPT' }])
  expect(readNames('五险|中技/中专|五险')).toEqual(['五险', '中技/中专'])
  expect(readNames('叉车司机/普工', LIST_OR_SLASH)).toEqual(['叉车司机', '普工'])
  expect(readNames('[]')).toEqual([])
})

test('dates are read in the spellings of forms, boards and spreadsheets', () => {
  const spellings = ['2024-03-05', '2024/3/5', '2024.3.5', '2024年3月5日', '20240305', '2024-03-05 13:12:16', '45356']
  expect(spellings.map(readDate)).toEqual(spellings.map(() => '2024-03-05'))
  expect(['2024', '03-05', '2024-02-30', '尽快'].map(readDate)).toEqual([undefined, undefined, undefined, undefined])
})

test('a delay counts from the day it is asked on, and from no other', () => {
  expect(readStart('一周内', '2026-11-21')).toBe('2026-11-28')
  expect(readStart('随时到岗', '2026-11-21')).toBe('2026-11-21')
  expect(readStart('随时到岗')).toBeUndefined()
  expect(readStart('2026年12月1日')).toBe('2026-12-01')
})

test('the year of birth is read from years, months, dates and two digits', () => {
  expect(['1985', '1985-03', '1985年6月', '1985.12', '19850312', '85年', '31112'].map(readBirthYear)).toEqual(
    Array.from({ length: 7 }, () => 1985),
  )
  expect(['1885', '2025', '保密', ''].map(readBirthYear)).toEqual([undefined, undefined, undefined, undefined])
})

const cells = (...pairs: [string, string][]) => pairs.map(([column, value]) => ({ column, value }))

test('pay in two columns becomes a range, and a bare number takes the unit of its header', () => {
  expect(salaryText(cells(['最低工资', '5000'], ['最高工资', '8000']))).toBe('5000-8000')
  expect(salaryText(cells(['最低工资', '5000']))).toBe('5000以上')
  expect(salaryText(cells(['最高工资', '8000']))).toBe('8000以下')
  expect(salaryText(cells(['薪资（千元）', '5-8']))).toBe('5-8千/月')
  expect(salaryText(cells(['年薪（万元）', '15']))).toBe('15万/年')
  expect(salaryText(cells(['日薪', '200以上']))).toBe('200元/天以上')
  expect(salaryText(cells(['薪资（千元）', '面议']))).toBe('面议')
  expect(salaryText(cells(['wage', '["3000","5000"]']))).toBe('3000-5000')
  expect(salaryText(cells(['最低（千元）', '5'], ['最高（千元）', '8']))).toBe('5-8千/月')
})

const readPlaces = (...pairs: [string, string][]) => readPlaceCells(cells(...pairs))

test('columns for city, district and address explain each other', () => {
  expect(readPlaces(['城市', '青岛'], ['区', '黄岛'])).toMatchObject({ kind: 'division', codes: ['370211'] })
  expect(readPlaces(['城市', '青岛市'], ['工作地址', '青岛市市南区示例路1号'])).toMatchObject({ codes: ['370202'] })
  expect(readPlaces(['城市', '长春'], ['区域', '朝阳'])).toMatchObject({ kind: 'division', codes: ['220104'] })
  expect(readPlaces(['工作地点', '朝阳'])).toMatchObject({ kind: 'ambiguous' })
  expect(readPlaceCells([])).toBeUndefined()
})

test('wished places may be several, relative to the home, or anywhere', () => {
  expect(readWishedPlaces('黄岛、胶州', undefined).codes).toEqual(['370211', '370281'])
  expect(readWishedPlaces("['广东省广州市天河区']", undefined).codes).toEqual(['440106'])
  expect(readWishedPlaces('省内', '370211').codes).toEqual(['370000'])
  expect(readWishedPlaces('青岛、省内', '370211').codes).toEqual(['370200', '370000'])
  expect(readWishedPlaces('本市', '370211').codes).toEqual(['370200'])
  expect(readWishedPlaces('不限', undefined)).toMatchObject({ codes: [], anywhere: true })
  expect(readWishedPlaces('朝阳', undefined)).toMatchObject({ codes: [], unread: [{ kind: 'ambiguous' }] })
})

test('what a description asks for is read from its sentences, what it prefers is not', () => {
  const text = '任职要求：1、大专以上学历，3年以上相关工作经验；2、18-45周岁；3、本科优先。'
  expect(educationAsked(text)).toBe('college')
  expect(yearsAsked(text)).toBe(3)
  expect(ageAsked(text)).toEqual({ min: 18, max: 45 })
  expect(educationAsked('本科以上学历优先')).toBeUndefined()
  expect(yearsAsked('有5年以上经验者优先')).toBeUndefined()
  expect(yearsAsked('公司成立10年，产品稳定')).toBeUndefined()
  expect(educationAsked('学历不限')).toBe('none')
})

test('clauses end at stops but not inside numbers', () => {
  expect(clausesOf('薪资3.5K，3-5年。Good. Very')).toEqual(['薪资3.5K', '3-5年', 'Good', ' Very'])
})

test('the words of a description leave out stop words and numbers, and are bounded', () => {
  const terms = readTerms('负责叉车的装卸 3 2024，叉车'.repeat(300))
  expect(terms.length).toBeLessThanOrEqual(200)
  expect(terms).toContain('叉车')
  expect(terms).not.toContain('的')
  expect(terms).not.toContain('2024')
})

test('a last day is read as other dates are, of a month alone it is the last of it', () => {
  expect(readLastDay('2027年1月10日')).toBe('2027-01-10')
  expect(readLastDay('2027/1/10 18:00')).toBe('2027-01-10')
  expect(readLastDay('20270110')).toBe('2027-01-10')
  expect(readLastDay('2028年2月')).toBe('2028-02-29')
  expect(readLastDay('2027-13')).toBeUndefined()
  expect(readLastDay('月底')).toBeUndefined()
  expect(['长期有效', '招满为止', '招满即止'].every(isOpenEnd)).toBe(true)
  expect(isOpenEnd('月底')).toBe(false)
})
