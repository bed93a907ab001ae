import { operandsOf } from '../language/evaluate.ts'
import type { Checked } from '../language/syntax.ts'

const found = new WeakMap<Checked, readonly Checked[]>()

/** The named parts whose values make an expression what it is, each once, in the order they are read. */
export function readsOf(checked: Checked): readonly Checked[] {
  const before = found.get(checked)
  if (before) return before
  const names = new Set<string>()
  const reads = collect(checked).filter((part) => {
    const isNew = !names.has(nameOf(part))
    names.add(nameOf(part))
    return isNew
  })
  found.set(checked, reads)
  return reads
}

/** What a part is called: a table in a row of it by the table's name. */
export const nameOf = (part: Checked): string =>
  part.node === 'row' || part.node === 'step' ? nameOf(part.table) : 'name' in part ? part.name : ''

function collect(checked: Checked): Checked[] {
  switch (checked.node) {
    case 'slot':
      return [checked]
    case 'definition':
      return [checked, ...collect(checked.of)]
    case 'row':
    case 'step':
      return [checked, ...collect(checked.by)]
    default:
      return operandsOf(checked).flatMap(collect)
  }
}

/** The slots an expression may read, each once. */
export const slotsOf = (checked: Checked): readonly number[] => [
  ...new Set(checked.node === 'slot' ? [checked.slot] : operandsOf(checked).flatMap(slotsOf)),
]
