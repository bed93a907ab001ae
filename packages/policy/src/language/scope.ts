import type { Type } from '../exact/value.ts'
import { ExpressionError } from '../faults.ts'
import type { Checked } from './syntax.ts'

/** The names an expression may use. Slot 0 is 今日, the day of the decision. */
export type Scope = ReadonlyMap<string, { slot: number; type: Type } | { definition: Checked }>

export const TODAY_SLOT = 0

export function resolve(scope: Scope, name: string, at: number): Checked {
  const found = scope.get(name)
  if (!found) throw new ExpressionError(at, `没有“${name}”这个事实或参数`, `there is no fact or parameter “${name}”`)
  if ('definition' in found) return { node: 'definition', name, of: found.definition, type: found.definition.type }
  return { node: 'slot', slot: found.slot, name, type: found.type }
}
