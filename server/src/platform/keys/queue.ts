import type { Connection } from '../database/index.ts'
import { resealed, SENT_LATER } from '../messages/index.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** Messages that wait are sealed anew, those that left are forgotten; nothing where no queue was made yet. */
export async function resealMessages(connection: Connection, secrets: Secrets): Promise<void> {
  const [queue] = (await connection.query(`select to_regclass('queue.job') is not null as there`, [])).rows
  if (!queue?.['there']) return
  for (const table of ['job', 'archive'])
    await connection.query(
      `delete from queue.${table} where name = $1 and state::text not in ('created', 'retry', 'active')`,
      [SENT_LATER],
    )
  const { rows } = await connection.query('select id::text, data from queue.job where name = $1', [SENT_LATER])
  for (const { id, data } of rows)
    await connection.query('update queue.job set data = $3 where name = $1 and id = $2', [
      SENT_LATER,
      id,
      JSON.stringify(resealed(data as Record<string, unknown>, secrets)),
    ])
}
