import { type Expression, parseExpression, stepValue, writeExpression, writeValue } from '@renshu/policy'

type Node<Kind extends Expression['node']> = Expression & { node: Kind }

const COMPARISONS: Record<string, readonly string[]> = {
  '>=': ['>', '<'],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '<': ['<=', '>='],
  '=': ['!='],
  '!=': ['='],
  且: ['或'],
  或: ['且'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  不超过: ['不低于'],
  不低于: ['不超过'],
}
const RENAMED: Record<string, string> = {
  四舍五入: '舍去',
  舍去: '四舍五入',
  满月数: '天数',
  天数: '满月数',
  分: '元',
  元: '分',
}

/** Every expression that differs from this one in one place. `alike` names what might be taken for another name. */
export function rewritesOf(source: string, alike: (name: string) => readonly string[]): string[] {
  return variants(parseExpression(source), alike).map((one) => writeExpression(one))
}

function variants(expression: Expression, alike: (name: string) => readonly string[]): Expression[] {
  const inner = <Key extends string>(key: Key, of: Expression): Expression[] =>
    variants(of, alike).map((changed) => ({ ...expression, [key]: changed }) as Expression)
  switch (expression.node) {
    case 'constant':
      return ([1, -1] as const).map((by) => ({ ...expression, written: shifted(expression, by) }))
    case 'quoted':
      return []
    case 'name':
      return renamed(expression, alike)
    case 'set':
      return expression.items.length > 1
        ? expression.items.map((_, place) => ({ ...expression, items: expression.items.toSpliced(place, 1) }))
        : []
    case 'not':
      return [expression.of, ...inner('of', expression.of)]
    case 'binary':
      return [
        ...(COMPARISONS[expression.op] ?? []).map((op) => ({ ...expression, op }) as Expression),
        ...inner('left', expression.left),
        ...inner('right', expression.right),
      ]
    case 'index':
      return [...alike(expression.name).map((name) => ({ ...expression, name })), ...inner('by', expression.by)]
    case 'call':
      return callVariants(expression, alike)
    case 'if':
      return [
        { ...expression, yes: expression.no, no: expression.yes },
        ...(['test', 'yes', 'no'] as const).flatMap((key) => inner(key, expression[key])),
      ]
    case 'since':
      return [
        ...inner('from', expression.from),
        ...(expression.to ? inner('to', expression.to) : []),
        ...inner('least', expression.least),
      ]
  }
}

function renamed(expression: Node<'name'>, alike: (name: string) => readonly string[]): Expression[] {
  const unit = RENAMED[expression.name]
  return (unit ? [unit] : alike(expression.name)).map((name) => ({ ...expression, name }))
}

function callVariants(expression: Node<'call'>, alike: (name: string) => readonly string[]): Expression[] {
  const name = RENAMED[expression.name]
  return [
    ...(name ? [{ ...expression, name }] : []),
    ...expression.args.flatMap((arg, place) =>
      variants(arg, alike).map((changed) => ({ ...expression, args: expression.args.with(place, changed) })),
    ),
  ]
}

const UNITS: Record<string, string> = { money: '元', months: '个月', days: '天' }

/** The constant one fen, month, day or hundredth of a percent further. */
function shifted({ type, value }: Node<'constant'>, by: 1 | -1): string {
  const next = String(writeValue(type, stepValue(type, value, by)) as string | number)
  return next.startsWith('-')
    ? `(0${UNITS[type.is] ?? ''} - ${next.slice(1)}${UNITS[type.is] ?? ''})`
    : `${next}${UNITS[type.is] ?? ''}`
}
