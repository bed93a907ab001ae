/** Character 1- and 2-grams of a title with their weights; the Euclidean length is 1. */
export type TitleVector = ReadonlyMap<string, number>

export const titleVector = (title: string): TitleVector => {
  const text = title.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const grams = new Map<string, number>()
  for (let i = 0; i < text.length; i++)
    for (const gram of [text[i] ?? '', text.slice(i, i + 2)]) grams.set(gram, (grams.get(gram) ?? 0) + 1)
  const length = Math.hypot(...grams.values()) || 1
  return new Map([...grams].map(([gram, weight]) => [gram, weight / length]))
}

export const vectorSimilarity = (a: TitleVector, b: TitleVector): number => {
  let sum = 0
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0)
  return Math.min(1, sum)
}

/** 0 (nothing in common) to 1 (the same title). */
export const titleSimilarity = (a: string, b: string): number => vectorSimilarity(titleVector(a), titleVector(b))
