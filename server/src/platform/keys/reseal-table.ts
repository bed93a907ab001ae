import type { Connection } from '../database/index.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Mark, SealedTable } from './sealed-table.ts'

const BATCH = 1000

/** A row as it is read: key, columns, and under `or …` what marks are of where nothing is sealed. */
type Row = Record<string, string | null>

const orOf = ({ column }: Mark) => `or ${column}`

/** What the row has to say instead; undefined where it says it already. */
function anew(row: Row, secrets: Secrets, { sealed, marks = [] }: SealedTable): Row | undefined {
  const next: Row = {}
  const opened = new Map<string, string>()
  for (const column of sealed) {
    const text = row[column]
    if (!text) continue
    const isOfMark = marks.some(({ of }) => of === column)
    if (isOfMark || !secrets.isCurrent(text)) opened.set(column, secrets.open(text))
    if (!secrets.isCurrent(text)) next[column] = secrets.seal(opened.get(column)!)
  }
  for (const mark of marks) {
    const value = opened.get(mark.of) ?? row[orOf(mark)]
    if (!row[mark.column] || !value) continue
    const blind = secrets.blind(mark.purpose, mark.capitals ? value.toUpperCase() : value)
    if (blind !== row[mark.column]) next[mark.column] = blind
  }
  return Object.keys(next).length ? next : undefined
}

const columnsOf = ({ sealed, marks = [] }: SealedTable): string[] => [...sealed, ...marks.map(({ column }) => column)]

const DEFAULT_KEY = { id: 'uuid' } as const

const keyOf = ({ key = DEFAULT_KEY }: SealedTable): [column: string, type: string][] => [
  ['city', 'text'],
  ...Object.entries(key),
]

/** A page of rows after the key `$1, $2 …`, or the first. */
function pageOf(table: SealedTable, isFirst: boolean): string {
  const keys = keyOf(table).map(([column]) => `t.${column}`)
  const or = (table.marks ?? []).flatMap((mark) => (mark.or ? [`${mark.or} as "${orOf(mark)}"`] : []))
  const read = [...keys.map((key) => `${key}::text`), ...columnsOf(table).map((column) => `t.${column}`), ...or]
  const some = columnsOf(table).map((column) => `t.${column} is not null`)
  const after = isFirst ? '' : `(${keys.join(', ')}) > (${keys.map((_, at) => `$${at + 1}`).join(', ')}) and`
  return `select ${read.join(', ')} from ${table.table} t where ${after} (${some.join(' or ')})
    order by ${keys.join(', ')} limit ${BATCH} for update of t`
}

/** Columns that were not made anew keep what they have. */
function updateOf(table: SealedTable): string {
  const columns = columnsOf(table)
  const keys = keyOf(table)
  const set = columns.map((column) => `${column} = coalesce(v.${column}, t.${column})`)
  const shape = [...keys.map((key) => key.join(' ')), ...columns.map((column) => `${column} text`)]
  return `update ${table.table} t set ${set.join(', ')} from jsonb_to_recordset($1::jsonb) as v(${shape.join(', ')})
    where ${keys.map(([column]) => `t.${column} = v.${column}`).join(' and ')}`
}

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))

/**
 * Goes through a table in the order of its key; each batch is committed when it is told.
 * @throws RangeError where a field was sealed with a key that is not at hand
 */
export async function* resealTable(
  connection: Connection,
  secrets: Secrets,
  table: SealedTable,
  transact: <T>(work: () => Promise<T>) => Promise<T>,
): AsyncGenerator<{ rows: number; changed: number }> {
  const update = updateOf(table)
  const keys = keyOf(table).map(([column]) => column)
  for (let after: Row | undefined, isLast = false; !isLast;) {
    const from = after
    const { rows, changed } = await transact(async () => {
      const values = from ? keys.map((key) => from[key]) : []
      const rows = (await connection.query(pageOf(table, !from), values)).rows as Row[]
      const changed = rows.flatMap((row) => {
        const next = anew(row, secrets, table)
        return next ? [{ ...pick(row, keys), ...next }] : []
      })
      if (changed.length) await connection.query(update, [JSON.stringify(changed)])
      return { rows, changed }
    })
    yield { rows: rows.length, changed: changed.length }
    after = rows.at(-1)
    isLast = rows.length < BATCH
  }
}
