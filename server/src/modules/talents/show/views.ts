import { certificate, division, fullName, industry, occupation } from '@renshu/codes'
import type { Named, Talent, TalentCard } from '@renshu/contracts'
import { NATIONWIDE } from '@renshu/match'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Language } from '../../../platform/http/index.ts'
import { hideAll, hideContact, someEmployer } from '../profile/hide.ts'
import { ageBand, anonymousName, secretsIn, visibleUntil } from '../rules.ts'
import { wishDays } from '../settings.ts'
import type { ClaimRow } from '../store/claims.ts'
import type { OwnFile, TalentRow } from '../store/talents.ts'
import type { Profile } from '../tables.ts'

const named = (code: string, name: string | undefined): Named => ({ code, name: name ?? code })
const namedOccupation = (code: string): Named => named(code, occupation(code)?.name)
const placeName = (code: string, language: Language): string =>
  code === NATIONWIDE ? { zh: '全国', en: 'anywhere' }[language] : fullName(code) || code
export const placeView = (code: string, language: Language) => ({ place: code, name: placeName(code, language) })

/** What the person and employers both see; `text` is what is done to free text on its way out. */
function seen(profile: Profile, language: Language, text: (written: string) => string) {
  const { wishes, places, certificates } = profile
  return {
    wishes: wishes.map(({ title, occupation: given, read, salary }) => {
      const code = given ?? read
      return { title: text(title), occupation: code ? namedOccupation(code) : null, salary: salary ?? null }
    }),
    places: places.map((code) => placeView(code, language)),
    salary: profile.salary,
    remote: profile.remote,
    education: profile.education,
    years: profile.years,
    employment: profile.employment,
    availableFrom: profile.availableFrom,
    certificates: certificates.map((held) => ({ ...held, name: certificate(held.code)?.name ?? held.code })),
    skills: profile.skills.map(text),
    summary: text(profile.summary),
  }
}

const asWritten = (text: string): string => text

type Group = Talent['groups'][number]

/** The latest word on each group, of claims with the latest first; a proof whose last day is over has ended. */
export function groupsView(claims: readonly ClaimRow[], on: string): Group[] {
  const latest = new Map(claims.toReversed().map((claim) => [claim.kind, claim]))
  return [...latest.values()].map(({ kind, status, reason, untilOn }) => ({
    group: kind,
    status: status === 'proved' && untilOn !== null && untilOn < on ? 'ended' : status,
    reason,
    untilOn,
  }))
}

/** The profile as its person sees it. */
export function ownView(
  context: Context,
  row: TalentRow,
  { name, groups, cv }: { name: string; groups: Group[]; cv: OwnFile | null },
): Talent {
  const { language } = context
  const { profile } = row
  const { refuses, home } = profile
  return {
    id: row.id,
    name,
    ...seen(profile, language, asWritten),
    born: profile.born,
    home: home ? placeView(home, language) : null,
    commuteKm: profile.commuteKm,
    history: profile.history,
    refuses: {
      ...refuses,
      occupations: refuses.occupations.map(namedOccupation),
      industries: refuses.industries.map((code) => named(code, industry(code)?.name)),
    },
    visibility: row.visibility,
    groups,
    cv,
    confirmedOn: row.confirmedOn,
    // Without a limit the wish stands: the day shown is the one it was said on.
    confirmBy: visibleUntil(row.confirmedOn, wishDays(context, row.confirmedOn), null) ?? row.confirmedOn,
    version: row.version,
  }
}

/** How somebody's free text is shown to who may, and to who may not, know the name. */
const hiding = (profile: Profile, name: string | null, isNamed: boolean, language: Language) =>
  isNamed
    ? (text: string) => hideContact(text, language)
    : (text: string) => hideAll(text, secretsIn(profile, name), language)

/** The profile as an employer sees it in a list: never with contact, without the name unless `isNamed`. */
export function cardView(
  { language, now }: Pick<Context, 'language' | 'now'>,
  { id, profile, district, born, confirmedOn }: TalentRow,
  { name, isNamed }: { name: string | null; isNamed: boolean },
): TalentCard {
  const shown = isNamed && name !== null
  return {
    id,
    name: shown ? name : anonymousName(id, language),
    named: shown,
    ...seen(profile, language, hiding(profile, name, shown, language)),
    ageBand: ageBand(born, dayOf(now())),
    district: district && (division(district)?.name ?? null),
    confirmedOn,
  }
}

/** Former jobs as an employer sees them. */
export function historyView(profile: Profile, card: TalentCard, name: string | null, language: Language) {
  const text = hiding(profile, name, card.named, language)
  return profile.history.map((job) => ({
    ...job,
    employer: card.named ? text(job.employer) : someEmployer(language),
    title: text(job.title),
    text: text(job.text),
  }))
}
