import { distanceKm, division, isWithin } from '@renshu/codes'

/** How one place lies to another: in the low bits whole kilometres plus one, 0 for unknown, and one of three marks. */
type Way = number
const KM = 0x3fff
const BESIDE = 0x4000
const INSIDE = 0x8000
const AROUND = 0xc000

/** Divisions are numbered as they are asked for; what is none has no number, so there are never more than some thousand. */
const numbers = new Map<string, number>()
/** By the number of the first place and then the second; 0 where nobody has asked. Two bytes each, 25 MB for all pairs. */
const ways: Uint16Array[] = []
const FIRST_ROOM = 64

/** The way from one division to another; every pair is measured once. */
export function wayBetween(from: string, to: string): Way {
  const first = numberOf(from)
  const second = numberOf(to)
  if (first < 0 || second < 0) return measure(from, to)
  const row = ways[first]!
  // Beyond the end it is undefined, which is no way either.
  return row[second] || keep(first, second, measure(from, to))
}

/** Whether the place that the way begins at is the other one or lies in it. */
export const isInside = (way: Way): boolean => (way & AROUND) === INSIDE

/** Whether the other place lies in the one that the way begins at. */
export const isAround = (way: Way): boolean => (way & AROUND) === AROUND

/** Whole kilometres in a straight line; undefined where a code is not in force. */
export const kmOf = (way: Way): number | undefined => ((way & KM) === 0 ? undefined : (way & KM) - 1)

function measure(from: string, to: string): Way {
  const km = distanceKm(from, to)
  const side = isWithin(from, to) ? INSIDE : isWithin(to, from) ? AROUND : BESIDE
  return side | (km === undefined ? 0 : Math.round(km) + 1)
}

/** -1 for a code that is not in force. */
function numberOf(code: string): number {
  const known = numbers.get(code)
  if (known !== undefined) return known
  if (!division(code)) return -1
  numbers.set(code, ways.length)
  return ways.push(new Uint16Array(0)) - 1
}

function keep(first: number, second: number, way: Way): Way {
  const row = ways[first]!
  if (second < row.length) row[second] = way
  else {
    const wider = new Uint16Array(Math.max(FIRST_ROOM, second * 2))
    wider.set(row)
    wider[second] = way
    ways[first] = wider
  }
  return way
}
