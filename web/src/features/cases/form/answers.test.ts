import { describe, expect, it } from 'vitest'
import { answerOf, typedOf } from './answers.ts'

describe('an answer', () => {
  it.each([
    ['money', ' 22,189.16 元', '22189.16'],
    ['ratio', '5.5', '5.5%'],
    ['ratio', '5.5%', '5.5%'],
    ['boolean', 'no', false],
    ['integer', 0, 0],
    ['list', ['a'], ['a']],
    ['text', '青岛', '青岛'],
    ['date', '2026-03-01', '2026-03-01'],
  ] as const)('of kind %s is sent as the contract writes it: %s', (type, typed, sent) => {
    expect(answerOf(type, typed)).toEqual(sent)
  })

  it.each(['money', 'integer', 'list', 'text', 'boolean'] as const)(
    'of kind %s that was emptied is taken back',
    (type) => {
      expect(answerOf(type, type === 'list' ? [] : type === 'integer' ? null : '')).toBeNull()
    },
  )

  it('that nobody could read is sent as it was typed, so that the server says what is wrong', () => {
    expect(answerOf('money', 'much')).toBe('much')
    expect(answerOf('ratio', 'half')).toBe('half')
  })

  it.each([
    ['boolean', true],
    ['boolean', false],
    ['ratio', '5.5%'],
    ['money', '22189.16'],
    ['days', 20],
    ['list', ['a', 'b']],
    ['text', null],
    ['integer', null],
  ] as const)('of kind %s comes back into its field as it was: %s', (type, answer) => {
    expect(answerOf(type, typedOf(type, answer as never))).toEqual(answer)
  })
})
