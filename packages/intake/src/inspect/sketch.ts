/** Smallest hashes of a text's shingles: two sketches tell how much the texts have in common. */
export type Sketch = Uint32Array

const SIZE = 32
const SHINGLE = 5
const MAX_TEXT = 6000
const MIN_TEXT = 20

/** Only what a reader would call the text: letters and digits in lower case. */
const plainText = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Spreads the bits of a 32-bit number, so that the smallest hashes are a fair sample (finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const BASE = 0x01000193
const BASE_TO_SHINGLE = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** Puts a hash into the ascending list of the smallest; `count` are in it. Returns the new count. */
const keepSmallest = (smallest: Uint32Array, count: number, hash: number): number => {
  let at = count
  while (at > 0 && smallest[at - 1]! > hash) at--
  if (at > 0 && smallest[at - 1] === hash) return count
  if (at === SIZE) return count
  smallest.copyWithin(at + 1, at, Math.min(count, SIZE - 1))
  smallest[at] = hash
  return Math.min(count + 1, SIZE)
}

/**
 * The 32 smallest distinct hashes of all runs of 5 characters (bottom-k sketch, Broder 1997), in ascending order.
 * Undefined for a text too short to tell.
 */
export const sketchOf = (text: string): Sketch | undefined => {
  const plain = plainText(text)
  if (plain.length < MIN_TEXT) return undefined
  const smallest = new Uint32Array(SIZE)
  let count = 0
  let rolling = 0
  for (let at = 0; at < plain.length; at++) {
    const leaving = at >= SHINGLE ? Math.imul(plain.charCodeAt(at - SHINGLE), BASE_TO_SHINGLE) : 0
    rolling = (Math.imul(rolling, BASE) + plain.charCodeAt(at) - leaving) | 0
    if (at + 1 < SHINGLE) continue
    const hash = mix(rolling)
    if (count < SIZE || hash < smallest[SIZE - 1]!) count = keepSmallest(smallest, count, hash)
  }
  return smallest.slice(0, count)
}

/** Estimated share of common runs, 0–1: of the smallest hashes of both together, how many are in both. */
export const sketchSimilarity = (a: Sketch, b: Sketch): number => {
  let left = 0
  let right = 0
  let common = 0
  let seen = 0
  while (seen < SIZE && left < a.length && right < b.length) {
    if (a[left] === b[right]) {
      common++
      left++
      right++
    } else if (a[left]! < b[right]!) left++
    else right++
    seen++
  }
  const rest = Math.min(SIZE - seen, a.length - left + b.length - right)
  return seen + rest === 0 ? 0 : common / (seen + rest)
}
