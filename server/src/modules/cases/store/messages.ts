import { Id, Instant } from '@renshu/contracts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf, readPlace } from '../../../platform/pages.ts'
import { type MessageRow, tables } from '../tables.ts'

type Side = MessageRow['side']
const other = (side: Side): Side => (side === 'applicant' ? 'office' : 'applicant')

/** So many of the newest messages stand in the file of a case. */
export const MOST_MESSAGES = 50

const MessagePlace = z.tuple([Instant, Id])
export const placeOfMessage = ({ sentAt, id }: Pick<MessageRow, 'sentAt' | 'id'>) => [sentAt.toISOString(), id] as const

/** What was written about a case, the newest first. Scope `system`. @throws platform.badCursor */
export async function messagesPage(
  tx: Tx,
  city: string,
  caseId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const before = readPlace(cursor, MessagePlace)
  const found = tables(tx).selectFrom('cases.message').where('city', '=', city).where('caseId', '=', caseId)
  const rows: MessageRow[] = await found
    .selectAll()
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(sent_at, id) < (${before![0]}::timestamptz, ${before![1]}::uuid)`),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, placeOfMessage)
}

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
