import { platformFailures } from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors.ts'
import { removeFile } from '../../platform/files/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { emit } from '../../platform/outbox/index.ts'
import { dropClaims } from './consent.ts'
import { engineOf, nobody } from './profile/engine.ts'
import { copiesOf, daysAfter, isShownOn, visibleUntil } from './rules.ts'
import { askDays, wishDays } from './settings.ts'
import { closePairs } from './store/pairs.ts'
import { type TalentRow, updateTalent } from './store/talents.ts'
import type { Profile } from './tables.ts'

/** What only profiles kept by an agency have. */
export const OF_NO_AGENCY = {
  agencyId: null,
  nameSealed: null,
  phoneSealed: null,
  phoneBlind: null,
  residentIdBlind: null,
  consentOn: null,
  consentUntil: null,
  sourceId: null,
  endedAt: null,
  mergedInto: null,
}

/** What a wish said today means for who sees it, and until when. */
export function saidToday(context: Pick<Context, 'cities' | 'city' | 'now'>, consentUntil: string | null) {
  const on = dayOf(context.now())
  const until = visibleUntil(on, wishDays(context, on), consentUntil)
  const active = isShownOn({ active: true, visibleUntil: until }, on)
  return { confirmedOn: on, visibleUntil: until, active, askedAt: null }
}

/** Last day of the wishes of which is asked on a day. */
export const askBy = (place: Pick<Context, 'cities' | 'city'>, on: string): string =>
  daysAfter(on, askDays(place, on) ?? 0)

/** Everything the row says of what was written, as of today. */
export function contentOf(
  { city, secrets, now }: Pick<Context, 'city' | 'secrets' | 'now'>,
  id: string,
  profile: Profile,
  name: string | null,
) {
  const on = dayOf(now())
  return {
    profile: JSON.stringify(profile),
    engine: JSON.stringify(engineOf(id, profile, on)),
    ...copiesOf(profile, { city, name, on }),
    nameBlind: name ? secrets.blind('talentName', name) : null,
  }
}

const NOTHING: Profile = {
  wishes: [],
  places: [],
  salary: null,
  remote: false,
  education: null,
  years: null,
  born: null,
  home: null,
  commuteKm: null,
  employment: [],
  availableFrom: null,
  certificates: [],
  skills: [],
  summary: '',
  history: [],
  refuses: { occupations: [], industries: [], shifts: [], employers: [] },
}

/**
 * Leaves of a profile a row that says nothing, under a new number of the stream, and tells who stands above: a profile
 * merged into another by `talents.merged`, any other by `talents.erased`. Scope `system`.
 * @throws platform.stale
 */
export async function endTalent(
  context: Pick<Context, 'tx' | 'city' | 'now' | 'jobs'>,
  row: TalentRow,
  mergedInto: string | null = null,
): Promise<void> {
  const { tx, city, now } = context
  const { id } = row
  const said = {
    profile: JSON.stringify(NOTHING),
    engine: JSON.stringify(nobody(id)),
    ...copiesOf(NOTHING, { city, name: null, on: dayOf(now()) }),
  }
  const whose = { ...OF_NO_AGENCY, personId: null, nameBlind: null, cvFileId: null, askedAt: null }
  const ending = { active: false, visibility: 'hidden' as const, mergedInto, endedAt: now(), changedAt: now() }
  if (row.personId) await dropClaims(context, row.personId)
  if (row.cvFileId) await removeFile(context, row.cvFileId)
  await closePairs(tx, city, id, now())
  if (!(await updateTalent(tx, row, { ...said, ...whose, ...ending }))) throw new AppError(platformFailures.stale)
  const happened = mergedInto
    ? { kind: 'talents.merged', payload: { from: id, into: mergedInto } }
    : { kind: 'talents.erased', payload: { talentId: id } }
  await emit(tx, { city, ...happened, happenedAt: now() })
}
