import type { PlainValue, PolicyPage, ReplacedValue } from '@renshu/contracts'
import { readTyped, writeTyped } from '../../values/typed.ts'

export type Parameter = PolicyPage['parameters'][number]

/** A value that is tried in the place of a parameter's, as it is typed: by option or start of a step, `''` for one. */
export interface Change {
  parameter: string
  from: string
  values: Record<string, string>
}

const WHOLE = ''
const rowKey = (of: string | null): string => of ?? WHOLE

/** The value whose rows a change begins with: the one in force, else the last. */
const valueOf = ({ values }: Parameter) => values.find(({ state }) => state === 'inForce') ?? values.at(-1)

/** A value as one would type it: `400万元` in a file is `4000000.00` here; a ratio keeps its fraction. */
const typedOf = ({ type }: Parameter, { value, shown }: { value: PlainValue; shown: string }): string =>
  type === 'ratio' ? writeTyped(value) : shown.replaceAll(',', '').replace(/(?:个月|天)$/, '')

/** A change that changes nothing yet. */
export const newChange = (parameter: Parameter, from: string): Change => ({
  parameter: parameter.name,
  from,
  values: Object.fromEntries((valueOf(parameter)?.rows ?? []).map((row) => [rowKey(row.of), typedOf(parameter, row)])),
})

/** What has to be filled in for a parameter: each row with what it is for, null for a single value. */
export const rowsOf = (parameter: Parameter): readonly { key: string; of: string | null }[] =>
  (valueOf(parameter)?.rows ?? []).map(({ of }) => ({ key: rowKey(of), of }))

/** The change as the contract takes it; null while something in it cannot be read. */
export function replacedOf({ parameter: name, from, values }: Change, parameter: Parameter): ReplacedValue | null {
  const read = rowsOf(parameter).map(({ key, of }) => ({ of, value: readTyped(parameter.type, values[key] ?? '') }))
  if (!read.length || read.some(({ value }) => value === null)) return null
  const known = read as { of: string | null; value: PlainValue }[]
  const value = parameter.steps
    ? known.map((row) => ({ from: readTyped(parameter.steps!, row.of ?? '') ?? 0, value: row.value }))
    : parameter.by
      ? Object.fromEntries(known.map((row) => [row.of ?? '', row.value]))
      : known[0]!.value
  return { parameter: name, value, ...(from && { from }) }
}
