import type { RecordKind } from '@renshu/intake'
import { Stop } from '../failure/stop.ts'

/** One `--map`: the column that holds a field, for one of the files or for whichever has the column. */
export type ColumnMap = { kind?: RecordKind; field: string; column: string; isUsed: boolean }

/** @example readMaps(['jobs.title=工种']) // [{ kind: 'jobs', field: 'title', column: '工种', isUsed: false }] */
export const readMaps = (values: readonly string[]): ColumnMap[] =>
  values.map((value) => {
    const [, kind, field, column] = value.match(/^(?:(jobs|talents)\.)?([^=.]+)=(.+)$/) ?? []
    if (!field || !column) throw new Stop('usage', (m) => m.usage.badMap(value))
    return { ...(kind && { kind: kind as RecordKind }), field: field.trim(), column: column.trim(), isUsed: false }
  })

/** What `recogniseColumns` is told for one file. A map that names its file is passed on even when the column lacks. */
export function mapFor(kind: RecordKind, columns: readonly string[], maps: ColumnMap[]): Record<string, string> {
  const taken = maps.filter((map) => (map.kind ? map.kind === kind : columns.includes(map.column)))
  for (const map of taken) map.isUsed = true
  return Object.fromEntries(taken.map(({ field, column }) => [field, column]))
}
