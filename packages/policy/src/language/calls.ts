import { nameOf, type Type } from '../exact/value.ts'
import { ExpressionError } from '../faults.ts'
import { resolve, type Scope } from './scope.ts'
import type { Checked, Expression } from './syntax.ts'

type Check = (expression: Expression, scope: Scope) => Checked
type Call = (args: readonly Expression[], scope: Scope, at: number, check: Check) => Checked

const ROUNDING_UNITS = new Map<string, 1 | 100>([
  ['分', 1],
  ['元', 100],
])

const rounding =
  (half: boolean): Call =>
  (args, scope, at, check) => {
    const of = argument(args[0]!, scope, { is: 'money' }, check)
    const unit = args[1]!.node === 'name' ? ROUNDING_UNITS.get(args[1]!.name) : undefined
    if (!unit) throw new ExpressionError(at, '取整到“分”或“元”', 'round to 分 or 元')
    return { node: 'round', half, of, unit, type: of.type }
  }

const spanning =
  (unit: 'months' | 'days'): Call =>
  (args, scope, _at, check) => {
    const [from, to] = args.map((arg) => argument(arg, scope, { is: 'date' }, check))
    return { node: 'span', unit, from: from!, to: to!, type: { is: unit } }
  }

const stepping: Call = (args, scope, at, check) => {
  const name = args[1]!.node === 'name' ? args[1]!.name : ''
  const table = resolve(scope, name, args[1]!.at)
  if (table.type.is !== 'steps')
    throw new ExpressionError(at, `“${name}”不是分段的参数`, `“${name}” is no parameter in steps`)
  return { node: 'step', table, by: argument(args[0]!, scope, table.type.from, check), type: table.type.of }
}

/** All functions take two arguments. */
const CALLS = new Map<string, Call>([
  ['四舍五入', rounding(true)],
  ['舍去', rounding(false)],
  ['满月数', spanning('months')],
  ['天数', spanning('days')],
  ['分段', stepping],
])
export const FUNCTIONS = [...CALLS.keys()]

export function callOf(name: string, args: readonly Expression[], scope: Scope, at: number, check: Check): Checked {
  const call = CALLS.get(name)
  const names = FUNCTIONS.join('、')
  if (!call) throw new ExpressionError(at, `没有函数“${name}”，只有${names}`, `no function “${name}”, only ${names}`)
  if (args.length !== 2)
    throw new ExpressionError(at, `“${name}”要两项，这里有 ${args.length} 项`, `“${name}” takes 2, not ${args.length}`)
  return call(args, scope, at, check)
}

function argument(expression: Expression, scope: Scope, type: Type, check: Check): Checked {
  const checked = check(expression, scope)
  if (checked.type.is === type.is) return checked
  const [is, ought] = [nameOf(checked.type), nameOf(type)]
  throw new ExpressionError(expression.at, `这里是${is.zh}，应当是${ought.zh}`, `this is ${is.en}, not ${ought.en}`)
}
