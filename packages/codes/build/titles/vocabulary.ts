import { foldTitle, hashGrams, hashLetters } from '../../src/similarity/grams.ts'

/** A title of the training material; titles written by people weigh more than translated ones. */
export type Weighed = { title: string; weight: number }

/** A gram must earn its row: short grams meet more titles to come, so they are kept at lower counts. */
const WORTH_BY_SIZE = [0, 20, 2, 1, 0.7]

/** Position in `hashGrams` → size of the gram there. */
const sizesOf = (letters: number): number[] => [
  ...Array.from({ length: letters }, () => 1),
  ...Array.from({ length: letters + 1 }, () => 2),
  ...Array.from({ length: letters }, () => 3),
  ...Array.from({ length: Math.max(0, letters - 1) }, () => 4),
]

/** The hashes of the `size` most useful grams, ascending. */
export function chooseGrams(titles: Iterable<Weighed>, size: number): number[] {
  const worth = new Map<number, number>()
  for (const { title, weight } of titles) {
    const folded = foldTitle(title)
    const sizes = sizesOf(folded.length)
    const seen = new Set<number>()
    hashGrams(folded).forEach((hash, at) => {
      if (seen.has(hash)) return
      seen.add(hash)
      worth.set(hash, (worth.get(hash) ?? 0) + weight * (WORTH_BY_SIZE[sizes[at] ?? 0] ?? 0))
    })
  }
  const ranked = [...worth].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, size)
  return ranked.map(([hash]) => hash).sort((a, b) => a - b)
}

/** How many of the titles hold a character or pair: what `rarities` are made of. */
export function countLetters(titles: ReadonlySet<string>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const title of titles)
    for (const hash of new Set(hashLetters(foldTitle(title)))) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return counts
}
