import { describe, expect, it } from 'vitest'
import { readTyped, writeTyped } from './typed.ts'

describe('what is typed for a fact', () => {
  it('is yuan with at most two places, also with commas, spaces and wide digits', () => {
    expect(readTyped('money', ' 22,189.16 ')).toBe('22189.16')
    expect(readTyped('money', '２２１８９．１６元')).toBe('22189.16')
    expect(readTyped('money', '100.005')).toBeNull()
    expect(readTyped('money', '-1')).toBeNull()
    expect(readTyped('money', '1e9')).toBeNull()
  })

  it('is per cent or a fraction for a ratio', () => {
    expect(readTyped('ratio', '5.5')).toBe('5.5%')
    expect(readTyped('ratio', '5.5%')).toBe('5.5%')
    expect(readTyped('ratio', '3/17')).toBe('3/17')
    expect(readTyped('ratio', '3/0')).toBeNull()
  })

  it('is whole for people, months and days', () => {
    expect(readTyped('integer', '30')).toBe(30)
    expect(readTyped('months', '1.5')).toBeNull()
    expect(readTyped('days', '')).toBeNull()
  })

  it('stands in its field again as it was typed', () => {
    for (const [type, text] of [
      ['money', '22189.16'],
      ['ratio', '5.5'],
      ['integer', '30'],
      ['date', '2026-03-01'],
    ] as const)
      expect(writeTyped(readTyped(type, text))).toBe(text)
  })
})
