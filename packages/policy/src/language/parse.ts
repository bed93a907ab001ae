import { ExpressionError } from '../faults.ts'
import type { Binary, Expression } from './syntax.ts'
import { type Token, tokensOf } from './tokens.ts'

/** How tightly an operator holds what stands beside it. */
const BINDING: Record<Binary, number> = {
  或: 1,
  且: 2,
  '>=': 4,
  '<=': 4,
  '>': 4,
  '<': 4,
  '=': 4,
  '!=': 4,
  属于: 4,
  不超过: 5,
  不低于: 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
}
const NEGATION = 3
const RELATION = 4

/** @throws ExpressionError with the character at which it goes wrong */
export function parseExpression(source: string): Expression {
  const reader = new Reader(tokensOf(source))
  const expression = reader.read(0)
  reader.expectEnd()
  return expression
}

class Reader {
  readonly #tokens: readonly Token[]
  #place = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** Everything that holds tighter than `binding`. */
  read(binding: number): Expression {
    let left = this.#first()
    for (;;) {
      const { text, is, at } = this.#peek()
      if ((text === '至' || text === '满') && is === 'word' && binding < RELATION) {
        left = this.#since(left)
        continue
      }
      const held = is === 'word' || is === 'sign' ? BINDING[text as Binary] : undefined
      if (held === undefined || held <= binding) return left
      this.#place++
      const right = this.read(held)
      left = { node: 'binary', op: text as Binary, left, right, at }
      // 甲 < 乙 < 丙 would compare a truth with a number.
      if (held === RELATION && BINDING[this.#peek().text as Binary] === RELATION) this.#refuse(this.#peek())
    }
  }

  expectEnd(): void {
    if (this.#peek().is !== 'end') this.#refuse(this.#peek())
  }

  #peek(): Token {
    return this.#tokens[this.#place]!
  }

  #take(text: string): void {
    const token = this.#peek()
    if (token.text !== text || token.is === 'quoted')
      throw new ExpressionError(token.at, `这里应当是“${text}”`, `“${text}” is expected here`)
    this.#place++
  }

  #refuse({ at, text, is }: Token): never {
    if (is === 'end') throw new ExpressionError(at, '式子没有写完', 'the expression ends too early')
    throw new ExpressionError(at, `“${text}”不能写在这里`, `“${text}” does not belong here`)
  }

  #first(): Expression {
    const token = this.#peek()
    const { at, text } = token
    this.#place++
    if (token.is === 'constant') return { node: 'constant', type: token.type, value: token.value, written: text, at }
    if (token.is === 'quoted') return { node: 'quoted', text, at }
    if (token.is === 'name') return this.#named(text, at)
    if (text === '今日') return { node: 'name', name: text, at }
    if (text === '非') return { node: 'not', of: this.read(NEGATION), at }
    if (text === '若') return this.#choice(at)
    if (text === '{') return { node: 'set', items: this.#items('}'), at }
    if (text !== '(') this.#refuse(token)
    const inner = this.read(0)
    this.#take(')')
    return inner
  }

  #named(name: string, at: number): Expression {
    const { text, is } = this.#peek()
    if (is !== 'sign' || (text !== '(' && text !== '[')) return { node: 'name', name, at }
    this.#place++
    if (text === '(') return { node: 'call', name, args: this.#items(')'), at }
    const by = this.read(0)
    this.#take(']')
    return { node: 'index', name, by, at }
  }

  #items(close: string): Expression[] {
    const items = [this.read(0)]
    while (this.#peek().is === 'sign' && this.#peek().text === ',') {
      this.#place++
      items.push(this.read(0))
    }
    this.#take(close)
    return items
  }

  #choice(at: number): Expression {
    const test = this.read(0)
    this.#take('则')
    const yes = this.read(0)
    this.#take('否则')
    return { node: 'if', test, yes, no: this.read(0), at }
  }

  #since(from: Expression): Expression {
    const { at, text } = this.#peek()
    this.#place++
    const to = text === '至' ? this.read(RELATION) : undefined
    if (to) this.#take('满')
    return { node: 'since', from, to, least: this.read(RELATION), at }
  }
}

/** The expression in our own spelling; parsing it gives the same tree. */
export function writeExpression(expression: Expression, binding = 0): string {
  const enclose = (own: number, written: string) => (own <= binding ? `(${written})` : written)
  switch (expression.node) {
    case 'constant':
      return expression.written
    case 'quoted':
      return `“${expression.text}”`
    case 'set':
      return `{${expression.items.map((item) => writeExpression(item)).join(', ')}}`
    case 'name':
      return expression.name
    case 'not':
      return enclose(NEGATION, `非 ${writeExpression(expression.of, NEGATION)}`)
    case 'index':
      return `${expression.name}[${writeExpression(expression.by)}]`
    case 'call':
      return `${expression.name}(${expression.args.map((arg) => writeExpression(arg)).join(', ')})`
    case 'binary': {
      const own = BINDING[expression.op]
      // The left side may hold as tightly as the operator itself, unless comparisons would stand in a row.
      const left = writeExpression(expression.left, own === RELATION ? own : own - 1)
      return enclose(own, `${left} ${expression.op} ${writeExpression(expression.right, own)}`)
    }
    case 'since': {
      const to = expression.to ? ` 至 ${writeExpression(expression.to, RELATION)}` : ''
      const from = writeExpression(expression.from, RELATION)
      return enclose(RELATION, `${from}${to} 满 ${writeExpression(expression.least, RELATION)}`)
    }
    case 'if': {
      const [test, yes, no] = [expression.test, expression.yes, expression.no].map((part) => writeExpression(part))
      return enclose(0, `若 ${test} 则 ${yes} 否则 ${no}`)
    }
  }
}
