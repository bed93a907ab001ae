import type { TalentCard } from '@renshu/contracts'
import type { Context } from '../../platform/http/index.ts'
import { namesOf, talentsBy, type TalentRow } from './store/talents.ts'
import { cardView } from './views.ts'

/** Names of people and of those whom agencies keep profiles for, by profile. Reads in scope `system`. */
export async function namesBy(context: Context, rows: readonly TalentRow[]): Promise<Map<string, string>> {
  const { tx, city, secrets, asSystem } = context
  const people = rows.flatMap(({ personId }) => personId ?? [])
  const names = await asSystem(() => namesOf(tx, city, people))
  return new Map(
    rows.flatMap(({ id, personId, nameSealed }): [string, string][] => {
      const name = personId ? names.get(personId) : nameSealed && secrets.open(nameSealed)
      return name ? [[id, name]] : []
    }),
  )
}

/** Whom the caller may know by name although the profile is not open. */
interface Knowing {
  namedFor?: ReadonlySet<string>
}

/** Cards of rows the caller may see, in their order. */
export async function cardsOf(
  context: Context,
  rows: readonly TalentRow[],
  { namedFor }: Knowing = {},
): Promise<TalentCard[]> {
  const names = await namesBy(context, rows)
  return rows.map((row) => {
    const isNamed = row.visibility === 'open' || namedFor?.has(row.id) === true
    return cardView(context, row, { name: names.get(row.id) ?? null, isNamed })
  })
}

/**
 * Cards of profiles by id, two statements whatever their number; without those that are gone. Whether the caller may
 * see them is for the caller to know: nothing is asked here.
 * @param namedFor profiles shown with their name although they are not open: those who applied
 */
export async function talentCards(
  context: Context,
  ids: readonly string[],
  knowing: Knowing = {},
): Promise<Map<string, TalentCard>> {
  const { tx, city, asSystem } = context
  const rows = (await asSystem(() => talentsBy(tx, city, ids))).filter(({ endedAt }) => endedAt === null)
  return new Map((await cardsOf(context, rows, knowing)).map((card) => [card.id, card]))
}
