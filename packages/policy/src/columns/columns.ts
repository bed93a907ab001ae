import { readDay } from '../exact/day.ts'
import { fraction, type Fraction, whole, ZERO } from '../exact/fraction.ts'
import type { Type, Value } from '../exact/value.ts'
import { TODAY_SLOT } from '../language/scope.ts'
import type { Checked } from '../language/syntax.ts'
import { applies, judge, type Outcome } from '../deciding/judge.ts'
import type { Payment } from '../policy/policy.ts'
import type { PreparedPolicy, ReadyLimit } from '../policy/prepare.ts'
import { fillParameters } from '../policy/slots.ts'
import { Compiler, type Part, type Source } from './compile.ts'
import { BLOCK } from './vector.ts'

/**
 * A fact of many rows, NaN where unknown. Money in fen, dates in days from 1970-01-01, truth as 1 and 0, a choice as
 * the place of its option, a list as the sum of 2^place, a ratio as `parts` of `of`. Values are taken to be in range.
 */
export type Column = Float64Array | { parts: Float64Array; of: number }
export const OUTCOMES: readonly Outcome[] = ['refused', 'granted', 'unknown', 'notInForce']

export type ColumnDecisions = {
  /** Place in `OUTCOMES`. */
  outcomes: Uint8Array
  /** In fen or months; NaN where nothing is granted. */
  amounts: Float64Array
  /** Rows decided one by one: with history, or with numbers beyond 2^53. */
  singly: number
}
export type ColumnCircumstances = {
  effective: string
  known: string
  /** Earlier payments of a row; left out: not known. */
  history?: (row: number) => readonly Payment[]
}

const BOOLEAN: Type = { is: 'boolean' }
/** Of no fact or parameter: always unknown. */
const UNKNOWN: Checked = { node: 'slot', slot: -1, name: '', type: BOOLEAN }
const TRUE: Checked = { node: 'constant', value: true, type: BOOLEAN }

/** Decides every row as `decide` would, without traces. Facts without a column are unknown. @throws RangeError for no day */
export function decideColumns(
  prepared: PreparedPolicy,
  rows: number,
  columns: Readonly<Record<string, Column>>,
  { effective, known, history }: ColumnCircumstances,
): ColumnDecisions {
  const [today, knowledge] = [readDay(effective), readDay(known)]
  if (today === undefined || knowledge === undefined) throw new RangeError('no such day')
  const outcomes = new Uint8Array(rows)
  const amounts = new Float64Array(rows).fill(Number.NaN)
  if (today < prepared.from || today > prepared.to || knowledge < prepared.known)
    return { outcomes: outcomes.fill(OUTCOMES.indexOf('notInForce')), amounts, singly: 0 }
  const table = new Table(prepared, columns, today, knowledge)
  const { truth, amount, inexact } = compileAll(prepared, table, today, !!history)
  let singly = 0
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start)
    inexact.fill(0)
    truth.run(start, length)
    amount.run(start, length)
    for (let row = 0; row < length; row++) {
      const place = start + row
      const earlier = history?.(place)
      if (inexact[row] || (earlier && earlier.length > 0)) {
        singly++
        const { outcome, left } = judge(prepared, table.slotsOf(place), knowledge, earlier)
        outcomes[place] = OUTCOMES.indexOf(outcome)
        if (outcome === 'granted') amounts[place] = Number(left!.n)
        continue
      }
      const [holds, paid] = [truth.out.n[row]!, amount.out.n[row]!]
      outcomes[place] = holds === 0 ? 0 : holds === 1 && paid === paid ? 1 : 2
      if (outcomes[place] === 1) amounts[place] = paid
    }
  }
  return { outcomes, amounts, singly }
}

/** The facts of all rows beside the parameters of the day. */
class Table {
  readonly #prepared: PreparedPolicy
  readonly #columns: ReadonlyMap<number, { column: Float64Array; of: number }>
  readonly #constants: readonly (Value | undefined)[]

  constructor(prepared: PreparedPolicy, columns: Readonly<Record<string, Column>>, today: number, known: number) {
    this.#prepared = prepared
    this.#constants = fillParameters(prepared, today, known)
    this.#columns = new Map(
      prepared.facts.flatMap(({ fact, slot }) => {
        const column = columns[fact.key]
        if (!column) return []
        return [[slot, column instanceof Float64Array ? { column, of: 1 } : { column: column.parts, of: column.of }]]
      }),
    )
  }

  source(slot: number): Source {
    return this.#columns.get(slot) ?? { value: slot < 0 ? undefined : this.#constants[slot] }
  }

  slotsOf(row: number): (Value | undefined)[] {
    const slots = [...this.#constants]
    for (const { slot, type } of this.#prepared.facts) {
      const found = this.#columns.get(slot)
      const code = found?.column[row]
      if (code !== undefined && !Number.isNaN(code)) slots[slot] = decode(type, code, found!.of)
    }
    return slots
  }
}

function decode(type: Type, code: number, of: number): Value {
  if (type.is === 'boolean') return code === 1
  if (type.is === 'date') return code
  if (type.is === 'choice') return type.options[code]!
  if (type.is === 'list') return type.options.filter((_, place) => Math.floor(code / 2 ** place) % 2 === 1)
  return fraction(BigInt(code), BigInt(of))
}

/** All conditions and limits as one truth, and the amount that the limits leave. */
function compileAll(prepared: PreparedPolicy, table: Table, today: number, hasHistory: boolean) {
  const inexact = new Uint8Array(BLOCK)
  const compiler = new Compiler((slot) => table.source(slot), inexact)
  let amount = prepared.amount
  const truths = prepared.conditions.filter((ready) => applies(ready, today)).map(({ when }) => when)
  for (const ready of prepared.limits) {
    const { holds, left } = limitOf(ready, amount, hasHistory)
    truths.push(holds)
    amount = left
  }
  const truth: Part = compiler.compile(truths.reduce(both, TRUE))
  return { truth, amount: compiler.compile(amount), inexact }
}

const both = (left: Checked, right: Checked): Checked => ({ node: 'both', left, right, type: BOOLEAN })
const compared = (op: '>' | '>=', left: Checked, right: Checked): Checked => ({
  node: 'compare',
  op,
  left,
  right,
  type: BOOLEAN,
})
const constant = (value: Fraction, { type }: Checked): Checked => ({ node: 'constant', value, type })
const lower = (left: Checked, right: Checked): Checked => ({
  node: 'extreme',
  op: '不超过',
  left,
  right,
  type: left.type,
})

/** A limit as an expression for somebody without earlier payments. */
function limitOf(
  { limit, parts }: ReadyLimit,
  amount: Checked,
  hasHistory: boolean,
): { holds: Checked; left: Checked } {
  const part = (name: string): Checked => parts[name]!
  const known = (holds: Checked): Checked => (hasHistory ? holds : UNKNOWN)
  switch (limit.kind) {
    case 'cap': {
      const most = part('most')
      return { holds: known(compared('>', most, constant(ZERO, most))), left: lower(amount, most) }
    }
    case 'times':
      return { holds: known(compared('>=', part('most'), constant(whole(1), part('most')))), left: amount }
    case 'exclusive':
      return { holds: known(TRUE), left: amount }
    case 'deadline': {
      const today: Checked = { node: 'slot', slot: TODAY_SLOT, name: '今日', type: { is: 'date' } }
      const [date, by] = [part('event'), part('within')]
      return { holds: compared('>=', { node: 'shift', sign: 1, date, by, type: date.type }, today), left: amount }
    }
    case 'higher': {
      const by = parts['by']
      // Compared with itself: true once it is known.
      const ranks: Checked = by ? { node: 'compare', op: '=', left: by, right: by, type: BOOLEAN } : TRUE
      return { holds: known(by ? ranks : compared('>', amount, constant(ZERO, amount))), left: amount }
    }
    case 'share': {
      const money: Type = { is: 'money' }
      const of: Checked = { node: 'arithmetic', op: '*', left: part('most'), right: part('of'), type: money }
      const share: Checked = { node: 'round', half: false, of, unit: 1, type: money }
      return { holds: TRUE, left: lower(amount, share) }
    }
    case 'reserve': {
      const lasts = compared('>=', part('of'), part('least'))
      const { otherwise } = parts
      if (!otherwise) return { holds: lasts, left: amount }
      return { holds: TRUE, left: { node: 'if', test: lasts, yes: amount, no: otherwise, type: amount.type } }
    }
  }
}
