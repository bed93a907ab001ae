import type { Tx } from '../../../platform/database/index.ts'
import { type PaperRow, tables } from '../tables.ts'

/** Files brought for a case, or for the form that becomes one. Scope `system`. */
export const papersOf = (tx: Tx, city: string, caseId: string): Promise<PaperRow[]> =>
  tables(tx)
    .selectFrom('cases.paper')
    .selectAll()
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .orderBy('uploadedAt')
    .orderBy('id')
    .execute()

export const insertPaper = (tx: Tx, row: PaperRow) => tables(tx).insertInto('cases.paper').values(row).execute()
