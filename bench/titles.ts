/**
 * How well titles are ranked: the labelled development queries, what each part of the similarity adds, the gold
 * triplets, and the time per title. The shipped similarity takes the rarity of letters from its own table; the line
 * "letters weighed by the corpus" shows what an index over the corpus would measure instead.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { titleTable, type TitleTable } from '../packages/codes/src/similarity/table.ts'
import {
  letterSimilarity,
  meaningSimilarity,
  type TitleVector,
  titleVector,
  vectorSimilarity,
  vectorWith,
} from '../packages/codes/src/similarity/vector.ts'
import { rankingMetrics } from '../packages/codes/src/similarity/metrics.ts'
import { foldTitle, hashLetters } from '../packages/codes/src/similarity/grams.ts'
import { readGroups } from '../packages/codes/build/titles/sources.ts'
import { sharedData } from './shared-data.ts'

type Row = [id: string, title: string]
type Method = { name: string; table: TitleTable; similarity: (a: TitleVector, b: TitleVector) => number }

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const readRows = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))

const titlesOf = (file: string): Row[] =>
  readRows(file)
    .slice(1)
    .map(([id = '', title = '']) => [id, title])

function relevantIds(file: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [query, , id, grade] = line.trim().split(/\s+/)
    if (query && id && Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(id))
  }
  return relevant
}

const queries = titlesOf(sharedData('talentclef/zh_queries_dev.tsv'))
const corpus = titlesOf(sharedData('talentclef/zh_corpus.tsv'))
const relevant = relevantIds(sharedData('talentclef/zh_qrels_dev.tsv'))
const readGold = (name: string): string[][] => readRows(fileOf(`../packages/codes/src/similarity/gold/${name}.tsv`))
const triplets = readGold('triplets')
/** Written after the last choice about the table was made. */
const heldOut = readGold('held-out')

/** Triplets whose near pair the curated list of synonyms does not hold: what the table had to find by itself. */
const groups = readGroups(fileOf('../packages/codes/build/titles/lists/titles-zh.txt')).map(
  ({ titles }) => new Set(titles),
)
const unlisted = triplets.filter(([a = '', near = '']) => !groups.some((group) => group.has(a) && group.has(near)))

const percent = (share: number): string => share.toFixed(4).padStart(8)

function measure({ name, table, similarity }: Method): void {
  const vectors = corpus.map(([id, title]) => ({ id, vector: vectorWith(table, title) }))
  const rankings = queries.map(([id, title]) => {
    const wanted = vectorWith(table, title)
    const scored = vectors.map((one) => ({ id: one.id, score: similarity(wanted, one.vector) }))
    scored.sort((a, b) => b.score - a.score)
    return { ranked: scored.map((one) => one.id), relevant: relevant.get(id) ?? new Set<string>() }
  })
  const { map, mrr, ndcg10 } = rankingMetrics(rankings)
  const shareOf = (list: readonly string[][]): number => {
    const nearer = list.filter(([a = '', near = '', far = '']) => {
      const vector = vectorWith(table, a)
      return similarity(vector, vectorWith(table, near)) > similarity(vector, vectorWith(table, far))
    })
    return nearer.length / list.length
  }
  const figures = [map, mrr, ndcg10, shareOf(triplets), shareOf(unlisted), shareOf(heldOut)].map(percent).join('')
  process.stdout.write(`${figures}  ${name}\n`)
}

/** The table with rarities counted in the corpus that is ranked. */
function weighByCorpus(table: TitleTable): TitleTable {
  const counts = new Map<number, number>()
  for (const [, title] of corpus)
    for (const hash of new Set(hashLetters(foldTitle(title)))) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const highest = Math.log(1 + corpus.length) + 1
  const rarityOf = (hash: number): number =>
    (Math.log((1 + corpus.length) / (1 + (counts.get(hash) ?? 0))) + 1) / highest
  return { ...table, rarities: Uint8Array.from(table.hashes, (hash) => Math.round(255 * rarityOf(hash))) }
}

/** The table without its grams of more than `size` characters, as far as the titles at hand go. */
function onlyShort(table: TitleTable): TitleTable {
  const letters = new Set([...queries, ...corpus].flatMap(([, title]) => hashLetters(foldTitle(title))))
  for (const triplet of [...triplets, ...heldOut])
    for (const title of triplet) for (const hash of hashLetters(foldTitle(title))) letters.add(hash)
  return { ...table, scales: table.scales.map((scale, row) => (letters.has(table.hashes[row] ?? 0) ? scale : 0)) }
}

const table = titleTable()
process.stdout.write(
  `${queries.length} queries, ${corpus.length} titles, ${triplets.length} gold triplets, ${unlisted.length} of them unlisted, ${heldOut.length} held out\n`,
)
process.stdout.write('     MAP     MRR nDCG@10    gold  unlist heldout\n')
const even: TitleTable = { ...table, rarities: table.rarities.map(() => 255) }
const methods: Method[] = [
  { name: 'letters, all alike', table: even, similarity: letterSimilarity },
  { name: 'letters weighed by the built-in table', table, similarity: letterSimilarity },
  { name: 'letters weighed by the corpus', table: weighByCorpus(table), similarity: letterSimilarity },
  { name: 'meaning of characters and pairs only', table: onlyShort(table), similarity: meaningSimilarity },
  { name: 'meaning', table, similarity: meaningSimilarity },
  { name: 'meaning + letters, built-in table (shipped)', table, similarity: vectorSimilarity },
  { name: 'meaning + letters, weighed by the corpus', table: weighByCorpus(table), similarity: vectorSimilarity },
]
methods.forEach(measure)

const started = performance.now()
const vectors = corpus.map(([, title]) => titleVector(title))
const prepared = performance.now()
let sum = 0
for (const [, query] of queries) {
  const wanted = titleVector(query)
  for (const vector of vectors) sum += vectorSimilarity(wanted, vector)
}
const compared = performance.now()
process.stdout.write(
  `${((prepared - started) / corpus.length).toFixed(4)} ms per title prepared, ` +
    `${((compared - prepared) / (queries.length * corpus.length)).toFixed(5)} ms per pair, checksum ${sum.toFixed(6)}\n`,
)
