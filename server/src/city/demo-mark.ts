import type { Tx } from '../platform/database/index.ts'

type CityTables = {
  'city.demo': { city: string; seed: number; agencies: number; employers: number; madeAt: Date }
}

/** Whether the records of the city of this transaction were made up for trying out. */
export async function isDemo(tx: Tx): Promise<boolean> {
  const found = await tx.withTables<CityTables>().selectFrom('city.demo').select('city').executeTakeFirst()
  return found !== undefined
}

export const markDemo = (tx: Tx, mark: CityTables['city.demo']) =>
  tx.withTables<CityTables>().insertInto('city.demo').values(mark).execute()
