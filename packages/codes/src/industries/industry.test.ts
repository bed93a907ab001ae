import { expect, test } from 'vitest'
import { industries, industry } from './index.ts'

const count = (level: number) => industries().filter((entry) => entry.level === level).length

test('the standard has 20 sections, 97 divisions and 473 groups', () => {
  expect([1, 2, 3].map(count)).toEqual([20, 97, 473])
})

test('every industry but a section hangs under an entry one level up', () => {
  for (const { level, parent } of industries())
    expect(parent ? industry(parent)?.level : 0, parent ?? '').toBe(level - 1)
})

test('codes are unique and names carry no stray marks', () => {
  expect(new Set(industries().map((entry) => entry.code)).size).toBe(industries().length)
  for (const { name } of industries()) expect(name).toMatch(/^[\u4e00-\u9fff0-9A-Z、（）]+$/)
})

test('an industry is found by its code with the letter of its section', () => {
  expect(industry('C3741')?.name).toBe('飞机制造')
  expect(industry('A019')?.name).toBe('其他农业')
  expect(industry('6511')).toBeUndefined()
})
