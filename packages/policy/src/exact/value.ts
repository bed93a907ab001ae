import { text, type Text } from '../faults.ts'
import { readDay, writeDay } from './day.ts'
import { type Fraction, fraction, whole } from './fraction.ts'

/** What a value is. Nothing is converted between types. `table` and `steps` are for parameters only. */
export type Type =
  | { is: 'money' | 'ratio' | 'integer' | 'date' | 'months' | 'days' | 'boolean' }
  | { is: 'choice' | 'list'; options: readonly string[] }
  | { is: 'table'; of: Type; options: readonly string[] }
  | { is: 'steps'; from: Type; of: Type }

export type Table = { readonly rows: Readonly<Record<string, Value>> }
/** From each start on, up to the next one, its value holds; ascending. */
export type Steps = { readonly steps: readonly { from: Fraction; value: Value }[] }
/** Money in fen, a date as a number of days, a choice by its option. */
export type Value = Fraction | number | boolean | string | readonly string[] | Table | Steps

/** A value as people and JSON write it, see `readValue`. */
export type Plain = string | number | boolean | readonly string[] | { readonly fen: number }

const NAMES: Record<Type['is'], Text> = {
  money: text('金额（如 "22189.16"，单位元）', 'an amount like "22189.16", in yuan'),
  ratio: text('比例（如 "5.5%"）', 'a ratio like "5.5%"'),
  integer: text('整数', 'a whole number'),
  date: text('日期（如 2025-01-31）', 'a date like 2025-01-31'),
  months: text('月数（如 12）', 'a number of months like 12'),
  days: text('天数（如 30）', 'a number of days like 30'),
  boolean: text('“是”或“否”（true 或 false）', 'true or false'),
  choice: text('选项', 'an option'),
  list: text('选项的列表', 'a list of options'),
  table: text('按选项分列的表', 'a table by options'),
  steps: text('分段的表', 'steps'),
}

export const nameOf = (type: Type): Text => {
  if (type.is !== 'choice' && type.is !== 'list') return NAMES[type.is]
  const { zh, en } = NAMES[type.is]
  return { zh: `${zh}（${type.options.join('、')}）`, en: `${en} (${type.options.join(', ')})` }
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?(元|万元|%|个月|年|天)?$/

/** `12.5%`, `3/17`, `22189.16元`, `12个月`: the number and its unit. */
function readNumber(written: string): { number: Fraction; unit: string } | undefined {
  const [, sign, before, after = '', unit = ''] = DECIMAL.exec(written) ?? []
  if (before === undefined) return undefined
  const n = BigInt(before + after) * (sign ? -1n : 1n)
  return { number: fraction(n, 10n ** BigInt(after.length)), unit }
}

/** What each unit counts in the unit of the type. */
const UNITS: Partial<Record<Type['is'], Record<string, Fraction>>> = {
  money: { '': whole(100), 元: whole(100), 万元: whole(1_000_000) },
  ratio: { '%': fraction(1n, 100n) },
  integer: { '': whole(1) },
  months: { '': whole(1), 个月: whole(1), 年: whole(12) },
  days: { '': whole(1), 天: whole(1) },
}

/** The value that was written; undefined when it is not one of the type. Money given as a bare number is refused: yuan or fen? */
export function readValue(type: Type, written: unknown): Value | undefined {
  if (type.is === 'boolean') return typeof written === 'boolean' ? written : undefined
  if (type.is === 'choice') return type.options.find((option) => option === written)
  if (type.is === 'date') return typeof written === 'string' ? readDay(written) : undefined
  if (type.is === 'list')
    return Array.isArray(written) && written.every((item) => type.options.includes(item as string))
      ? (written as string[])
      : undefined
  if (type.is === 'money' && typeof written === 'object' && written !== null && 'fen' in written)
    return Number.isSafeInteger(written.fen) ? whole(written.fen as number) : undefined
  if (typeof written === 'number' && (type.is === 'money' || type.is === 'ratio')) return undefined
  return typeof written === 'string' || typeof written === 'number' ? readExact(type, String(written)) : undefined
}

function readExact(type: Type, written: string): Fraction | undefined {
  const [, over, under] = /^(\d{1,15})\/(\d{1,15})$/.exec(written) ?? []
  if (under) return type.is === 'ratio' && BigInt(under) ? fraction(BigInt(over!), BigInt(under)) : undefined
  const read = readNumber(written)
  const unit = read && UNITS[type.is]?.[read.unit]
  if (!read || !unit) return undefined
  const value = fraction(read.number.n * unit.n, read.number.d * unit.d)
  return type.is === 'ratio' || value.d === 1n ? value : undefined
}

/** A value as `readValue` takes it: what a decision stores. */
export function writeValue(type: Type, value: Value): Plain {
  if (typeof value === 'number') return writeDay(value)
  if (typeof value !== 'object') return value
  if (!('n' in value)) return 'rows' in value || 'steps' in value ? '' : value
  if (type.is === 'ratio') return ratio(value)
  if (type.is === 'money') return value.d === 1n ? yuan(value.n) : decimal(times(value, 1n, 100n), 2)
  return Number(value.n)
}

const times = ({ n, d }: Fraction, by: bigint, of = 1n): Fraction => fraction(n * by, d * of)

/** Whole fen with two places. */
function yuan(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `5.5%`; a ratio without end, like 1/3, stays a fraction. */
function ratio(value: Fraction): string {
  const percent = decimal(times(value, 100n), 0)
  return percent.includes('…') ? `${value.n}/${value.d}` : `${percent}%`
}

/** A decimal number with at least `places` places; cut after the sixth with `…` when it goes on. */
export function decimal({ n, d }: Fraction, places: number): string {
  const scaled = (n < 0n ? -n : n) * 1_000_000n
  const digits = (scaled / d).toString().padStart(7, '0')
  const after = digits.slice(-6).replace(/0+$/, '').padEnd(places, '0')
  return `${n < 0n ? '-' : ''}${digits.slice(0, -6)}${after && `.${after}`}${scaled % d === 0n ? '' : '…'}`
}

/** For people: `22,189.16`, `85%`, `12个月`. */
export function showValue(type: Type, value: Value): string {
  const plain = writeValue(type, value)
  if (type.is === 'money') {
    const [before, after] = String(plain).split('.')
    return `${before!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${after}`
  }
  // A ratio without end is shown by its first places.
  if (type.is === 'ratio') return `${decimal(times(value as Fraction, 100n), 0)}%`
  if (type.is === 'months') return `${String(plain)}个月`
  if (type.is === 'days') return `${String(plain)}天`
  if (typeof plain === 'boolean') return plain ? '是' : '否'
  return Array.isArray(plain) ? plain.join('、') : String(plain as string | number)
}
