import { plain } from '../plain.ts'
import { division } from './division.ts'
import { findMentions } from './mentions.ts'
import { type Meanings, resolve } from './resolve.ts'

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

/** A code written instead of a name, also as twelve digits of the statistics bureau. */
const readCode = (text: string): string | undefined => {
  const digits = /^\d{6}(?:\d{3}(?:\d{3})?)?$/.exec(text.trim())?.[0] ?? ''
  return [digits, digits.slice(0, 9), digits.slice(0, 6)].find((code) => division(code))
}

/** Whether one meaning is left, or an area whose divisions hold together. */
const isCertain = ({ candidates, torn }: Meanings): boolean =>
  !torn && (candidates.length === 1 || candidates.every(({ spanning }) => spanning))

const read = (text: string): PlaceReading => {
  const code = readCode(text)
  if (code) return { text, kind: 'division', codes: [code] }
  const words = PLAIN.test(text) ? text : plain(text)
  const places = resolve(findMentions(words))
  const remote = REMOTE.test(words) && { remote: true }
  if (places.length === 0) return { text, kind: remote || ANYWHERE.test(words) ? 'anywhere' : 'unknown', ...remote }
  const found = places.flatMap(({ candidates }) => candidates)
  const codes = [...new Set(found.map(({ code }) => code))]
  if (!places.every(isCertain)) return { text, kind: 'ambiguous', candidates: codes, ...remote }
  const former = found.find((candidate) => candidate.former)?.former
  return { text, kind: 'division', codes, ...remote, ...(former && { former }) }
}

/** Texts that are plain already, which most are. */
const PLAIN = /^[\u4e00-\u9fff·-]*$/

const frozen = (reading: PlaceReading): PlaceReading => {
  if (reading.kind === 'division') Object.freeze(reading.codes)
  if (reading.kind === 'ambiguous') Object.freeze(reading.candidates)
  return Object.freeze(reading)
}

const CACHE_SIZE = 4096
const cache = new Map<string, PlaceReading>()

/**
 * Reads a place as people write it: "上海-浦东新区", "青岛·市南", "黄岛/西海岸新区", "胶南", "青岛/烟台", "Qingdao".
 * Context in the same text decides between namesakes; what it does not decide is reported as ambiguous. Roads named
 * after places (天河路490号) are no places. Business districts below the table give the deepest division known.
 * Readings are shared between callers and frozen.
 * @example readPlace('青岛·市南') // { kind: 'division', codes: ['370202'], … }
 * @example readPlace('鼓楼') // { kind: 'ambiguous', candidates: ['320106', '320302', '350102', '410204'], … }
 */
export const readPlace = (text: string): PlaceReading => {
  const known = cache.get(text)
  if (known) return known
  const reading = frozen(read(text))
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(text, reading)
  return reading
}
