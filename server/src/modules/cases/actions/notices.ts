import type { CaseNotice } from '@renshu/contracts'
import { Day, Id, platformFailures } from '@renshu/contracts'
import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readCursor } from '../../../platform/pages.ts'
import { type NoticeRow, tables } from '../tables.ts'
import { placeOf } from '../views/values.ts'

const Place = z.tuple([Day, Id])

const noticeView = ({ cities, city }: Context, row: NoticeRow): CaseNotice => ({
  id: row.id,
  service: { key: row.service, title: row.title },
  stage: row.stage,
  from: row.fromOn,
  until: row.untilOn,
  open: row.endedOn === null,
  amount: row.amount,
  facts: row.facts,
  decision: placeOf(row.decision, cities.get(city)),
})

/** What is before everybody's eyes, the newest first. @throws platform.badCursor */
export async function listNotices(
  context: Context,
  {
    service,
    open,
    limit,
    cursor,
  }: { service?: string | undefined; open: boolean; limit: number; cursor?: string | undefined },
): Promise<{ items: CaseNotice[]; next: string | null; total: number }> {
  const { tx, city } = context
  const place = readCursor(cursor, 2)
  const after = place && Place.safeParse(place)
  if (after && !after.success) throw new AppError(platformFailures.badCursor)
  const all = tables(tx)
    .selectFrom('cases.notice')
    .where('city', '=', city)
    .$if(open, (query) => query.where('endedOn', 'is', null))
    .$if(service !== undefined, (query) => query.where('service', '=', service!))
  const rows = await all
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(from_on, id) < (${after!.data![0]}::date, ${after!.data![1]}::uuid)`),
    )
    .selectAll()
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { n } = await all.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const found = pageOf(rows, limit, n, ({ fromOn, id }) => [fromOn, id])
  return { ...found, items: found.items.map((row) => noticeView(context, row)) }
}
