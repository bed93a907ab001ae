import { assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { occupation, occupationPath, occupations, sharedLevel } from './index.ts'

const anyCode = constantFrom(...occupations().map((entry) => entry.code))

const count = (level: number) => occupations().filter((entry) => entry.level === level).length

test('the classification of 2022 has 8 major groups and 1,639 occupations', () => {
  expect([1, 2, 3, 4].map(count)).toEqual([8, 79, 450, 1639])
})

test('every entry but a major group hangs under an entry one level up', () => {
  for (const { level, parent } of occupations())
    expect(parent ? occupation(parent)?.level : 0, parent ?? '').toBe(level - 1)
})

test('codes are unique and names carry no stray marks', () => {
  expect(new Set(occupations().map((entry) => entry.code)).size).toBe(occupations().length)
  for (const { name } of occupations()) expect(name).toMatch(/^[\u4e00-\u9fff、（）]+$/)
})

test('the path of an occupation leads from its major group down to itself', () => {
  expect(occupationPath('6-18-01-01').map((entry) => entry.name)).toEqual([
    '生产制造及有关人员',
    '机械制造基础加工人员',
    '机械冷加工人员',
    '车工',
  ])
  expect(occupationPath('6-18-01-98')).toEqual([])
  expect(occupation('')).toBeUndefined()
})

test('two occupations share the deepest group that holds both', () => {
  expect(sharedLevel('6-18-01-01', '6-18-01-01')).toBe(4)
  expect(sharedLevel('6-18-01-01', '6-18-01-02')).toBe(3)
  expect(sharedLevel('6-18-01-01', '6-18-02-01')).toBe(2)
  expect(sharedLevel('6-18-01-01', '6-19-01-01')).toBe(1)
  expect(sharedLevel('6-18-01-01', '4-02-06-01')).toBe(0)
  expect(sharedLevel('', '')).toBe(0)
})

test('the shared level is the common part of the two paths, in both directions', () => {
  assert(
    property(anyCode, anyCode, (a, b) => {
      const pathOfB = new Set(occupationPath(b).map((entry) => entry.code))
      const common = occupationPath(a).filter((entry) => pathOfB.has(entry.code)).length
      expect(sharedLevel(a, b)).toBe(common)
      expect(sharedLevel(b, a)).toBe(common)
    }),
  )
})
