import { type DutyRole, Id } from '@renshu/contracts'
import { sql } from 'kysely'
import { z } from 'zod'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { pageOf, readPlace } from '../../../platform/pages.ts'
import { type DutyRow, tables } from '../tables.ts'

const all = (tx: Tx, city: string) => tables(tx).selectFrom('cases.duty').selectAll().where('city', '=', city)
const held = (tx: Tx, city: string) => all(tx, city).where('endedAt', 'is', null)

export type OwnDuty = Pick<DutyRow, 'role' | 'district'>

/** Duties of a person that have not ended. */
export const dutiesOf = (tx: Tx, city: string, personId: string): Promise<DutyRow[]> =>
  held(tx, city).where('personId', '=', personId).orderBy('id').execute()

const reaching = (tx: Tx, city: string, roles: readonly string[], place: string) =>
  held(tx, city)
    .where('role', 'in', roles as DutyRole[])
    .where((row) => row.or([row('district', 'is', null), row('district', '=', place)]))
    .orderBy('role')
    .orderBy('district')
    .orderBy('id')

interface DutyFilter {
  ended: boolean
  role?: string | undefined
  district?: string | undefined
  /** Somebody's own. */
  personId?: string | undefined
}

const DutyPlace = z.tuple([z.string(), z.string(), Id])

/** Duties by role and place, those for the whole city first. Scope `system`. @throws platform.badCursor */
export async function dutiesPage(
  tx: Tx,
  city: string,
  { ended, role, district, personId }: DutyFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const place = sql<string>`coalesce(district, '')`
  const after = readPlace(cursor, DutyPlace)
  const found = tables(tx)
    .selectFrom('cases.duty')
    .where('city', '=', city)
    .$if(!ended, (query) => query.where('endedAt', 'is', null))
    .$if(role !== undefined, (query) => query.where('role', '=', role as DutyRole))
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .$if(personId !== undefined, (query) => query.where('personId', '=', personId!))
  const rows = await found
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(role, ${place}, id) > (${after![0]}, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy('role')
    .orderBy(place)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.role, last.district ?? '', last.id])
}

export type Staff = DutyRow & { open: number }

/** The same duties, each with how many open tasks lie on the desk of who has it. Scope `system`. */
export async function staffAt(tx: Tx, city: string, roles: readonly string[], place: string): Promise<Staff[]> {
  if (roles.length === 0) return []
  const open = sql<number>`(select count(*) from cases.case task
    where task.city = duty.city and task.assignee = duty.person_id)`
  return reaching(tx, city, roles, place).select(open.as('open')).execute()
}

/** Duties of some roles that reach a place: those there and those for the whole city. */
export const dutiesAt = async (tx: Tx, city: string, roles: readonly string[], place: string): Promise<DutyRow[]> =>
  roles.length === 0 ? [] : reaching(tx, city, roles, place).execute()

export const dutyById = (tx: Tx, city: string, id: string): Promise<DutyRow | undefined> =>
  held(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

/** False where the person has the duty already. The transaction is then of no more use. */
export async function insertDuty(tx: Tx, row: DutyRow): Promise<boolean> {
  try {
    await tables(tx).insertInto('cases.duty').values(row).execute()
    return true
  } catch (error) {
    if (isDuplicate(error, 'duty_held')) return false
    throw error
  }
}

export const endDuty = (tx: Tx, { city, id }: Pick<DutyRow, 'city' | 'id'>, endedAt: Date, endedBy: string) =>
  tables(tx).updateTable('cases.duty').set({ endedAt, endedBy }).where('city', '=', city).where('id', '=', id).execute()

/** Whether somebody has a duty of one of these roles. */
export async function hasDuty(
  tx: Tx,
  city: string,
  personId: string,
  roles: readonly DutyRole[],
  district?: string | null,
): Promise<boolean> {
  const found = await held(tx, city)
    .where('personId', '=', personId)
    .where('role', 'in', [...roles])
    .$if(district !== undefined, (query) =>
      query.where((row) =>
        row.or([row('district', 'is', null), ...(district ? [row('district', '=', district)] : [])]),
      ),
    )
    .executeTakeFirst()
  return found !== undefined
}
