import type { Text } from '@renshu/policy'
import { edgesOf } from '../checks/graph.ts'
import type { Prepared } from '../definition/prepare.ts'
import type { Role, Word } from '../definition/words.ts'

/** A stage in its place: columns from left to right as a case goes, rows from the top; both from 0. */
export type Node = {
  id: string
  label: Text
  column: number
  row: number
  end?: 'done' | 'refused' | 'withdrawn'
  /** Name and length of its clock. */
  clock?: { label: Text; length: number; unit: 'workingDays' | 'days' }
}

/** A step. `back` leads to an earlier column, `same` to the stage it began in. `lane` keeps steps between the same two apart. */
export type Line = {
  id: string
  from: string
  to: string
  label: Text
  word: Word
  role: Role
  way: 'forward' | 'back' | 'same'
  lane: number
  isAutomatic: boolean
  fourEyes: boolean
  outcomes: readonly Text[]
}

export type Drawing = { nodes: readonly Node[]; lines: readonly Line[]; columns: number; rows: number }

/** Where the stages and steps of a service stand when it is drawn. */
export function drawService(prepared: Prepared): Drawing {
  const { service } = prepared
  const columns = columnsOf(prepared)
  const filled = new Map<number, number>()
  const nodes = service.stages.map(({ id, name, end, clock }): Node => {
    const column = columns.get(id)!
    const row = filled.get(column) ?? 0
    filled.set(column, row + 1)
    const limit = clock === undefined ? undefined : prepared.clocks.get(clock)!
    return {
      id,
      label: name,
      column,
      row,
      ...(end && { end }),
      ...(limit && { clock: { label: limit.name, length: limit.length, unit: limit.unit } }),
    }
  })
  const rows = Math.max(...filled.values())
  return { nodes, lines: linesOf(prepared, columns), columns: Math.max(...columns.values()) + 1, rows }
}

/** The fewest steps from the beginning; ends stand in a column of their own behind all others. */
function columnsOf(prepared: Prepared): Map<string, number> {
  const edges = edgesOf(prepared)
  const columns = new Map([[prepared.first.id, 0]])
  for (const id of columns.keys())
    for (const { from, step } of edges)
      if (from === id && !columns.has(step.to)) columns.set(step.to, columns.get(id)! + 1)
  const open = prepared.service.stages.filter(({ end }) => !end)
  const last = Math.max(...open.map(({ id }) => columns.get(id)!)) + 1
  for (const { id, end } of prepared.service.stages) if (end) columns.set(id, last)
  return columns
}

function linesOf(prepared: Prepared, columns: ReadonlyMap<string, number>): Line[] {
  const outcomes = new Map((prepared.service.outcomes ?? []).map(({ id, name }) => [id, name]))
  const lanes = new Map<string, number>()
  return edgesOf(prepared).map(({ from, step }) => {
    const pair = [from, step.to].toSorted().join(' ')
    const lane = lanes.get(pair) ?? 0
    lanes.set(pair, lane + 1)
    return {
      id: step.id,
      from,
      to: step.to,
      label: step.name,
      word: step.word,
      role: step.role,
      way: from === step.to ? 'same' : columns.get(step.to)! > columns.get(from)! ? 'forward' : 'back',
      lane,
      isAutomatic: step.role === 'clock',
      fourEyes: (step.notSameAs ?? []).length > 0,
      outcomes: (step.outcomes ?? []).map((id) => outcomes.get(id)!),
    }
  })
}
