/** Letters and digits of a title, full-width folded, lower-case; `+` and `#` stay for `c++` and `c#`. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '')
    .slice(0, MAX_LENGTH)

/** What stands beyond is not part of a job title; the limit also keeps sums of rows in exact integers. */
const MAX_LENGTH = 64
const LONGEST_GRAM = 4

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** 32-bit FNV-1a over UTF-16 units. The table of rows is keyed by it, so the build uses this same function. */
const hashGram = (text: string, from: number, to: number): number => {
  let hash = FNV_OFFSET
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash >>> 0
}

/**
 * Hashes of the 1- to 4-grams of a folded title, with repetition. Longer grams than one character see the
 * ends of the title: `^` before, `$` after.
 *
 * @example hashGrams('保安').length // 保, 安 · ^保, 保安, 安$ · ^保安, 保安$ · ^保安$ = 8
 */
export function hashGrams(folded: string): number[] {
  const framed = `^${folded}$`
  const hashes: number[] = []
  for (let at = 0; at < folded.length; at++) hashes.push(hashGram(folded, at, at + 1))
  for (let size = 2; size <= LONGEST_GRAM; size++)
    for (let at = 0; at + size <= framed.length; at++) hashes.push(hashGram(framed, at, at + size))
  return hashes
}

/** Hashes of the single characters and of the pairs inside the title, with repetition. */
export function hashLetters(folded: string): number[] {
  const hashes: number[] = []
  for (let at = 0; at < folded.length; at++) hashes.push(hashGram(folded, at, at + 1))
  for (let at = 0; at + 2 <= folded.length; at++) hashes.push(hashGram(folded, at, at + 2))
  return hashes
}
