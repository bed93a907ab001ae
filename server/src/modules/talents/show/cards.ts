import type { TalentCard } from '@renshu/contracts'
import { plainName } from '@renshu/intake'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisations } from '../../registry/index.ts'
import { isShownOn } from '../rules.ts'
import { namesOf, talentsBy, type TalentRow } from '../store/talents.ts'
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

interface Knowing {
  /** Whom the caller may know by name although the profile is not open: the caller answers for it. */
  namedFor?: ReadonlySet<string>
  /** Who has or had to do with the caller: without a name, where he is not shown to it. */
  knownTo?: ReadonlySet<string>
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

/** Whether the organisation that asks may see a profile that row-level security shows it. */
async function mayShow(context: Context): Promise<(row: TalentRow) => boolean> {
  const { tx, city, actor, now } = context
  const organisationId = actor.membership?.organisationId
  if (!organisationId) return () => true
  const name = plainName((await organisations(tx, city, [organisationId])).get(organisationId)?.name ?? '')
  const on = dayOf(now())
  return (row) => isShownOn(row, on) && !row.refusedEmployers.includes(name)
}

/**
 * Cards of profiles by id, as far as the caller may see them now; a few statements whatever their number.
 */
export async function talentCards(
  context: Context,
  ids: readonly string[],
  knowing: Knowing = {},
): Promise<Map<string, TalentCard>> {
  const { tx, city, asSystem } = context
  const { namedFor = new Set<string>(), knownTo = new Set<string>() } = knowing
  const visible = await talentsBy(
    tx,
    city,
    ids.filter((id) => !namedFor.has(id)),
  )
  const known = await asSystem(() =>
    talentsBy(
      tx,
      city,
      ids.filter((id) => namedFor.has(id)),
    ),
  )
  const isShown = await mayShow(context)
  const nameless = visible.flatMap((row) =>
    isShown(row) || !knownTo.has(row.id) ? [] : { ...row, visibility: 'hidden' as const },
  )
  const rows = [...visible.filter(isShown), ...nameless, ...known].filter(({ endedAt }) => endedAt === null)
  return new Map((await cardsOf(context, rows, knowing)).map((card) => [card.id, card]))
}
