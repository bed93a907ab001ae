import type { Tx } from '../platform/database/index.ts'

/** Says of a city that its records were made up for trying out, with what they were made from. */
export interface DemoMark {
  city: string
  seed: number
  agencies: number
  employers: number
  madeAt: Date
}

type CityTables = { 'city.demo': DemoMark }

/** The mark of the city of this transaction, undefined where nothing was made up. */
export const demoOf = (tx: Tx): Promise<DemoMark | undefined> =>
  tx.withTables<CityTables>().selectFrom('city.demo').selectAll().executeTakeFirst()

export const markDemo = (tx: Tx, mark: DemoMark) =>
  tx.withTables<CityTables>().insertInto('city.demo').values(mark).execute()
