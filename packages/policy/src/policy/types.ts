import { type Fraction, whole } from '../exact/fraction.ts'
import { readValue, type Steps, type Type, type Value } from '../exact/value.ts'
import { text, type Fault } from '../faults.ts'
import type { DatedValue, Fact, Parameter, TypeName } from './policy.ts'

type Path = readonly (string | number)[]

export const typeOf = (name: TypeName, options: readonly string[] = []): Type =>
  name === 'choice' || name === 'list' ? { is: name, options } : { is: name }

/** The type of a parameter; its table goes by the options of the choice fact it names. */
export function parameterType({ type, by, steps }: Parameter, facts: readonly Fact[]): Type | undefined {
  const of = typeOf(type)
  if (steps) return { is: 'steps', from: typeOf(steps), of }
  if (by === undefined) return of
  const options = facts.find(({ name, type }) => name === by && type === 'choice')?.options
  return options && { is: 'table', of, options }
}

/** A parameter's value as written; faults are noted with their path. */
export function readParameter(type: Type, { value }: DatedValue, path: Path, faults: Fault[]): Value | undefined {
  const refuse = (at: Path, what: string): undefined => {
    faults.push({ path: at, reason: text(`“${what}”不是要求的类型`, `“${what}” is not of the type`) })
  }
  if (type.is === 'table') {
    const given = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
    const names = Object.keys(given)
    const off = [
      ...names.filter((name) => !type.options.includes(name)),
      ...type.options.filter((name) => !names.includes(name)),
    ]
    if (off.length > 0) return refuse(path, off.join('、'))
    const rows = names.map((name) => [name, readValue(type.of, given[name])] as const)
    const bad = rows.find(([, read]) => read === undefined)
    return bad ? refuse([...path, bad[0]], String(given[bad[0]])) : { rows: Object.fromEntries(rows) as never }
  }
  if (type.is === 'steps') return readSteps(type, value, path, faults)
  return readValue(type, value) ?? refuse(path, JSON.stringify(value))
}

function readSteps(type: Type & { is: 'steps' }, value: unknown, path: Path, faults: Fault[]): Steps | undefined {
  const given = Array.isArray(value) ? (value as { from: unknown; value: unknown }[]) : []
  const steps = given.map((step) => ({ from: readValue(type.from, step.from), value: readValue(type.of, step.value) }))
  const wrong = steps.findIndex(({ from, value }) => from === undefined || value === undefined)
  const starts = steps.map(({ from }) => from as Fraction)
  const isAscending = starts.every((start, place) => place === 0 || isBelow(starts[place - 1]!, start))
  if (wrong === -1 && starts[0]?.n === 0n && isAscending) return { steps: steps as never }
  faults.push({
    path: wrong === -1 ? path : [...path, wrong],
    reason: text('分段要从 0 起、依次升高，类型要对', 'steps begin at 0, ascend, and have the right types'),
  })
  return undefined
}

const isBelow = (a: Fraction | undefined, b: Fraction | undefined): boolean => !!a && !!b && a.n * b.d < b.n * a.d

/** Least and most a fact may be. */
export type Range = { min: Value | undefined; max: Value | undefined }

export function rangeOf(fact: Fact, path: Path, faults: Fault[]): Range {
  const type = typeOf(fact.type, fact.options)
  const isCounted = ['money', 'ratio', 'integer', 'months', 'days'].includes(fact.type)
  const read = (side: 'min' | 'max'): Value | undefined => {
    const written = fact[side]
    if (written === undefined) return side === 'min' && isCounted ? whole(0) : undefined
    const value = isCounted || fact.type === 'date' ? readValue(type, written) : undefined
    if (value === undefined)
      faults.push({ path: [...path, side], reason: text('不是这个类型的值', 'is no value of the type') })
    return value
  }
  return { min: read('min'), max: read('max') }
}
