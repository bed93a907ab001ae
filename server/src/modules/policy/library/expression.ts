import type { Expression as Shown, ExpressionPart } from '@renshu/contracts'
import { type Expression, parseExpression, type Policy, writeExpression } from '@renshu/policy'

type Names = ReadonlyMap<string, NonNullable<ExpressionPart['names']>>

/** What the names in a policy's expressions stand for. */
export const namesOf = ({ facts, parameters, definitions = [] }: Policy): Names =>
  new Map([
    ['今日', 'today'],
    ...facts.map(({ name }) => [name, 'fact'] as const),
    ...parameters.map(({ name }) => [name, 'parameter'] as const),
    ...definitions.map(({ name }) => [name, 'definition'] as const),
  ])

const COMPARED = new Set(['>=', '<=', '>', '<', '=', '!='])
const NODES = { 且: 'and', 或: 'or', 属于: 'member', 不超过: 'extreme', 不低于: 'extreme' } as const
type Joining = Expression & { node: 'binary' }

const nodeOf = ({ op }: Joining): ExpressionPart['node'] =>
  op in NODES ? NODES[op as keyof typeof NODES] : COMPARED.has(op) ? 'compare' : 'arithmetic'

type Piece = [ExpressionPart['role'], Expression]
type Drawn = Pick<ExpressionPart, 'node' | 'text'> & { pieces: readonly Piece[] }

/** 甲 且 乙 且 丙 is one node with three parts. */
const joined = (expression: Expression, op: string): Expression[] =>
  expression.node === 'binary' && expression.op === op
    ? [...joined(expression.left, op), ...joined(expression.right, op)]
    : [expression]

function drawn(expression: Expression): Drawn {
  switch (expression.node) {
    case 'constant':
      return { node: 'value', text: expression.written, pieces: [] }
    case 'quoted':
      return { node: 'value', text: expression.text, pieces: [] }
    case 'name':
      return { node: 'name', text: expression.name, pieces: [] }
    case 'set':
      return { node: 'set', text: '', pieces: expression.items.map((item): Piece => ['part', item]) }
    case 'not':
      return { node: 'not', text: '非', pieces: [['of', expression.of]] }
    case 'index':
      return { node: 'index', text: expression.name, pieces: [['by', expression.by]] }
    case 'call':
      return { node: 'call', text: expression.name, pieces: expression.args.map((arg): Piece => ['part', arg]) }
    case 'if':
      return {
        node: 'if',
        text: '若',
        pieces: [
          ['test', expression.test],
          ['yes', expression.yes],
          ['no', expression.no],
        ],
      }
    case 'since': {
      const to: Piece[] = expression.to ? [['to', expression.to]] : []
      return { node: 'since', text: '满', pieces: [['from', expression.from], ...to, ['least', expression.least]] }
    }
    case 'binary': {
      const node = nodeOf(expression)
      if (node === 'and' || node === 'or')
        return {
          node,
          text: expression.op,
          pieces: joined(expression, expression.op).map((part): Piece => ['part', part]),
        }
      return {
        node,
        text: expression.op,
        pieces: [
          ['left', expression.left],
          ['right', expression.right],
        ],
      }
    }
  }
}

function collect(
  parts: ExpressionPart[],
  names: Names,
  [role, expression]: Piece,
  parent: number | null,
): ExpressionPart[] {
  const { node, text, pieces } = drawn(expression)
  const isNamed = node === 'name' || node === 'index'
  const place = parts.length
  parts.push({
    parent,
    role,
    node,
    text,
    written: writeExpression(expression),
    names: isNamed ? (names.get(text) ?? null) : null,
  })
  for (const piece of pieces) collect(parts, names, piece, place)
  return parts
}

/** An expression that was read before, with its parts for drawing. */
export function expressionView(written: string, names: Names): Shown {
  const parts = collect([], names, ['whole', parseExpression(written)], null)
  // `分` and `元` inside 四舍五入 are no names of the policy.
  const reads = parts.flatMap(({ names: of, text }) => (of && of !== 'today' ? [text] : []))
  return { written, reads: [...new Set(reads)], parts }
}
