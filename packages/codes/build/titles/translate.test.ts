import { expect, test } from 'vitest'
import { parseCsv } from './sources.ts'
import { makeTranslator } from './translate.ts'

const translate = makeTranslator({
  curated: new Map([
    ['sales', ['销售']],
    ['manager', ['经理', '主管']],
    ['textile', ['纺织品']],
    ['call centre', ['呼叫中心']],
  ]),
  dictionary: new Map([
    ['call', ['叫']],
    ['agent', ['代理人', '媒介']],
  ]),
  frequency: new Map([['代理人', 100]]),
})
const first = () => 0

test('words are translated in their order, the preferred meaning when chance says so', () => {
  expect(translate('sales manager', first)).toBe('销售经理')
})

test('what follows "of", "in" or "for" comes first in Chinese', () => {
  expect(translate('manager of textiles sales', first)).toBe('纺织品销售经理')
})

test('the longest known phrase wins over its words', () => {
  expect(translate('call centre agent', first)).toBe('呼叫中心代理人')
})

test('the same chance gives the same title, other chances other meanings', () => {
  const chances = Array.from({ length: 50 }, (_, index) => translate('manager', () => index / 50))
  expect(new Set(chances)).toEqual(new Set(['经理', '主管']))
})

test('a short unknown word stays as it is, a long one makes the title untranslatable', () => {
  expect(translate('sap manager', first)).toBe('sap经理')
  expect(translate('quixotic manager', first)).toBeUndefined()
})

test('quoted CSV fields keep commas, quotes and line ends', () => {
  expect([...parseCsv('a,"b,\n""c""",d\ne,,f\n')]).toEqual([
    ['a', 'b,\n"c"', 'd'],
    ['e', '', 'f'],
  ])
})
