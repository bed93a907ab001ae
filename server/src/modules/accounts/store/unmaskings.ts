import type { SensitiveField } from '@renshu/contracts'
import { sql } from 'kysely'
import { type Cursor, pageOf } from '../../../platform/pages.ts'
import type { PlatformTables } from '../../../platform/tables.ts'
import { type AccountsTables, type Desk, tables } from '../tables.ts'

export const insertUnmasking = (
  { tx, city, newId, now }: Desk,
  look: { personId: string; byPersonId: string; byOfficer: boolean; field: SensitiveField; reason: string },
) =>
  tables(tx)
    .insertInto('accounts.unmasking')
    .values({ city, id: newId(), ...look, happenedAt: now() })
    .execute()

interface Page {
  limit: number
  after: Cursor | undefined
}

const before = (table: string, [at, id]: Cursor) =>
  sql<boolean>`(${sql.ref(`${table}.happenedAt`)}, ${sql.ref(`${table}.id`)}) < (${at}::timestamptz, ${id}::uuid)`
const endOf = ({ happenedAt, id }: { happenedAt: Date; id: string }): Cursor => [happenedAt.toISOString(), id]

/** Who looked at a person's sensitive fields, newest first. */
export async function listUnmaskings({ tx, city }: Desk, personId: string, { limit, after }: Page) {
  const looks = tables(tx)
    .selectFrom('accounts.unmasking as look')
    .where('look.city', '=', city)
    .where('look.personId', '=', personId)
  const { total } = await looks.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await looks
    .innerJoin('accounts.person as by', (join) =>
      join.onRef('by.city', '=', 'look.city').onRef('by.id', '=', 'look.byPersonId'),
    )
    .select(['look.id', 'look.field', 'by.name as byName', 'look.byOfficer', 'look.reason', 'look.happenedAt'])
    .$if(after !== undefined, (query) => query.where(before('look', after!)))
    .orderBy('look.happenedAt', 'desc')
    .orderBy('look.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, total, endOf)
}

/** What a person did, and what others did for the person, newest first. */
export async function listActs({ tx, city }: Desk, personId: string, { limit, after }: Page) {
  const acts = tx
    .withTables<AccountsTables & PlatformTables>()
    .selectFrom('platform.trace as act')
    .where('act.city', '=', city)
    .where((row) => row.or([row('act.personId', '=', personId), row('act.forPersonId', '=', personId)]))
  const { total } = await acts.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await acts
    .select([
      'act.id',
      'act.happenedAt',
      'act.route',
      'act.personId',
      'act.forPersonId',
      'act.organisationId',
      'act.throughOrganisationId',
    ])
    .$if(after !== undefined, (query) => query.where(before('act', after!)))
    .orderBy('act.happenedAt', 'desc')
    .orderBy('act.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, total, endOf)
}
