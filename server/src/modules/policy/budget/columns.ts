import {
  type Column,
  decide,
  decideColumns,
  type Facts,
  OUTCOMES,
  type Payment,
  type PreparedPolicy,
  type Type,
  type Value,
} from '@renshu/policy'
import type { PolicyOutcome } from '@renshu/contracts'
import type { KnownRecords } from '../../../platform/records.ts'
import { wholeAmount } from '../deciding/decide.ts'
import { factsFrom, usable } from '../deciding/facts.ts'

/** Ratios stand in columns as millionths; one that is none of them is decided singly. */
const RATIO = 1_000_000

/** The number that stands for a value in a column; undefined where none does exactly. */
function codeOf(type: Type, value: Value): number | undefined {
  if (type.is === 'boolean') return value === true ? 1 : 0
  if (typeof value === 'number') return value
  if (type.is === 'choice') return type.options.indexOf(value as string)
  if (type.is === 'list')
    return type.options.reduce((sum, option, place) => sum + ((value as string[]).includes(option) ? 2 ** place : 0), 0)
  const { n, d } = value as { n: bigint; d: bigint }
  const scaled = type.is === 'ratio' ? { n: n * BigInt(RATIO), d } : { n, d }
  if (scaled.n % scaled.d !== 0n) return undefined
  const code = Number(scaled.n / scaled.d)
  return Number.isSafeInteger(code) ? code : undefined
}

/** Facts of many subjects in columns, and the rows whose facts have no exact place there. */
export interface Rows {
  count: number
  columns: Readonly<Record<string, Column>>
  inexact: ReadonlySet<number>
  factsOf: (row: number) => Facts
}

/** What records say of many subjects, as columns of a policy. */
export function rowsFrom(prepared: PreparedPolicy, records: readonly KnownRecords[]): Rows {
  const inexact = new Set<number>()
  const columns: Record<string, Column> = {}
  for (const known of prepared.facts) {
    const { key, record: name } = known.fact
    if (name === undefined) continue
    const codes = new Float64Array(records.length).fill(Number.NaN)
    for (const [row, each] of records.entries()) {
      const record = each[name]
      const value = record && usable(known, record.value)
      if (value === undefined) continue
      const code = codeOf(known.type, value)
      if (code === undefined) inexact.add(row)
      else codes[row] = code
    }
    columns[key] = known.type.is === 'ratio' ? { parts: codes, of: RATIO } : codes
  }
  return { count: records.length, columns, inexact, factsOf: (row) => factsFrom(prepared, records[row]!).facts }
}

export interface DecidedRows {
  outcomes: readonly PolicyOutcome[]
  /** Fen or months; 0 where nothing is granted. */
  amounts: Float64Array
}

/** Decides every row as the single decision would. */
export function decideRows(
  prepared: PreparedPolicy,
  { count, columns, inexact, factsOf }: Rows,
  days: { effective: string; known: string },
  historyOf: (row: number) => readonly Payment[],
): DecidedRows {
  const decided = decideColumns(prepared, count, columns, { ...days, history: historyOf })
  const outcomes = Array.from(decided.outcomes, (place) => OUTCOMES[place]!)
  const amounts = decided.amounts.map((amount) => (Number.isNaN(amount) ? 0 : amount))
  for (const row of inexact) {
    const single = decide(prepared, factsOf(row), { ...days, history: historyOf(row) })
    outcomes[row] = single.outcome
    amounts[row] = single.outcome === 'granted' ? wholeAmount(single)! : 0
  }
  return { outcomes, amounts }
}
