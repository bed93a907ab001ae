import type { DutyRole } from '@renshu/contracts'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { type DutyRow, tables } from '../tables.ts'

const all = (tx: Tx, city: string) => tables(tx).selectFrom('cases.duty').selectAll().where('city', '=', city)
const held = (tx: Tx, city: string) => all(tx, city).where('endedAt', 'is', null)

/** Duties of a person that have not ended. */
export const dutiesOf = (tx: Tx, city: string, personId: string): Promise<DutyRow[]> =>
  held(tx, city).where('personId', '=', personId).orderBy('id').execute()

/** Everybody's; ended ones too where asked for. */
export const allDuties = (
  tx: Tx,
  city: string,
  { ended, role, district }: { ended: boolean; role?: string | undefined; district?: string | undefined },
): Promise<DutyRow[]> =>
  (ended ? all(tx, city) : held(tx, city))
    .$if(role !== undefined, (query) => query.where('role', '=', role as DutyRole))
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .orderBy('role')
    .orderBy('district')
    .orderBy('id')
    .execute()

/** Duties of some roles that reach a place: those there and those for the whole city. */
export const dutiesAt = async (tx: Tx, city: string, roles: readonly string[], place: string): Promise<DutyRow[]> =>
  roles.length === 0
    ? []
    : held(tx, city)
        .where('role', 'in', roles as DutyRole[])
        .where((row) => row.or([row('district', 'is', null), row('district', '=', place)]))
        .orderBy('role')
        .orderBy('district')
        .orderBy('id')
        .execute()

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
