import { certificates as allCertificates, covers, division, divisionPath, educationRank, isWithin } from '@renshu/codes'
import { plainName } from '@renshu/intake'
import { NATIONWIDE } from '@renshu/match'
import type { Actor, Language } from '../../platform/http/index.ts'
import { hideAll, type Secretive } from './profile/hide.ts'
import { validCertificates, wishedPays } from './profile/engine.ts'
import type { Profile, TalentTable } from './tables.ts'

const DAY = 86_400_000

/** A day so many days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/**
 * Last day on which a wish said on a day is shown, at most until the consent it stands on ends; null: without end.
 * @param days for which a wish holds; undefined where it does not lapse
 */
export function visibleUntil(
  confirmedOn: string,
  days: number | undefined,
  consentUntil: string | null,
): string | null {
  // The day itself counts.
  const until = days === undefined ? null : daysAfter(confirmedOn, days - 1)
  if (until === null || consentUntil === null) return until ?? consentUntil
  return consentUntil < until ? consentUntil : until
}

export const isShownOn = (
  { active, visibleUntil }: Pick<TalentTable, 'active' | 'visibleUntil'>,
  on: string,
): boolean => active && (visibleUntil === null || visibleUntil >= on)

/**
 * Whether an agency is to ask somebody it keeps whether he still looks: his wish lapses by a day, and he agrees to be
 * kept on `on`.
 */
export const isAskedAgain = (
  { visibleUntil, consentUntil }: Pick<TalentTable, 'visibleUntil' | 'consentUntil'>,
  { on, by }: { on: string; by: string },
): boolean => visibleUntil !== null && visibleUntil <= by && consentUntil !== null && consentUntil >= on

/** The person in whose name something is done. */
export const personOf = ({ personId, forPersonId }: Actor): string => (forPersonId ?? personId)!

/** Whether the decision is about the officer himself. */
export const isOwnCase = ({ personId }: Actor, people: readonly (string | null)[]): boolean => people.includes(personId)

/**
 * A place as the codes above it and its own, `370000/370200/370211/`; everywhere is the empty path. A code that nobody
 * knows lies nowhere and holds nothing.
 */
export function pathOf(code: string): string {
  if (code === NATIONWIDE) return ''
  const path = divisionPath(code).map((each) => each.code)
  return `${(path.length > 0 ? path : [code]).join('/')}/`
}

/** `求职者 4F2A`: the same wherever the profile is shown without its name. */
export const anonymousName = (id: string, language: Language): string =>
  `${language === 'zh' ? '求职者' : 'Talent'} ${id.slice(-4).toUpperCase()}`

const BAND = 10

/** `30–39`; null where no year of birth is known. */
export function ageBand(born: number | null, on: string): string | null {
  if (born === null) return null
  const from = Math.max(0, Math.floor((Number(on.slice(0, 4)) - born) / BAND) * BAND)
  return `${from}–${from + BAND - 1}`
}

/** Every certificate whose holder may do what `wanted` allows. */
export const coveringCertificates = (wanted: string): string[] =>
  [...allCertificates()].map(({ code }) => code).filter((code) => covers(code, wanted))

/** The district of a home in this city. */
const districtOf = (home: string | null, city: string): string | null =>
  home && isWithin(home, city)
    ? (divisionPath(home).find((each) => division(each.code)?.level === 'district')?.code ?? null)
    : null

/** Who the profile is of, for what must not be found in it. */
export const secretsIn = (profile: Profile, name: string | null): Secretive => ({
  name,
  employers: profile.history.map(({ employer }) => employer),
})

/** Where the pay of the most modest wish begins; null where one of them names no beginning, and of no wish. */
function leastPay(profile: Profile): number | null {
  const floors = wishedPays(profile).flatMap((pay) => pay?.min ?? [])
  return floors.length > 0 && floors.length === profile.wishes.length ? Math.min(...floors) : null
}

/** The columns that the index of employers is made of; what is not shown to them cannot be searched either. */
export function copiesOf(profile: Profile, { city, name, on }: { city: string; name: string | null; on: string }) {
  const words = [...profile.wishes.map(({ title }) => title), ...profile.skills, profile.summary].join('\n')
  return {
    occupations: profile.wishes.flatMap(({ occupation, read }) => occupation ?? read ?? []),
    places: (profile.places.length > 0 ? profile.places : profile.home ? [profile.home] : []).map(pathOf),
    education: profile.education && educationRank(profile.education),
    payMin: leastPay(profile),
    certificates: validCertificates(profile, on),
    searchText: hideAll(words, secretsIn(profile, name), 'zh').toLowerCase(),
    refusedEmployers: profile.refuses.employers.map(plainName),
    district: districtOf(profile.home, city),
    born: profile.born,
  }
}
