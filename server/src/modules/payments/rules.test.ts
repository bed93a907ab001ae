import { expect, test } from 'vitest'
import { accountNumber, fenOf, maskAccount, readAccount, yuan } from './rules.ts'

test('an account is read from one line in the ways people write it', () => {
  const number = '6222021001234567890'
  for (const text of [
    `中国银行青岛市南支行 ${number}`,
    `开户行：中国银行青岛市南支行，账号：6222 0210 0123 4567 890`,
    `${number}，中国银行青岛市南支行`,
  ])
    expect(readAccount(text), text).toEqual({ number, bank: '中国银行青岛市南支行' })
})

test('an account without a bank says that the bank was not named', () => {
  expect(readAccount('6222021001234567890')).toEqual({ number: '6222021001234567890', bank: '未填写' })
})

test('what is no account, or may be two, is not guessed at', () => {
  for (const text of ['', '现金', '622202', `中行 6222021001234567890 工行 6217001001234567890`])
    expect(readAccount(text), text).toBeUndefined()
  expect(accountNumber('6222 0210-0123')).toBe('622202100123')
  expect(accountNumber('6222X0210012')).toBeUndefined()
})

test('an account is shown by its last four digits', () => {
  expect(maskAccount('6222021001234567890')).toBe('**** **** 7890')
})

test('yuan and fen agree in both directions, and nothing else is taken for a sum', () => {
  for (const fen of [0, 1, 10, 99, 100, 1_877_579, 99_999_999_999]) expect(fenOf(yuan(fen))).toBe(fen)
  for (const text of ['NaN', '-1.00', '+1.00', '1', '1.5', '1.005', '1e3', ' 1.00', '1,000.00', '01.00', '￥1.00', ''])
    expect(fenOf(text), text).toBeUndefined()
})
