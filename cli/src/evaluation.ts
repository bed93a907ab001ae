import { titleVector, vectorSimilarity } from '@renshu/codes'
import { Stop } from './failure/stop.ts'

export type Title = { id: string; title: string }

/** The rows of a TSV with the header `<idColumn> jobtitle`. @throws Stop (input) */
export function parseTitles(text: string, path: string, idColumn: string): Title[] {
  const [header, ...rows] = linesOf(text)
  const bad = new Stop('input', (m) => m.eval.badTable(path, `${idColumn}\tjobtitle`))
  if (header !== `${idColumn}\tjobtitle` || rows.length === 0) throw bad
  return rows.map((row) => {
    const [id, title] = row.split('\t')
    if (!id || title === undefined) throw bad
    return { id, title }
  })
}

/** Relevant ids per query from lines `query 0 id relevance`; relevance 0 is not relevant. @throws Stop (input) */
export function parseQrels(text: string, path: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>()
  for (const [place, line] of linesOf(text).entries()) {
    const [query, , id, grade] = line.split(/\s+/)
    if (!query || !id || !/^-?\d+$/.test(grade ?? '')) throw new Stop('input', (m) => m.eval.badQrels(path, place + 1))
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(id))
  }
  return relevant
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')

/** The ids of the whole corpus, the most similar title first; equals stay in the order of the corpus. */
export function rankCorpus(
  query: string,
  corpus: readonly (Title & { vector: ReturnType<typeof titleVector> })[],
): string[] {
  const wanted = titleVector(query)
  return corpus
    .map(({ id, vector }) => ({ id, similarity: vectorSimilarity(wanted, vector) }))
    .sort((a, b) => b.similarity - a.similarity)
    .map(({ id }) => id)
}
