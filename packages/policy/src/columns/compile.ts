import { addDays, addMonths, fullMonths } from '../exact/day.ts'
import type { Fraction } from '../exact/fraction.ts'
import type { Type, Value } from '../exact/value.ts'
import type { Checked } from '../language/syntax.ts'
import {
  ARITHMETIC,
  COMPARE,
  EXACT,
  EXTREME,
  filled,
  type Inexact,
  joinTruths,
  roundTo,
  type Vector,
  vector,
} from './vector.ts'

/** A part over a block: `run` fills `out` for the rows `start` … `start + length`. */
export type Part = { out: Vector; run: (start: number, length: number) => void }
/** Where a slot's values come from: a column, or one value for all rows. */
export type Source = { column: Float64Array; of: number } | { value: Value | undefined }

const nothing = (): void => undefined

/** The number that stands for a value in a column. */
export function codeOf(type: Type, value: Value): Fraction | number {
  if (typeof value === 'boolean') return value ? 1 : 0
  const { options } = type as { options: readonly string[] }
  if (typeof value === 'string') return options.indexOf(value)
  if (Array.isArray(value))
    return [...new Set(value as string[])].reduce((sum, one) => sum + 2 ** options.indexOf(one), 0)
  return value as Fraction | number
}

/** Turns one syntax tree into steps over blocks of rows; a part used twice is computed once. */
export class Compiler {
  readonly inexact: Inexact
  readonly #sources: (slot: number) => Source
  readonly #parts = new Map<Checked, Part>()

  constructor(sources: (slot: number) => Source, inexact: Inexact) {
    this.#sources = sources
    this.inexact = inexact
  }

  compile(checked: Checked): Part {
    const before = this.#parts.get(checked)
    if (before) return before
    const part = this.#part(checked)
    this.#parts.set(checked, part)
    // Within one block the second reader finds it done.
    let done = -1
    const once: Part = {
      out: part.out,
      run: (start, length) => {
        if (start !== done) part.run(start, length)
        done = start
      },
    }
    this.#parts.set(checked, once)
    return once
  }

  #part(checked: Checked): Part {
    switch (checked.node) {
      case 'constant':
        return this.#constant(codeOf(checked.type, checked.value))
      case 'set':
        return this.#constant(codeOf(checked.type, checked.items))
      case 'slot':
        return this.#slot(checked)
      case 'definition':
        return this.compile(checked.of)
      case 'not':
        return this.#map(checked.of, (truth) => 1 - truth)
      case 'both':
      case 'either':
        return this.#pair(checked.left, checked.right, false, (out, a, b, length) =>
          joinTruths(out, a, b, checked.node === 'either' ? 1 : 0, length),
        )
      case 'compare':
        return this.#pair(checked.left, checked.right, false, (out, a, b, length) =>
          COMPARE[checked.op](out, a, b, this.inexact, length),
        )
      case 'arithmetic':
        return this.#pair(checked.left, checked.right, checked.op === '/', (out, a, b, length) =>
          ARITHMETIC[checked.op](out, a, b, this.inexact, length),
        )
      case 'extreme':
        return this.#pair(checked.left, checked.right, false, (out, a, b, length) =>
          EXTREME[checked.op](out, a, b, this.inexact, length),
        )
      case 'if':
        return this.#if(checked)
      case 'round':
        return this.#round(checked)
      default:
        return this.#lookup(checked)
    }
  }

  #constant(code: Fraction | number): Part {
    const out = filled(code)
    if (out) return { out, run: nothing }
    const inexact = vector(false)
    return { out: inexact, run: (_start, length) => void this.inexact.fill(1, 0, length) }
  }

  #slot({ slot, type }: Checked & { node: 'slot' }): Part {
    const source = this.#sources(slot)
    if ('value' in source) {
      if (source.value !== undefined) return this.#constant(codeOf(type, source.value))
      const unknown = vector(false)
      unknown.n.fill(Number.NaN)
      return { out: unknown, run: nothing }
    }
    const out = vector(source.of !== 1)
    out.d?.fill(source.of)
    return { out, run: (start, length) => out.n.set(source.column.subarray(start, start + length)) }
  }

  #map(of: Checked, change: (n: number) => number): Part {
    const part = this.compile(of)
    const out = vector(false)
    return {
      out,
      run: (start, length) => {
        part.run(start, length)
        for (let row = 0; row < length; row++) out.n[row] = change(part.out.n[row]!)
      },
    }
  }

  #pair(
    left: Checked,
    right: Checked,
    divides: boolean,
    kernel: (out: Vector, a: Vector, b: Vector, length: number) => void,
  ): Part {
    const [a, b] = [this.compile(left), this.compile(right)]
    const out = vector(divides || !!a.out.d || !!b.out.d)
    return {
      out,
      run: (start, length) => {
        a.run(start, length)
        b.run(start, length)
        kernel(out, a.out, b.out, length)
      },
    }
  }

  #if({ test, yes, no }: Checked & { node: 'if' }): Part {
    const [condition, a, b] = [test, yes, no].map((part) => this.compile(part)) as [Part, Part, Part]
    const out = vector(!!a.out.d || !!b.out.d)
    return {
      out,
      run: (start, length) => {
        for (const part of [condition, a, b]) part.run(start, length)
        for (let row = 0; row < length; row++) {
          const truth = condition.out.n[row]!
          const [p, q] = [a.out.d ? a.out.d[row]! : 1, b.out.d ? b.out.d[row]! : 1]
          const isThen = truth === 1
          const [left, right] = [a.out.n[row]! * q, b.out.n[row]! * p]
          if (Math.abs(left) > EXACT || Math.abs(right) > EXACT) this.inexact[row] = 1
          const agree = left === right
          out.n[row] = isThen || (truth !== truth && agree) ? a.out.n[row]! : truth === 0 ? b.out.n[row]! : Number.NaN
          if (out.d) out.d[row] = truth === 0 ? q : p
        }
      },
    }
  }

  #round({ of, half, unit }: Checked & { node: 'round' }): Part {
    const part = this.compile(of)
    const out = vector(false)
    return {
      out,
      run: (start, length) => {
        part.run(start, length)
        roundTo(out, part.out, half, unit, this.inexact, length)
      },
    }
  }

  #lookup(checked: Checked & { node: 'shift' | 'span' | 'member' | 'row' | 'step' }): Part {
    switch (checked.node) {
      case 'shift':
        return this.#whole(checked.date, checked.by, (day, count) => {
          const by = checked.sign * count
          return checked.by.type.is === 'days' ? addDays(day, by) : addMonths(day, by)
        })
      case 'span':
        return this.#whole(checked.from, checked.to, (from, to) =>
          checked.unit === 'days' ? to - from : fullMonths(from, to),
        )
      case 'member':
        return this.#whole(checked.of, checked.among, (option, set) => Math.floor(set / 2 ** option) % 2)
      default:
        return this.#table(checked)
    }
  }

  /** Two whole numbers to a third; unknown when either is. */
  #whole(left: Checked, right: Checked, kernel: (a: number, b: number) => number): Part {
    return this.#pair(left, right, false, (out, a, b, length) => {
      for (let row = 0; row < length; row++) {
        const [first, second] = [a.n[row]!, b.n[row]!]
        out.n[row] = first !== first || second !== second ? Number.NaN : kernel(first, second)
      }
    })
  }

  #table(checked: Checked & { node: 'row' | 'step' }): Part {
    const by = this.compile(checked.by)
    const rows = this.#rowsOf(checked)
    const numbers = rows.map((value) => (value === undefined ? undefined : filled(codeOf(checked.type, value))))
    const starts = this.#startsOf(checked)
    const out = vector(numbers.some((number) => number?.d))
    return {
      out,
      run: (start, length) => {
        by.run(start, length)
        for (let row = 0; row < length; row++) {
          const key = by.out.n[row]!
          const place = starts ? starts.findLastIndex((from) => from <= key / (by.out.d ? by.out.d[row]! : 1)) : key
          const number = numbers[place]
          out.n[row] = number ? number.n[0]! : Number.NaN
          if (out.d) out.d[row] = number?.d ? number.d[0]! : 1
        }
      },
    }
  }

  #tableOf(checked: Checked & { node: 'row' | 'step' }): Value | undefined {
    const source = checked.table.node === 'slot' ? this.#sources(checked.table.slot) : { value: undefined }
    return 'value' in source ? source.value : undefined
  }

  #rowsOf(checked: Checked & { node: 'row' | 'step' }): readonly (Value | undefined)[] {
    const table = this.#tableOf(checked)
    if (typeof table !== 'object') return []
    if ('steps' in table) return table.steps.map(({ value }) => value)
    return 'rows' in table
      ? (checked.by.type as { options: readonly string[] }).options.map((name) => table.rows[name])
      : []
  }

  #startsOf(checked: Checked & { node: 'row' | 'step' }): readonly number[] | undefined {
    const table = this.#tableOf(checked)
    if (typeof table !== 'object' || !('steps' in table)) return undefined
    return table.steps.map(({ from }) => Number(from.n) / Number(from.d))
  }
}
