import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { PairTable, TalentsTables } from '../tables.ts'
import { placeIn } from './cursor.ts'
import type { TalentRow } from './talents.ts'

export type PairRow = Selectable<PairTable>

const all = (tx: Tx, city: string) => tx.withTables<TalentsTables>().selectFrom('talents.pair').where('city', '=', city)

/** Keeps a pair; one that was found before, and perhaps decided, stays as it is. */
export async function insertPair(tx: Tx, row: PairRow): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .insertInto('talents.pair')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A pair, held until the transaction ends. */
export const holdPair = (tx: Tx, city: string, id: string): Promise<PairRow | undefined> =>
  all(tx, city).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function decidePair(
  tx: Tx,
  { city, id }: Pick<PairRow, 'city' | 'id'>,
  decision: Pick<PairRow, 'status' | 'decidedAt' | 'decidedBy' | 'reason'>,
): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.pair')
    .set(decision)
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

/** Closes what is open about a profile that is gone. */
export async function closePairs(tx: Tx, city: string, talentId: string, at: Date): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.pair')
    .set({ status: 'closed', decidedAt: at })
    .where('city', '=', city)
    .where('status', '=', 'open')
    .where((row) => row.or([row('oneId', '=', talentId), row('otherId', '=', talentId)]))
    .execute()
}

/** Pairs that wait, the oldest first. */
export async function openPairs(
  tx: Tx,
  city: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const open = all(tx, city).where('status', '=', 'open')
  const from = placeIn(cursor, 'instant')
  let query = open
    .selectAll()
    .orderBy('foundAt')
    .orderBy('id')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('foundAt', 'id'), '>', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await open.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.foundAt.toISOString(), last.id])
}

/** By what profiles of one person are found. */
export interface Traits {
  phoneBlind: string | null
  residentIdBlind: string | null
  nameBlind: string | null
  born: number | null
  /** Profiles of accounts that share a mark. */
  people: readonly string[]
}

/** Other profiles that share a mark, or name and year of birth. Scope `system`. */
export const candidatesFor = (
  tx: Tx,
  city: string,
  id: string,
  { phoneBlind, residentIdBlind, nameBlind, born, people }: Traits,
): Promise<TalentRow[]> =>
  tx
    .withTables<TalentsTables>()
    .selectFrom('talents.talent')
    .selectAll()
    .where('city', '=', city)
    .where('id', '<>', id)
    .where('endedAt', 'is', null)
    .where((row) =>
      row.or([
        row('phoneBlind', '=', phoneBlind),
        row('residentIdBlind', '=', residentIdBlind),
        row.and([row('nameBlind', '=', nameBlind), row('born', '=', born)]),
        ...(people.length > 0 ? [row('personId', 'in', people)] : []),
      ]),
    )
    .limit(50)
    .execute()
