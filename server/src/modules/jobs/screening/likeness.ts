/** Letters and digits alone: what is left when somebody changes marks, blanks and widths. */
export const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** A text as the set of its pairs of neighbouring letters. */
export type Pairs = ReadonlySet<string>

export function pairsOf(text: string): Pairs {
  const plain = letters(text)
  if (plain.length < 2) return new Set(plain ? [plain] : [])
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)))
}

/** Share of common pairs, 0–1 (Dice 1945); unlike the sketch of a text it tells short texts apart too. */
export function sharedPairs(one: Pairs, other: Pairs): number {
  const [less, more] = one.size < other.size ? [one, other] : [other, one]
  if (less.size === 0) return 0
  let common = 0
  for (const pair of less) if (more.has(pair)) common++
  return (2 * common) / (one.size + other.size)
}
