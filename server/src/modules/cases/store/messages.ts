import type { Tx } from '../../../platform/database/index.ts'
import { type MessageRow, type ObjectionRow, tables } from '../tables.ts'

type Side = MessageRow['side']
const other = (side: Side): Side => (side === 'applicant' ? 'office' : 'applicant')

/** What was written about a case, the oldest first. Scope `system`. */
export const messagesOf = (tx: Tx, city: string, caseId: string): Promise<MessageRow[]> =>
  tables(tx)
    .selectFrom('cases.message')
    .selectAll()
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .orderBy('sentAt')
    .orderBy('id')
    .execute()

export const insertMessage = (tx: Tx, row: MessageRow) => tables(tx).insertInto('cases.message').values(row).execute()

/** How many messages of the other side were not seen, by case. Scope `system`. */
export async function unseenIn(tx: Tx, city: string, ids: readonly string[], side: Side): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('cases.message')
    .select(['caseId', ({ fn }) => fn.countAll<number>().as('unseen')])
    .where('city', '=', city)
    .where('caseId', 'in', [...ids])
    .where('side', '=', other(side))
    .where('seenAt', 'is', null)
    .groupBy('caseId')
    .execute()
  return new Map(rows.map(({ caseId, unseen }) => [caseId, unseen]))
}

export const markSeen = (tx: Tx, city: string, caseId: string, side: Side, seenAt: Date) =>
  tables(tx)
    .updateTable('cases.message')
    .set({ seenAt })
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .where('side', '=', other(side))
    .where('seenAt', 'is', null)
    .execute()

/** Scope `system`. */
export const objectionsOf = (tx: Tx, city: string, caseId: string): Promise<ObjectionRow[]> =>
  tables(tx)
    .selectFrom('cases.objection')
    .selectAll()
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
