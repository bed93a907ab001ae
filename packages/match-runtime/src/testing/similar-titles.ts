import { LEARNED_TITLES, type TitleComparer } from '@renshu/match'

/** A comparer of a town's own: titles are half as similar as elsewhere. */
export const titles: TitleComparer = {
  vector: LEARNED_TITLES.vector,
  similarity: (a, b) => LEARNED_TITLES.similarity(a, b) / 2,
}
