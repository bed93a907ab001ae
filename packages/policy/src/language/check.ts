import { nameOf, type Type } from '../exact/value.ts'
import { ExpressionError } from '../faults.ts'
import { callOf } from './calls.ts'
import { resolve, type Scope, TODAY_SLOT } from './scope.ts'
import type { Arithmetic, Binary, Checked, Comparison, Expression } from './syntax.ts'

const BOOLEAN: Type = { is: 'boolean' }
const COUNTED = new Set<Type['is']>(['money', 'ratio', 'integer', 'months', 'days'])

/**
 * Gives every part its type and every name its place.
 * @throws ExpressionError where types do not fit; nothing is converted
 */
export function check(expression: Expression, scope: Scope): Checked {
  const { at } = expression
  switch (expression.node) {
    case 'constant':
      return { node: 'constant', value: expression.value, type: expression.type }
    case 'name':
      return resolve(scope, expression.name, at)
    case 'not':
      return { node: 'not', of: expect(expression.of, scope, BOOLEAN), type: BOOLEAN }
    case 'binary':
      return checkBinary(expression.op, expression.left, expression.right, scope, at)
    case 'index':
      return checkIndex(expression.name, expression.by, scope, at)
    case 'call':
      return callOf(expression.name, expression.args, scope, at, check)
    case 'if':
      return checkIf(expression.test, expression.yes, expression.no, scope)
    case 'since':
      return checkSince(expression, scope)
    default:
      throw new ExpressionError(at, '选项只能与同类的选项相比', 'an option can only be compared with its kind')
  }
}

/** Checked, and of exactly this type. */
function expect(expression: Expression, scope: Scope, type: Type): Checked {
  const checked = check(expression, scope)
  if (checked.type.is !== type.is) refuse(expression.at, checked.type, type)
  return checked
}

function refuse(at: number, got: Type, wanted: Type): never {
  const [is, ought] = [nameOf(got), nameOf(wanted)]
  const hint = wanted.is === 'boolean' && COUNTED.has(got.is) ? '；“不超过”取较小者，条件请写 <= 或 >=' : ''
  throw new ExpressionError(
    at,
    `这里是${is.zh}，应当是${ought.zh}${hint}`,
    `this is ${is.en}, ${ought.en} is needed${hint && '; 不超过 takes the smaller one, a condition says <= or >='}`,
  )
}

function checkBinary(op: Binary, left: Expression, right: Expression, scope: Scope, at: number): Checked {
  if (op === '且' || op === '或') {
    const node = op === '且' ? 'both' : 'either'
    return { node, left: expect(left, scope, BOOLEAN), right: expect(right, scope, BOOLEAN), type: BOOLEAN }
  }
  if (op === '属于') return checkMember(left, right, scope)
  if (op === '不超过' || op === '不低于') {
    const first = check(left, scope)
    if (!COUNTED.has(first.type.is)) refuse(left.at, first.type, { is: 'money' })
    return { node: 'extreme', op, left: first, right: expect(right, scope, first.type), type: first.type }
  }
  if (op === '+' || op === '-' || op === '*' || op === '/')
    return checkArithmetic(op, check(left, scope), check(right, scope), at)
  return checkComparison(op, left, right, scope)
}

function checkComparison(op: Comparison, left: Expression, right: Expression, scope: Scope): Checked {
  const first = check(left, scope)
  const isOrdered = COUNTED.has(first.type.is) || first.type.is === 'date'
  const isSame = op === '=' || op === '!='
  if (!isOrdered && !(isSame && first.type.is === 'choice'))
    throw new ExpressionError(left.at, '这里不能这样比较', 'this cannot be compared in this way')
  const second = first.type.is === 'choice' ? optionOf(right, first.type, scope) : expect(right, scope, first.type)
  return { node: 'compare', op, left: first, right: second, type: BOOLEAN }
}

function optionOf(expression: Expression, type: Type & { options: readonly string[] }, scope: Scope): Checked {
  if (expression.node !== 'quoted') {
    const checked = expect(expression, scope, type)
    const options = 'options' in checked.type ? checked.type.options : []
    if (options.join('\n') === type.options.join('\n')) return checked
    throw new ExpressionError(expression.at, '两边的选项不同', 'the options of the two sides differ')
  }
  if (type.options.includes(expression.text)) return { node: 'constant', value: expression.text, type }
  const options = type.options.join('、')
  throw new ExpressionError(
    expression.at,
    `没有选项“${expression.text}”，只有${options}`,
    `there is no option “${expression.text}”, only ${options}`,
  )
}

function checkMember(left: Expression, right: Expression, scope: Scope): Checked {
  if (right.node === 'set') {
    const of = check(left, scope)
    if (of.type.is !== 'choice') return refuse(left.at, of.type, { is: 'choice', options: [] })
    const { type } = of
    const items = right.items
      .map((item) => optionOf(item, type, scope))
      .map((item) => {
        return item.node === 'constant' ? (item.value as string) : refuse(right.at, item.type, type)
      })
    return { node: 'member', of, among: { node: 'set', items, type: { ...type, is: 'list' } }, type: BOOLEAN }
  }
  const among = expect(right, scope, { is: 'list', options: [] })
  const { options } = among.type as Type & { is: 'list' }
  return { node: 'member', of: optionOf(left, { is: 'choice', options }, scope), among, type: BOOLEAN }
}

const PRODUCTS: Record<string, Type['is']> = {
  'money*ratio': 'money',
  'money*integer': 'money',
  'ratio*money': 'money',
  'integer*money': 'money',
  'integer*integer': 'integer',
  'ratio*ratio': 'ratio',
  'ratio*integer': 'ratio',
  'integer*ratio': 'ratio',
  'months*integer': 'months',
  'days*integer': 'days',
  'money/money': 'ratio',
  'money/integer': 'money',
  'money/ratio': 'money',
  'integer/integer': 'ratio',
  'ratio/ratio': 'ratio',
  'ratio/integer': 'ratio',
}

function checkArithmetic(op: Arithmetic, left: Checked, right: Checked, at: number): Checked {
  const isSum = op === '+' || op === '-'
  const by = right.type.is
  if (isSum && left.type.is === 'date' && (by === 'months' || by === 'days'))
    return { node: 'shift', sign: op === '+' ? 1 : -1, date: left, by: right, type: left.type }
  const sum = left.type.is === by && COUNTED.has(by) ? by : undefined
  const is = isSum ? sum : PRODUCTS[`${left.type.is}${op}${by}`]
  if (is) return { node: 'arithmetic', op, left, right, type: { is } as Type }
  const [first, second] = [nameOf(left.type), nameOf(right.type)]
  throw new ExpressionError(
    at,
    `${first.zh}和${second.zh}不能用“${op}”`,
    `“${op}” does not take ${first.en} and ${second.en}`,
  )
}

function checkIndex(name: string, by: Expression, scope: Scope, at: number): Checked {
  const table = resolve(scope, name, at)
  const { type } = table
  if (type.is !== 'table') return refuse(at, type, { is: 'table', of: BOOLEAN, options: [] })
  const row = optionOf(by, { is: 'choice', options: type.options }, scope)
  return { node: 'row', table, by: row, type: type.of }
}

function checkIf(test: Expression, yes: Expression, no: Expression, scope: Scope): Checked {
  const first = check(yes, scope)
  const second = expect(no, scope, first.type)
  return { node: 'if', test: expect(test, scope, BOOLEAN), yes: first, no: second, type: first.type }
}

/** 甲 至 乙 满 期间 is 乙 >= 甲 + 期间. */
function checkSince({ from, to, least }: Expression & { node: 'since' }, scope: Scope): Checked {
  const date: Type = { is: 'date' }
  const end: Checked = to ? expect(to, scope, date) : { node: 'slot', slot: TODAY_SLOT, name: '今日', type: date }
  const by = check(least, scope)
  if (by.type.is !== 'months' && by.type.is !== 'days') refuse(least.at, by.type, { is: 'months' })
  const full: Checked = { node: 'shift', sign: 1, date: expect(from, scope, date), by, type: date }
  return { node: 'compare', op: '>=', left: end, right: full, type: BOOLEAN }
}
