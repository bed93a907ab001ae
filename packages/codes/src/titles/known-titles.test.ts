import { expect, test } from 'vitest'
import { occupation } from '../occupations/index.ts'
import { frequentWords, knownTitles } from './index.ts'

const titles = knownTitles()

test('every known title is there once, with codes that are in force', () => {
  expect(new Set(titles.map(({ title }) => title)).size).toBe(titles.length)
  expect(titles.filter(({ codes }) => codes.length === 0 || codes.some((code) => !occupation(code)))).toEqual([])
})

test('what employers write is told from what only the 大典 says', () => {
  const find = (title: string) => titles.find((one) => one.title === title)
  expect(find('叉车司机')).toEqual({ title: '叉车司机', codes: ['6-30-05-01'], isOfficial: false })
  expect(find('纺丝原液制造工')).toEqual({ title: '纺丝原液制造工', codes: ['6-13-01-02'], isOfficial: true })
})

test('frequent words come by frequency, without names of people and places, as many as asked for', () => {
  const words = frequentWords(1_000)
  expect(words).toHaveLength(1_000)
  expect(words.slice(0, 100)).toEqual(expect.arrayContaining(['国家', '工作', '问题']))
  expect(words).not.toContain('中国')
  expect(frequentWords(10)).toEqual(words.slice(0, 10))
})
