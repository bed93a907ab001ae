import { type TitleVector, titleVector, vectorSimilarity } from '@renshu/codes'

/** How two job titles are compared; a deployment may bring a table learned on its own postings. */
export type TitleComparer = {
  vector: (title: string) => TitleVector
  /** Symmetric, 0–1, 1 for equal titles. */
  similarity: (a: TitleVector, b: TitleVector) => number
}

export const LEARNED_TITLES: TitleComparer = { vector: titleVector, similarity: vectorSimilarity }

/** Works each title's vector out once. */
export function rememberVectors({ vector, similarity }: TitleComparer): TitleComparer {
  const known = new Map<string, TitleVector>()
  return {
    similarity,
    vector(title) {
      const found = known.get(title) ?? vector(title)
      known.set(title, found)
      return found
    },
  }
}
