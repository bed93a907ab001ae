import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { PaymentsTables } from '../tables.ts'

/**
 * Takes name and accounts of a person away. What was open has no account then and is paid to nobody, and no correction
 * that waits can give it one.
 */
export async function forgetPayee(tx: Tx, city: string, personId: string, nobodySealed: string): Promise<void> {
  const db = tx.withTables<PaymentsTables>()
  await db
    .updateTable('payments.payable')
    .set({ payeeSealed: nobodySealed, holderSealed: null, accountSealed: null, accountBlind: null, bank: null })
    .set({ facts: '{}' })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  await db
    .updateTable('payments.accountChange')
    .set({ holderSealed: nobodySealed, accountSealed: nobodySealed, accountBlind: '', bank: '' })
    .set({ status: sql`case status when 'waiting' then 'refused' else status end` })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
}
