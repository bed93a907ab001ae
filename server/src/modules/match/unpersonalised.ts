import type { Context } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { MatchTables } from './tables.ts'

/** Since when a person wants the list without personalisation; undefined where he does not. */
export async function unpersonalisedSince(tx: Tx, city: string, personId: string): Promise<Date | undefined> {
  const row = await tx
    .withTables<MatchTables>()
    .selectFrom('match.unpersonalised')
    .select('chosenAt')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.chosenAt
}

export async function forgetUnpersonalised(tx: Tx, city: string, personId: string): Promise<void> {
  await tx
    .withTables<MatchTables>()
    .deleteFrom('match.unpersonalised')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
}

/** Keeps which list the person wants, on every device and until he says otherwise. */
export async function choosePersonal({ tx, city, actor, now }: Context, personal: boolean): Promise<void> {
  const personId = actor.personId!
  if (personal) return forgetUnpersonalised(tx, city, personId)
  await tx
    .withTables<MatchTables>()
    .insertInto('match.unpersonalised')
    .values({ city, personId, chosenAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the person is recommended by what is known of him; of whom a helper acts for, that person's choice. */
export const wantsPersonal = async ({ tx, city, actor }: Context): Promise<boolean> =>
  (await unpersonalisedSince(tx, city, actor.forPersonId ?? actor.personId!)) === undefined
