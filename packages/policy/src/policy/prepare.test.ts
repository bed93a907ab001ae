import { expect, test } from 'vitest'
import { readDay } from '../exact/day.ts'
import { REFUND } from '../testing/refund.ts'
import type { Limit, Policy } from './policy.ts'
import { preparePolicy } from './prepare.ts'

/** Where and why the refund is refused after a change. */
function faultsOf(change: Partial<Policy>): [string, string][] {
  const read = preparePolicy({ ...REFUND, ...change })
  return 'faults' in read ? read.faults.map(({ path, reason }) => [path.join('.'), reason.en]) : []
}
const [layoffs, age, sound] = REFUND.conditions
const limit = (more: object): Partial<Policy> => ({
  limits: [{ id: 'one', clause: '五', text: { zh: '', en: '' }, source: 'notice', ...more } as Limit],
})
const parameter = (values: object): Partial<Policy> => ({
  parameters: [
    { ...REFUND.parameters[0]!, values: [{ from: '2025-01-01', ...values } as never] },
    REFUND.parameters[1]!,
  ],
})

test('a whole policy has no fault', () => {
  expect(faultsOf({})).toEqual([])
})

test('every fault is told at once, each with its path', () => {
  const wrong = { ...layoffs!, when: '离职率 <= 5' }
  const unknown = { ...age!, when: '开张 满 12个月' }
  expect(faultsOf({ conditions: [wrong, unknown, sound!] }).map(([path]) => path)).toEqual([
    'conditions.0.when',
    'conditions.1.when',
  ])
})

test('a condition is true or false, an amount is rounded money or months', () => {
  expect(faultsOf({ conditions: [{ ...layoffs!, when: '离职率 不超过 5.5%' }] })[0]).toEqual([
    'conditions.0.when',
    'boolean is needed',
  ])
  const amount = (is: string) => faultsOf({ amount: { ...REFUND.amount, is } }).map(([, why]) => why)
  expect(amount('已缴 * 60%')).toContain('say how it is rounded: 四舍五入(…, 分)')
  expect(amount('离职')).toContain('the amount is money or a number of months')
  expect(amount('已缴 * 2')).toEqual([])
})

test('names are there once, and words of the language are none', () => {
  const define = (name: string) => faultsOf({ definitions: [...REFUND.definitions!, { name, is: '离职 + 1' }] })
  expect(define('加一')).toEqual([])
  expect(define('职工')).toEqual([['definitions.1.name', '“职工” is there twice']])
  expect(define('或')).toEqual([['definitions.1.name', '“或” has a meaning of its own']])
  expect(define('四舍五入')[0]![1]).toContain('meaning of its own')
  expect(define('加 一')[0]![1]).toContain('is no name')
  expect(faultsOf({ conditions: [layoffs!, age!, { ...sound!, id: 'age' }] })).toEqual([
    ['conditions.2', '“age” is there twice'],
  ])
})

test('a definition may use those before it only', () => {
  const definitions = [{ name: '倍数', is: '加一 * 2' }, { name: '加一', is: '离职 + 1' }, ...REFUND.definitions!]
  expect(faultsOf({ definitions })).toEqual([['definitions.0.is', 'there is no fact or parameter “加一”']])
})

test('a parameter is of its type for every option, in steps from zero, on days that are', () => {
  expect(faultsOf(parameter({ value: { 小型: '60%', 中型: '60%' } }))[0]).toEqual([
    'parameters.0.values.0.value',
    '“大型” is not of the type',
  ])
  expect(faultsOf(parameter({ value: { 小型: '60%', 中型: '60%', 大型: '3元' } }))[0]![0]).toBe(
    'parameters.0.values.0.value.大型',
  )
  const rates = { 小型: '60%', 中型: '60%', 大型: '30%' }
  expect(faultsOf(parameter({ value: rates, from: '2025-02-30' }))[0]![1]).toBe('there is no such day or period')
  expect(faultsOf(parameter({ value: rates, to: '2024-12-31' }))[0]![1]).toBe('there is no such day or period')
  expect(faultsOf(parameter({ value: rates, source: 'rumour' }))[0]![1]).toBe('there is no document “rumour”')
  const steps = (value: object) =>
    faultsOf({
      parameters: [
        REFUND.parameters[0]!,
        { ...REFUND.parameters[1]!, values: [{ from: '2025-01-01', value: value as never }] },
      ],
    })
  expect(steps([{ from: 1, value: '1元' }])[0]![1]).toContain('begin at 0')
  expect(
    steps([
      { from: 0, value: '1元' },
      { from: 0, value: '2元' },
    ])[0]![1],
  ).toContain('ascend')
  expect(
    steps([
      { from: 0, value: '1元' },
      { from: 9, value: '2%' },
    ])[0]![0],
  ).toBe('parameters.1.values.0.value.1')
})

test('the parts of a limit are of its types, and what earlier payments are told by is a fact', () => {
  expect(faultsOf(limit({ kind: 'cap', most: '3', within: 'ever' }))).toEqual([['limits.0.most', 'money is needed']])
  expect(faultsOf(limit({ kind: 'deadline', event: '已缴', within: '3个月' }))).toEqual([
    ['limits.0.event', 'date is needed'],
  ])
  expect(faultsOf(limit({ kind: 'times', most: '1', within: 'year', same: ['封顶'] }))).toEqual([
    ['limits.0.same', '“封顶” is no fact'],
  ])
  expect(faultsOf(limit({ kind: 'reserve', of: '备付', least: '1年', otherwise: '已缴 * 10%' }))).toEqual([
    ['limits.0.otherwise', 'say how it is rounded'],
  ])
})

test('names that every object has are no functions and no units', () => {
  const amount = (is: string) => faultsOf({ amount: { ...REFUND.amount, is } }).map(([, reason]) => reason)
  expect(amount('constructor(1, 2)')[0]).toContain('no function “constructor”')
  expect(amount('四舍五入(已缴, constructor)')[0]).toBe('round to 分 or 元')
})

test('an expression or a chain of definitions that grows without end is refused', () => {
  const amount = (is: string) => faultsOf({ amount: { ...REFUND.amount, is } })
  expect(amount(`${'('.repeat(20_000)}1元${')'.repeat(20_000)}`)[0]![1]).toContain('too long')
  expect(amount(Array.from({ length: 20_000 }, () => '1元').join(' + '))[0]![1]).toContain('too long')
  const definitions = Array.from({ length: 60 }, (_, place) => ({
    name: `层${place}`,
    is: place ? `层${place - 1} + 层${place - 1}` : '1元',
  }))
  expect(faultsOf({ definitions: [...(REFUND.definitions ?? []), ...definitions] })[0]![1]).toContain('written out')
})

test('what was not known by its first day is not in force, also where the day of its document is not known', () => {
  const read = preparePolicy({ ...REFUND, documents: [{ id: 'notice', title: '未注明日期的通知' }] })
  expect('prepared' in read && read.prepared.known).toBe(readDay(REFUND.from))
})
