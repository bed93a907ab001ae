import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, roundTo } from '../exact/fraction.ts'
import { type Type, writeValue } from '../exact/value.ts'
import { ExpressionError } from '../faults.ts'
import { check } from './check.ts'
import { evaluate } from './evaluate.ts'
import { parseExpression, writeExpression } from './parse.ts'
import type { Scope } from './scope.ts'
import type { Expression } from './syntax.ts'

const choice: Type = { is: 'choice', options: ['大型', '小型'] }
const SCOPE: Scope = new Map(
  (
    [
      ['今日', { is: 'date' }],
      ['费用', { is: 'money' }],
      ['人数', { is: 'integer' }],
      ['规模', choice],
      ['合规', { is: 'boolean' }],
      ['表', { is: 'table', of: { is: 'ratio' }, options: choice.options }],
      ['档', { is: 'steps', from: { is: 'integer' }, of: { is: 'months' } }],
    ] as [string, Type][]
  ).map(([name, type], slot) => [name, { slot, type }]),
)
const checked = (source: string) => check(parseExpression(source), SCOPE)
/** The value of an expression that reads nothing. */
const valueOf = (source: string) => {
  const expression = checked(source)
  return writeValue(expression.type, evaluate(expression, [])!)
}
/** Where and why it is refused. */
const fault = (source: string): [number, string] => {
  try {
    checked(source)
  } catch (error) {
    if (error instanceof ExpressionError) return [error.at, error.reason.zh]
  }
  return [-1, '']
}

test('numbers are exact and rounding is said', () => {
  expect(valueOf('四舍五入((22189.16元 - 100元) * 85%, 分)')).toBe('18775.79')
  expect(valueOf('0.1元 * 3 = 0.3元')).toBe(true)
  expect([valueOf('四舍五入(1.01元 * 50%, 分)'), valueOf('舍去(1.01元 * 50%, 分)')]).toEqual(['0.51', '0.50'])
  expect([valueOf('四舍五入(1.50元, 元)'), valueOf('四舍五入(1.49元, 元)')]).toEqual(['2.00', '1.00'])
  expect(valueOf('1元 / 3 * 3')).toBe('1.00')
  expect(valueOf('1 / 3')).toBe('1/3')
})

test('operators bind as they are read', () => {
  expect(valueOf('2 + 3 * 4')).toBe(14)
  expect(valueOf('10 - 3 - 2')).toBe(5)
  expect(valueOf('非 1 > 2 且 2 > 1')).toBe(true)
  expect(valueOf('1 > 2 且 1 > 2 或 2 > 1')).toBe(true)
  expect(valueOf('2 + 3 不超过 4')).toBe(4)
  expect(valueOf('2 + 3 不低于 6')).toBe(6)
  expect(valueOf('若 1 > 2 则 1 否则 若 2 > 1 则 2 否则 3')).toBe(2)
})

test('months are counted by the calendar, a month without the day ends on its last', () => {
  expect(valueOf('2024-01-31 + 1个月')).toBe('2024-02-29')
  expect(valueOf('2023-01-31 至 2023-02-28 满 1个月')).toBe(true)
  expect(valueOf('2023-01-31 至 2023-02-27 满 1个月')).toBe(false)
  expect(valueOf('满月数(2023-02-28, 2024-02-27)')).toBe(11)
  expect(valueOf('天数(2024-02-28, 2024-03-01)')).toBe(2)
  expect(valueOf('2024-03-01 - 30天')).toBe('2024-01-31')
  expect(valueOf('1年 = 12个月')).toBe(true)
})

test('full-width signs mean the same', () => {
  expect(valueOf('（1 ＋ 2）× 3 ≥ 9')).toBe(true)
})

test('what is wrong is named at its character, in Chinese and English', () => {
  expect(fault('费用 > 100')).toEqual([5, '这里是整数，应当是金额（如 "22189.16"，单位元）'])
  expect(fault('费 > 100元')).toEqual([0, '没有“费”这个事实或参数'])
  expect(fault('人数 不超过 30 且 合规')[1]).toContain('条件请写 <= 或 >=')
  expect(fault('费用 +')).toEqual([4, '式子没有写完'])
  expect(fault('费用 @ 1')).toEqual([3, '看不懂“@”'])
  expect(fault('1 < 2 < 3')).toEqual([6, '“<”不能写在这里'])
  expect(fault('规模 = “巨型”')[1]).toBe('没有选项“巨型”，只有大型、小型')
  expect(fault('费用 + 5%')[1]).toContain('不能用“+”')
  expect(fault('费用 > 30人')).toEqual([5, '没有单位“人”'])
  expect(fault('人数 > 2025-02-30')).toEqual([5, '“2025-02-30”不成立'])
  expect(fault('四舍五入(费用)')[1]).toBe('“四舍五入”要两项，这里有 1 项')
  expect(fault('表[合规]')[0]).toBe(2)
  expect(fault('分段(人数, 费用)')[1]).toBe('“费用”不是分段的参数')
  expect(fault('合规 > 合规')[1]).toBe('这里不能这样比较')
  expect(fault('(1 + 2')).toEqual([6, '这里应当是“)”'])
})

test('且 and 或 are settled by one side, whatever the other is', () => {
  const known = (source: string) => evaluate(checked(source), [])
  expect([known('合规 且 1 > 2'), known('1 > 2 且 合规'), known('合规 且 2 > 1')]).toEqual([false, false, undefined])
  expect([known('合规 或 2 > 1'), known('2 > 1 或 合规'), known('合规 或 1 > 2')]).toEqual([true, true, undefined])
  expect([known('非 合规'), known('若 合规 则 1 否则 1 + 0'), known('若 合规 则 1 否则 2')].slice(0, 1)).toEqual([
    undefined,
  ])
  expect(known('若 合规 则 1 否则 2')).toBeUndefined()
  expect(known('若 合规 则 1 否则 1 + 0')).toEqual({ n: 1n, d: 1n })
})

const { expression: EXPRESSION } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression')
  const name = fc.constantFrom('费用', '人数', '规模')
  const at = 0
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .constantFrom('12个月', '5.5%', '100元', '7')
        .map((written): Expression => ({ ...(parseExpression(written) as Expression & { node: 'constant' }), at })),
      name.map((name): Expression => ({ node: 'name', name, at })),
      fc.constant<Expression>({ node: 'quoted', text: '大型', at }),
      inner.map((of): Expression => ({ node: 'not', of, at })),
      fc
        .tuple(fc.constantFrom('且', '或', '>=', '=', '+', '-', '*', '/', '不超过', '不低于', '属于'), inner, inner)
        .map(([op, left, right]) => ({ node: 'binary', op, left, right, at }) as Expression),
      fc.tuple(name, inner).map(([name, by]): Expression => ({ node: 'index', name, by, at })),
      fc
        .array(inner, { minLength: 1, maxLength: 2 })
        .map((args): Expression => ({ node: 'call', name: '分段', args, at })),
      fc.tuple(inner, inner, inner).map(([test, yes, no]): Expression => ({ node: 'if', test, yes, no, at })),
      fc
        .tuple(inner, fc.option(inner, { nil: undefined }), inner)
        .map(([from, to, least]): Expression => ({ node: 'since', from, to, least, at })),
    ),
  }
})
const withoutPlaces = (expression: Expression): unknown =>
  JSON.parse(
    JSON.stringify(expression, (key, value: unknown) =>
      key === 'at' ? 0 : typeof value === 'bigint' ? String(value) : value,
    ),
  )

test('any expression written out is read back as the same', () => {
  fc.assert(
    fc.property(EXPRESSION, (expression) => {
      expect(withoutPlaces(parseExpression(writeExpression(expression)))).toEqual(withoutPlaces(expression))
    }),
  )
})

test('rounding half up is the nearest multiple, and the upper one of two', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 20n), 10n ** 20n),
      fc.bigInt(1n, 10n ** 6n),
      fc.constantFrom(1n, 100n),
      (n, d, unit) => {
        const { n: rounded } = roundTo(fraction(n, d), unit)
        expect(rounded % unit).toBe(0n)
        // −unit/2 < rounded − n/d ≤ unit/2
        const twice = 2n * (rounded * d - n)
        expect(twice <= unit * d && twice > -unit * d).toBe(true)
      },
    ),
  )
})

test('a quoted sign is an option, not a sign', () => {
  expect(fault('规模 属于 {“大型” “,” “小型”}')[1]).toContain('这里应当是“}”')
})
