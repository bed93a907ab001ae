import { expect, test } from 'vitest'
import { answerTo, readBankFile } from '../bench/cases/bank.ts'
import { measureEngine } from '../bench/cases/engine.ts'
import { readOptions } from '../bench/cases/options.ts'
import { Times } from '../bench/cases/times.ts'
import { readAnswer } from '../server/src/modules/payments/bank/answer-file.ts'
import { bankFile } from '../server/src/modules/payments/bank/layout.ts'

const ON = '2026-03-02'
const fens = Array.from({ length: 120 }, (_, place) => 1 + place * 7919)
const sum = fens.reduce((total, fen) => total + fen, 0)
const sent = bankFile(
  '20260302-ABCDEF',
  fens.map((amountFen, place) => ({
    row: place + 1,
    holder: '示例收款人',
    account: '000000000001',
    bank: '示例银行',
    amountFen,
    purpose: '示例补贴',
  })),
)
const bytes = new TextEncoder().encode(sent.text)

test('the bank of the bench pays what was sent but for some rows, and every fen is one or the other', () => {
  const read = readBankFile(bytes)
  expect(read).toMatchObject({ batchNumber: '20260302-ABCDEF', sumFen: sum })
  const answer = answerTo(read, ON)
  expect(answer.paidFen + answer.returnedFen).toBe(sum)
  expect(answer.returnedFen).toBe(fens[49]! + fens[99]!)
  const { rows, sumFen } = readAnswer(answer.bytes)
  expect([rows.length, sumFen]).toEqual([fens.length, sum])
})

test('a bank file in which a fen is missing is not answered', () => {
  const changed = new TextEncoder().encode(sent.text.replace(',79.20,', ',79.19,'))
  expect(changed).not.toEqual(bytes)
  expect(() => readBankFile(changed)).toThrow('does not agree')
})

test('cases of the bench come to their end with whole chains, or it ends with an error', () => {
  const { cases, steps, verified } = measureEngine(3)
  expect([cases, steps > 0, verified > 0]).toEqual([3, true, true])
})

test('options that there are not, and numbers that are none, are refused', () => {
  expect(readOptions(['--short', '--database=postgres'])).toMatchObject({ isShort: true, databases: ['postgres'] })
  expect(readOptions([]).databases).toEqual(['pglite', 'postgres'])
  for (const wrong of ['--database=oracle', '--cases=0', '--cases=many', '--payables=5001', '--talents=3'])
    expect(() => readOptions([wrong]), wrong).toThrow()
})

test('half of the work lasted no longer than the median, and all of it is counted', async () => {
  const times = new Times()
  for (const name of ['a', 'b', 'a']) expect(await times.of(name, async () => name)).toBe(name)
  expect(times.rows().map(({ name, count }) => [name, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  for (const { p50, p99 } of times.rows()) expect(p50).toBeLessThanOrEqual(p99)
})
