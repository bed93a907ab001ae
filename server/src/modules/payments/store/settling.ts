import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Released batches of these in which no row waits any more are settled. */
export async function settleBatches(tx: Tx, city: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update payments.batch b set status = 'settled', version = version + 1
    where b.city = ${city} and b.id in (${sql.join(ids)}) and b.status = 'released' and not exists (
      select 1 from payments.batch_row r where r.city = b.city and r.batch_id = b.id and r.status = 'waiting')`.execute(
    tx,
  )
}
