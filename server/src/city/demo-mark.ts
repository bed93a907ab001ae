import type { Tx } from '../platform/database/index.ts'

/** Says of a city that its records were made up for trying out, with what they were made from. */
export interface DemoMark {
  city: string
  seed: number
  agencies: number
  employers: number
  talents: number
  postings: number
  madeAt: Date
  /** How many parts of it are there. */
  parts: number
  /** Null while parts are missing. */
  finishedAt: Date | null
}

type CityTables = { 'city.demo': DemoMark }
const tables = (tx: Tx) => tx.withTables<CityTables>()

/** The mark of the city of this transaction, undefined where nothing was made up. */
export const demoOf = (tx: Tx): Promise<DemoMark | undefined> =>
  tables(tx).selectFrom('city.demo').selectAll().executeTakeFirst()

export const markDemo = (tx: Tx, mark: DemoMark) => tables(tx).insertInto('city.demo').values(mark).execute()

/** Notes that one more part is there; false where it was, or one before it is not. */
export async function markPart(tx: Tx, city: string, part: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('city.demo')
    .set({ parts: part })
    .where('city', '=', city)
    .where('parts', '=', part - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const finishDemo = (tx: Tx, city: string, finishedAt: Date) =>
  tables(tx).updateTable('city.demo').set({ finishedAt }).where('city', '=', city).execute()
