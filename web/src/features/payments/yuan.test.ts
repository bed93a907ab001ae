import { describe, expect, it } from 'vitest'
import { fenOf, typedYuan } from './yuan.ts'

describe('an amount of yuan', () => {
  it.each([
    ['18,775.79', 1_877_579],
    ['18775.7', 1_877_570],
    ['0.01', 1],
    [' 5 元', 500],
  ])('%s is read to the fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })

  it.each(['', '1.005', '-3', 'NaN', '1e9', '12345678901'])('%s is no amount', (text) => {
    expect(fenOf(text)).toBeNull()
  })

  it.each([0, 1, 99, 100, 1_877_579])('%d fen typed and read again are the same', (fen) => {
    expect(fenOf(typedYuan(fen))).toBe(fen)
  })
})
