import { plain } from '../plain.ts'
import { division, isWithin } from './division.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type Candidate, nameOf } from './names.ts'
import { stemOf } from './stems.ts'

/**
 * Where a text says work is done or wanted. `codes` are the deepest divisions known, one or several places in the order
 * of the text; an area that spans several divisions has them all. `candidates` are all the meanings of a name that
 * nothing in the text decides between. `remote` marks work from home; `former` is the old name that led to a code.
 */
export type PlaceReading = { text: string } & (
  | { kind: 'division'; codes: string[] }
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'anywhere' }
  | { kind: 'unknown' }
) & { remote?: boolean; former?: string }

const REMOTE = /远程|居家|在家(?:办公|工作)|线上办公|remote|work from home|\bwfh\b/
const ANYWHERE = /全国|不限|任意|各地|anywhere|nationwide/

/** Cities whose short name is at least as often a district elsewhere; their short name stays ambiguous. */
const SHARED_NAMES = new Set(['朝阳'])

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
  const provinces = ofLevel(today, 'province')
  const cities = ofLevel(today, 'city')
  if (provinces.length > 0) return [...provinces, ...cities.filter(({ code }) => code === JILIN_CITY)]
  if (cities.length === 1 && !shared) return cities
  return topmost(today)
}

const JILIN_CITY = '220200'

/** A code written instead of a name, also as twelve digits of the statistics bureau. */
const readCode = (text: string): string | undefined => {
  const digits = /^\d{6}(?:\d{3}(?:\d{3})?)?$/.exec(text.trim())?.[0] ?? ''
  return [digits, digits.slice(0, 9), digits.slice(0, 6)].find((code) => division(code))
}

const read = (text: string): PlaceReading => {
  const code = readCode(text)
  if (code) return { text, kind: 'division', codes: [code] }
  const words = PLAIN.test(text) ? text : plain(text)
  const places: Place[] = []
  for (const mention of findMentions(words)) take(places, mention)
  const settled = places.map(settle)
  const remote = REMOTE.test(words) && { remote: true }
  if (settled.length === 0) return { text, kind: remote || ANYWHERE.test(words) ? 'anywhere' : 'unknown', ...remote }
  const found = settled.flat()
  const codes = [...new Set(found.map(({ code }) => code))]
  const certain =
    !places.some(({ torn }) => torn) &&
    settled.every((meanings) => meanings.length === 1 || meanings.every(({ spanning }) => spanning))
  if (!certain) return { text, kind: 'ambiguous', candidates: codes, ...remote }
  const former = found.find((candidate) => candidate.former)?.former
  return { text, kind: 'division', codes, ...remote, ...(former && { former }) }
}

/** Texts that are plain already, which most are. */
const PLAIN = /^[\u4e00-\u9fff·-]*$/

const CACHE_SIZE = 4096
const cache = new Map<string, PlaceReading>()

/**
 * Reads a place as people write it: "上海-浦东新区", "青岛·市南", "黄岛/西海岸新区", "胶南", "青岛/烟台", "Qingdao".
 * Context in the same text decides between namesakes; what it does not decide is reported as ambiguous. Roads named
 * after places (天河路490号) are no places. Business districts below the table give the deepest division known.
 * The readings of frequent texts are shared and frozen.
 * @example readPlace('青岛·市南') // { kind: 'division', codes: ['370202'], … }
 * @example readPlace('鼓楼') // { kind: 'ambiguous', candidates: ['320106', '320302', '350102', '410204'], … }
 */
export const readPlace = (text: string): PlaceReading => {
  const known = cache.get(text)
  if (known) return known
  const reading = Object.freeze(read(text))
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(text, reading)
  return reading
}
