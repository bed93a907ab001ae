import { type TitleVector, mostSimilar, titleVector, vectorSimilarity } from '@renshu/codes'

/** How two job titles are compared; a deployment may bring a table learned on its own postings. */
export type TitleComparer = {
  vector: (title: string) => TitleVector
  /** Symmetric, 0–1, 1 for equal titles. An index that has the dot product of the two directions gives it along. */
  similarity: (a: TitleVector, b: TitleVector, dot?: number) => number
  /** What an index may know without comparing; left out, it compares all. */
  sketch?: TitleSketch
}

/** Of two titles of different `kin`, the similarity is at most the `ceiling` of the cosine of their directions. */
export type TitleSketch = {
  /** Whole coordinates, at most as many as the kernel multiplies; all zero when nothing is known of the title. */
  direction: (vector: TitleVector) => Int8Array
  kin: (vector: TitleVector) => number
  ceiling: (cosine: number) => number
}

const FNV_OFFSET = 0x811c9dc5
/** FNV-1a over whole numbers: titles of equal letters are kin, and a chance few others, which costs a comparison. */
const hashOf = (numbers: Iterable<number>, start: number): number => {
  let hash = start
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01000193)
  return hash >>> 0
}

export const LEARNED_TITLES: TitleComparer = {
  vector: titleVector,
  similarity: vectorSimilarity,
  sketch: {
    direction: ({ meaning }) => meaning,
    kin: ({ letters, weights }) => hashOf(weights, hashOf(letters, FNV_OFFSET)),
    ceiling: mostSimilar,
  },
}

/** Works each title's vector out once. */
export function rememberVectors({ vector, ...comparer }: TitleComparer): TitleComparer {
  const known = new Map<string, TitleVector>()
  return {
    ...comparer,
    vector(title) {
      const found = known.get(title)
      if (found) return found
      const made = vector(title)
      known.set(title, made)
      return made
    },
  }
}
