import { IntakeError } from '../errors.ts'
import { TELLING } from './aliases.ts'
import { type Columns, type Field, FIELDS, type RecordKind } from './fields.ts'
import { fieldOf, meaningOf, sideOf } from './names.ts'

/** At least one of these has to be there. */
const NECESSARY: Record<RecordKind, Field[]> = { jobs: ['title'], talents: ['wish', 'title'] }

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name)

/** A column in the map may be given by its name or, where that is no name, by its number from 1. */
const mappedColumns = (named: string, columns: string[], field: string): string[] =>
  named.split(/\s*\+\s*/).map((name) => {
    const column = columns.find((one) => one === name.trim()) ?? columns[/^\d+$/.test(name) ? Number(name) - 1 : -1]
    if (column) return column
    throw new IntakeError('column.unknown', { field, column: name, found: columns.join('、') })
  })

const readMap = (map: Record<string, string>, columns: string[]): Map<string, Field> => {
  const chosen = new Map<string, Field>()
  for (const [field, named] of Object.entries(map)) {
    if (!isField(field)) throw new IntakeError('field.unknown', { field, found: FIELDS.join(' ') })
    for (const column of columns.includes(named) ? [named] : mappedColumns(named, columns, field)) {
      chosen.set(column, field)
    }
  }
  return chosen
}

const SIDES = { min: 1, max: 2, none: 0 }

/** Columns named by the user come first, in that order; then lower before upper bound; then the better name. */
const orderOf = (chosen: Map<string, Field>, kind: RecordKind) => {
  const named = [...chosen.keys()]
  return (column: string): number => {
    if (chosen.has(column)) return named.indexOf(column) - named.length
    const rank = meaningOf(withoutNumber(column), kind)?.rank ?? 999
    return SIDES[sideOf(column) ?? 'none'] * 1000 + rank
  }
}

/** `备注 (2)` is a second 备注. */
const withoutNumber = (column: string): string => column.replace(/ \(\d+\)$/, '')

/**
 * Which column means what. `map` (field → column, several joined by `+`) goes before what the names say: a field named
 * in it takes no other column. Errors: `column.missing`, `column.unknown`, `field.unknown`.
 * @example recogniseColumns(['岗位名称', '最低工资', '最高工资'], 'jobs').fields.salary // ['最低工资', '最高工资']
 */
export const recogniseColumns = (columns: string[], kind: RecordKind, map: Record<string, string> = {}): Columns => {
  const chosen = readMap(map, columns)
  const fields: Columns['fields'] = {}
  const unknown: string[] = []
  for (const column of columns) {
    const named = chosen.get(column)
    const found = named ?? fieldOf(withoutNumber(column), kind)
    if (found && (named || !(found in map))) (fields[found] ??= []).push(column)
    else unknown.push(column)
  }
  const order = orderOf(chosen, kind)
  for (const list of Object.values(fields)) list.sort((a, b) => order(a) - order(b))
  if (!NECESSARY[kind].some((field) => fields[field])) {
    throw new IntakeError('column.missing', { field: NECESSARY[kind][0]!, kind, found: columns.join('、') })
  }
  return { kind, fields, unknown, map }
}

/** Kind of records a table holds by its column names; undefined when they tell nothing or both alike. */
export const detectKind = (columns: string[]): RecordKind | undefined => {
  const score = (kind: RecordKind): number =>
    new Set(columns.map((name) => fieldOf(name, kind)).filter((field) => field && TELLING[kind].includes(field))).size
  const wishes = columns.some((name) => fieldOf(name, 'talents') === 'wish')
  const jobs = score('jobs')
  const talents = score('talents')
  if (jobs === 0 && talents === 0) return undefined
  if (wishes && talents >= jobs) return 'talents'
  if (jobs === talents) return !wishes && columns.some((name) => fieldOf(name, 'jobs') === 'title') ? 'jobs' : undefined
  return jobs > talents ? 'jobs' : 'talents'
}
