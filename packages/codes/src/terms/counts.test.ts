import { expect, test } from 'vitest'
import { readAge, readExperience, readHeadcount } from './index.ts'

const age = (text: string): string => {
  const reading = readAge(text)
  return reading.kind === 'range' ? `${reading.min ?? ''}–${reading.max ?? ''}` : 'unknown'
}

const headcount = (text: string): string => {
  const reading = readHeadcount(text)
  return reading.kind === 'count' ? `${reading.min}–${reading.max ?? ''}` : reading.kind
}

test.each([
  ['18-45岁', '18–45'],
  ['18—45周岁', '18–45'],
  ['二十至四十岁', '20–40'],
  ['45周岁以下', '–45'],
  ['55岁（含）以下', '–55'],
  ['不超过45岁', '–45'],
  ['年满18周岁', '18–'],
  ['未满18周岁勿扰', '18–'],
  ['18周岁以上，45岁以下', '18–45'],
  ['年龄：20-35', '20–35'],
  ['16-60', '16–60'],
  ['年龄不限', '–'],
])('%s reads as ages %s', (text, ages) => expect(age(text)).toBe(ages))

test('different limits for men and women read as the widest range', () => {
  expect(age('男55女50以下')).toBe('–55')
  expect(age('男18-55岁，女20-50岁')).toBe('18–55')
})

test('years of experience and pay are not ages', () => {
  for (const text of ['3-5年', '20-30年', '20-30K', '5000-8000', '']) expect(age(text), text).toBe('unknown')
})

test.each([
  ['招5人', '5–5'],
  ['五人', '5–5'],
  ['招聘人数：20', '20–20'],
  ['3-5人', '3–5'],
  ['招2-3名', '2–3'],
  ['50人以上', '50–'],
  ['10+', '10–'],
  ['若干', 'several'],
  ['招若干人', 'several'],
  ['不限', 'several'],
  ['经验不限', 'unknown'],
  ['', 'unknown'],
])('%s reads as %s people', (text, people) => expect(headcount(text)).toBe(people))

const years = (text: string): string => {
  const experience = readExperience(text)
  return experience.kind === 'years' ? `${experience.min}–${experience.max ?? ''}` : 'unknown'
}

test.each([
  ['3-5年', '3–5'],
  ['3-5年本科', '3–5'],
  ['三至五年', '3–5'],
  ['两三年', '2–3'],
  ['5年以上', '5–'],
  ['十年以上', '10–'],
  ['不少于3年', '3–'],
  ['2年工作经验', '2–'],
  ['3', '3–'],
  ['1年以下', '0–1'],
  ['一年以内', '0–1'],
  ['半年', '0.5–'],
  ['一年半', '1.5–'],
  ['18个月', '1.5–'],
  ['5+ years', '5–'],
])('%s reads as %s years', (text, expected) => expect(years(text)).toBe(expected))

test('不限, 应届, 在校 and no experience are zero years', () => {
  for (const text of ['经验不限', '不限大专', '应届毕业生', '在校/应届 本科', '无工作经验 | 大专 |', '无需经验', '无'])
    expect(years(text), text).toBe('0–')
})

test('experience that is only preferred is not asked for', () => {
  expect(years('无经验可培训，有2年以上经验优先')).toBe('0–')
  expect(years('有2年经验优先')).toBe('unknown')
})

test('education, ages, calendar years and the length of an internship are not experience', () => {
  for (const text of ['学历不限', '本科', '25-40岁', '2021年毕业', '4天/周 3个月 本科', ''])
    expect(years(text), text).toBe('unknown')
})

test('of several clauses the one that speaks of work counts', () => {
  expect(years('合同期3年，5年以上工作经验')).toBe('5–')
})
