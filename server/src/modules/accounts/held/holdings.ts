import { sql } from 'kysely'
import type { Context } from '../../../platform/http/index.ts'

/** Rows by table, `schema.table`; a table that may hold something is named even where it holds nothing. */
export type Sections = Record<string, Record<string, unknown>[]>

/** Bytes of the file store among what is held: read when the answer leaves, so no transaction waits for them. */
export class HeldBytes {
  readonly sha256: string
  constructor(sha256: string) {
    this.sha256 = sha256
  }
}

/** What a module brings to the export and the erasure of a person. Both run in scope `system`. */
export interface Holder {
  module: string
  export: (context: Context, personId: string) => Promise<Sections>
  /** Leaves rows that are counted, without anything that says who it was. */
  erase: (context: Context, personId: string) => Promise<void>
}

/** A table that knows people: the columns with their ids, and what of a row is told to them. */
export interface HeldTable {
  table: `${string}.${string}`
  people: readonly string[]
  columns: readonly string[]
}

/** The rows in which a person occurs. Names are `camelCase`, as everywhere in stores. */
export async function rowsHeld(
  { tx, city }: Pick<Context, 'tx' | 'city'>,
  { table, people, columns }: HeldTable,
  personId: string,
): Promise<Record<string, unknown>[]> {
  const isAbout = sql.join(
    people.map((column) => sql`${sql.ref(column)} = ${personId}`),
    sql` or `,
  )
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where city = ${city} and (${isAbout}) order by id`.execute(tx)
  return rows
}

const snake = (table: string) => table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The sections of several tables, under their names in the database. */
export async function sectionsOf(context: Context, held: readonly HeldTable[], personId: string): Promise<Sections> {
  const sections: Sections = {}
  for (const each of held) sections[snake(each.table)] = await rowsHeld(context, each, personId)
  return sections
}
