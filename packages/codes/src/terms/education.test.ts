import { expect, test } from 'vitest'
import { EDUCATION_LEVELS, educationName, educationRank, readEducation, readHighestEducation } from './index.ts'

/** The level, and after > the preferred one. */
const reading = (text: string): string => {
  const education = readEducation(text)
  if (education.kind === 'unknown') return 'unknown'
  return education.preferred ? `${education.level} > ${education.preferred}` : education.level
}

test.each([
  ['本科及以上', 'bachelor'],
  ['大学专科', 'college'],
  ['中专/中技', 'vocational'],
  ['高中以上学历，有驾照优先', 'senior'],
  ['初中及以下', 'junior'],
  ['小学文化', 'primary'],
  ['MBA', 'master'],
  ['研究生', 'master'],
  ['本硕均可', 'bachelor'],
  ['985/211本科', 'bachelor'],
  ['全日制大学及以上', 'bachelor'],
  ['高职', 'college'],
  ['职高', 'vocational'],
])('%s asks for %s', (text, level) => expect(reading(text)).toBe(level))

test('the lowest level named is what is asked for', () => {
  expect(reading('大专或本科')).toBe('college')
})

test('a level with 优先 is preferred, not asked for', () => {
  expect(reading('本科(优先硕士)')).toBe('bachelor > master')
  expect(reading('大专以上学历，本科优先')).toBe('college > bachelor')
  expect(reading('硕士优先')).toBe('none > master')
})

test('不限 counts for education only where it speaks of education', () => {
  expect(reading('学历不限')).toBe('none')
  expect(reading('不限/1-3年')).toBe('none')
  expect(reading('硕士及以上3-5年语言不限 年龄不限')).toBe('master')
  expect(reading('经验不限')).toBe('unknown')
})

test('schools, students and school subjects are not levels', () => {
  for (const text of ['山海大学', '大学生', '初中英语老师', '小学语文']) expect(reading(text), text).toBe('unknown')
})

test("a talent's list of schools reads as its highest level", () => {
  const schools = "['山海大学[本科]:化学', '临港大学[硕士]:材料']"
  expect(readHighestEducation(schools)).toEqual({ text: schools, kind: 'level', level: 'master' })
  expect(readHighestEducation('[]').kind).toBe('unknown')
})

test('levels rise in rank, and senior secondary equals vocational', () => {
  expect(EDUCATION_LEVELS.map(educationRank)).toEqual([0, 1, 2, 3, 3, 4, 5, 6, 7])
  expect(EDUCATION_LEVELS.map((level) => educationName(level)).join(' ')).toBe(
    '不限 小学 初中 高中 中专/技校 大专 本科 硕士 博士',
  )
})
