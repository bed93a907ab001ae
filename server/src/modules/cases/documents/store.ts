import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type CasesTables, type DocumentRow, tables } from '../tables.ts'

const all = (tx: Tx, city: string) => tables(tx).selectFrom('cases.document').selectAll().where('city', '=', city)

export async function insertDocument(tx: Tx, row: Insertable<CasesTables['cases.document']>): Promise<void> {
  await tables(tx)
    .insertInto('cases.document')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city', 'caseId', 'n', 'kind']).doNothing())
    .execute()
}

/** Documents of a case, the newest first. Scope `system`. */
export const documentsOf = (tx: Tx, city: string, caseId: string): Promise<DocumentRow[]> =>
  all(tx, city).where('caseId', '=', caseId).orderBy('n', 'desc').orderBy('id', 'desc').execute()

export const documentById = (tx: Tx, city: string, caseId: string, id: string): Promise<DocumentRow | undefined> =>
  all(tx, city).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()

export const documentByCode = (tx: Tx, city: string, code: string): Promise<DocumentRow | undefined> =>
  all(tx, city).where('code', '=', code).executeTakeFirst()
