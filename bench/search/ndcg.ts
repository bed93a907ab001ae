/** Answers that are looked at. */
export const DEPTH = 10

const gain = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)

/**
 * nDCG@10: how near the grades of what was found, in its order, come to the best order of all that there is.
 * @param all grades 0–3 of everything, in no order; one at least above 0
 */
export const ndcg = (found: readonly number[], all: Iterable<number>): number =>
  gain(found) / gain([...all].toSorted((a, b) => b - a))

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
