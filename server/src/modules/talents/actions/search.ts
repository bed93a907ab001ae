import type { Look, TalentPage, TalentsQuery } from '@renshu/contracts'
import { plainName } from '@renshu/intake'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisations, requireStanding } from '../../registry/index.ts'
import { namesBy } from '../show/cards.ts'
import { fail } from '../errors.ts'
import { type Found, searchTalents } from '../search/search.ts'
import { personOf } from '../rules.ts'
import { mostLooks } from '../settings.ts'
import { countLook, insertLook, looksAt } from '../store/looks.ts'
import { type Employer, shownTalent } from '../store/search.ts'
import { type TalentRow, talentsBy } from '../store/talents.ts'
import { cardView, historyView } from '../show/views.ts'

/**
 * The organisation as profiles know it, where it has standing; an agency for what its papers cover.
 * @throws registry.noStanding
 */
async function employerOf(context: Context, organisationId: string): Promise<Employer> {
  const { tx, city, now } = context
  const on = dayOf(now())
  const own = (await organisations(tx, city, [organisationId])).get(organisationId)
  await requireStanding(context, organisationId, on, ...(own?.kind === 'agency' ? (['recruiting'] as const) : []))
  return { plainName: plainName(own?.name ?? ''), on }
}

/** @throws registry.noStanding, platform.badCursor, platform.unavailable */
export async function listTalents(context: Context, organisationId: string, query: TalentsQuery): Promise<Found> {
  return searchTalents(context, await employerOf(context, organisationId), query)
}

/** Whether an organisation may see a profile in search: for who acts on it without looking. Scope member. */
export async function isShownTo(context: Context, employerName: string, talentId: string): Promise<boolean> {
  const { tx, city, now } = context
  const employer = { plainName: plainName(employerName), on: dayOf(now()) }
  return (await shownTalent(tx, city, employer, talentId)) !== undefined
}

interface LookAt {
  organisationId: string
  what: 'profile' | 'contact' | 'cv'
}

/**
 * Records that an organisation looked, for the person to see: once a day for each thing looked at. Profiles opened
 * count against the city's bound.
 * @throws talents.tooManyLooks
 */
export async function recordLook(
  context: Context,
  { id: talentId, personId }: Pick<TalentRow, 'id' | 'personId'>,
  { organisationId, what }: LookAt,
): Promise<void> {
  const { tx, city, actor, now, newId } = context
  const on = dayOf(now())
  const look = { city, id: newId(), talentId, personId, organisationId, byPersonId: actor.personId!, what }
  if (!(await insertLook(tx, { ...look, lookedOn: on, lookedAt: now() }))) return
  const most = mostLooks(context, on)
  if (what !== 'profile' || most === undefined) return
  if (!(await countLook(tx, { city, id: organisationId, lookedOn: on }, most))) throw fail.tooManyLooks({ most })
}

/**
 * Open processes of an organisation with somebody, whether he or who keeps him takes part in them, and whether he agreed
 * there to be known by name; hiring stands above and tells it.
 */
export type OpenProcesses = (
  context: Context,
  organisationId: string,
  talentId: string,
) => Promise<{ id: string; takenUp: boolean; named: boolean }[]>

/**
 * The profile of who takes part in a process though employers do not find him: he is hidden, his wish has lapsed, or an
 * agency keeps him, then while he agrees to that.
 */
async function profileInProcess({ tx, city, now, asSystem }: Context, id: string): Promise<TalentRow | undefined> {
  const [row] = await asSystem(() => talentsBy(tx, city, [id]))
  if (!row || row.endedAt) return undefined
  return row.consentUntil === null || row.consentUntil >= dayOf(now()) ? row : undefined
}

/** @throws registry.noStanding, talents.noTalent, talents.tooManyLooks */
export async function lookAtTalent(
  context: Context,
  { organisationId, talentId }: { organisationId: string; talentId: string },
  openProcesses: OpenProcesses,
): Promise<TalentPage> {
  const { tx, city, language } = context
  const employer = await employerOf(context, organisationId)
  const shown = await shownTalent(tx, city, employer, talentId)
  const processes = await openProcesses(context, organisationId, talentId)
  const row =
    shown ?? (processes.some(({ takenUp }) => takenUp) ? await profileInProcess(context, talentId) : undefined)
  if (!row) throw fail.noTalent()
  await recordLook(context, row, { organisationId, what: 'profile' })
  const name = (await namesBy(context, [row])).get(talentId) ?? null
  const isNamed = shown?.visibility === 'open' || processes.some(({ named }) => named)
  const card = cardView(context, row, { name, isNamed })
  const history = historyView(row.profile, card, name, language)
  return { ...card, history, processes: processes.map(({ id }) => id) }
}

/** Who looked at the profile of the person who asks. */
export async function listLooks(
  context: Context,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: Look[]; next: string | null; total: number }> {
  const { tx, city, actor, asSystem } = context
  const page = await looksAt(tx, city, personOf(actor), query)
  const ids = [...new Set(page.items.map(({ organisationId }) => organisationId))]
  // Also those that have lost their standing since, whom the public no longer sees.
  const names = await asSystem(() => organisations(tx, city, ids))
  const items = page.items.map(({ organisationId, lookedAt, what }) => ({
    organisation: { id: organisationId, name: names.get(organisationId)?.name ?? '' },
    at: lookedAt.toISOString(),
    what,
  }))
  return { ...page, items }
}
