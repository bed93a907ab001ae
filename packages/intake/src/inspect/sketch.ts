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

const hashAt = (text: string, from: number): number => {
  let hash = 0x811c9dc5
  for (let at = from; at < from + SHINGLE; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * The 32 smallest distinct hashes of all runs of 5 characters (bottom-k sketch, Broder 1997), in ascending order.
 * Undefined for a text too short to tell.
 */
export const sketchOf = (text: string): Sketch | undefined => {
  const plain = plainText(text)
  if (plain.length < MIN_TEXT) return undefined
  const hashes = new Set<number>()
  for (let at = 0; at + SHINGLE <= plain.length; at++) hashes.add(hashAt(plain, at))
  return Uint32Array.from(hashes).sort().slice(0, SIZE)
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
