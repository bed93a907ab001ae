import { division, isWithin } from './division.ts'
import type { Mention } from './mentions.ts'
import { type Candidate, nameOf } from './names.ts'
import { stemOf } from './stems.ts'

/** A place named in a text: its meanings that are left, one where the text is clear. `torn` names exclude each other. */
export type Meanings = { candidates: Candidate[]; torn: boolean }

/** Cities whose short name is at least as often a district elsewhere; their short name stays ambiguous. */
const SHARED_NAMES = new Set(['朝阳'])
const JILIN_CITY = '220200'

const lies = (candidates: Candidate[], areas: Candidate[]): Candidate[] =>
  candidates.filter(({ code }) => areas.some((area) => isWithin(code, area.code)))

/** Districts of today before former ones, and these before streets: 四方 in 青岛 is the old district, not the street. */
const rank = ({ code, former }: Candidate): number => (former ? 1 : code.length === 9 ? 2 : 0)

const current = (candidates: Candidate[]): Candidate[] => {
  const best = Math.min(...candidates.map(rank))
  return candidates.filter((candidate) => rank(candidate) === best)
}

/** Leaves out what lies inside another of the candidates (长沙县 beside 长沙市). */
const topmost = (candidates: Candidate[]): Candidate[] =>
  candidates.filter((a) => !candidates.some((b) => b.code !== a.code && isWithin(a.code, b.code)))

const ofLevel = (candidates: Candidate[], level: string): Candidate[] =>
  candidates.filter(({ code }) => division(code)?.level === level)

/** The meanings of a mention inside the areas named so far, read by its stem where the full name has none there. */
const inside = ({ name }: Mention, areas: Candidate[]): Candidate[] => {
  const exact = lies(name.candidates, areas)
  const found = exact.length > 0 ? exact : lies(nameOf(stemOf(name.text))?.candidates ?? [], areas)
  const around = topmost(areas)
  const deeper = found.filter(({ code }) => !around.some((area) => area.code === code))
  return topmost(current(deeper.length > 0 ? deeper : found))
}

const free = (candidates: Candidate[]): Candidate[] => candidates.filter((candidate) => !candidate.inside)

/** The city of a place, or its province where it has none: what a list of districts has in common. */
const cityOf = (code: string): string => {
  const found = division(code)
  if (!found?.parent) return code
  return found.level === 'city' ? code : cityOf(found.parent)
}

const isLarge = ({ code }: Candidate): boolean => code.endsWith('00') && code.length === 6

/** Whether a mention that lies outside the place before it starts a place of its own. */
const startsPlace = ({ name, loose, open, link }: Mention, before: Candidate[] | undefined): boolean => {
  const meanings = free(name.candidates)
  const large = meanings.some(isLarge)
  if (open && !name.full && (loose || !large)) return false
  if (loose && !large && (before !== undefined || meanings.length !== 1)) return false
  if (before === undefined || link === 'further') return meanings.length > 0
  return (link === 'dash' || link === 'joined') && large && before.every(isLarge)
}

type Place = { candidates: Candidate[]; shared: boolean; torn: boolean }

/** Whether two names written as one path exclude each other: 山东省泰州市. */
const tears = ({ link }: Mention, last: Place | undefined): boolean =>
  link === 'joined' &&
  last !== undefined &&
  ofLevel(last.candidates, 'province').some(({ code }) => !isMunicipality(code))

const isMunicipality = (code: string): boolean => /^(?:11|12|31|50|71|81|82)/.test(code)

/** Takes one mention into the places found so far: it narrows the last place, is contained in it, or starts a new one. */
const take = (places: Place[], mention: Mention): void => {
  const last = places.at(-1)
  if (last && narrow(last, mention)) return
  if (!startsPlace(mention, last?.candidates)) return
  const beside = last && mention.link === 'further' ? besides(mention, last) : []
  const candidates = beside.length > 0 ? beside : free(mention.name.candidates)
  places.push({ candidates, shared: SHARED_NAMES.has(mention.name.text), torn: tears(mention, last) })
}

/** Lets a mention decide between the meanings of a place or lead deeper into it; false when it lies elsewhere. */
const narrow = (place: Place, mention: Mention): boolean => {
  const deeper = inside(mention, place.candidates)
  const kept = deeper.length > 0 ? deeper : lies(place.candidates, free(mention.name.candidates))
  if (kept.length === 0) return false
  const same =
    kept.length === place.candidates.length && kept.every(({ code }, at) => place.candidates[at]?.code === code)
  if (!same) place.candidates = kept
  return true
}

/** Meanings in the same city as the place before: 青岛市南/市北. A province or a city stays what it is. */
const besides = (mention: Mention, last: Place): Candidate[] => {
  if (mention.name.candidates.some(isLarge)) return []
  return inside(
    mention,
    last.candidates.map(({ code }) => ({ code: cityOf(code) })),
  )
}

/**
 * What a name means when nothing else decides: today's division before a former one; the province of that name, else
 * the one city of that name, before districts elsewhere; an area before what lies in it. 吉林 (province and city) and
 * 朝阳 (city and districts) stay ambiguous.
 */
const settle = ({ candidates, shared }: Place): Candidate[] => {
  const today = current(candidates)
  if (today.every(({ spanning }) => spanning)) return today
  const provinces = ofLevel(today, 'province')
  const cities = ofLevel(today, 'city')
  if (provinces.length > 0) return [...provinces, ...cities.filter(({ code }) => code === JILIN_CITY)]
  if (cities.length === 1 && !shared) return cities
  return topmost(today)
}

/** The places that the names of a text stand for, in order. */
export const resolve = (mentions: Mention[]): Meanings[] => {
  const places: Place[] = []
  for (const mention of mentions) take(places, mention)
  return places.map((place) => ({ candidates: settle(place), torn: place.torn }))
}
