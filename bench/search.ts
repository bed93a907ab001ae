/**
 * Search: how well labelled questions are answered and what each part adds; how fast and how large an index of 50,000
 * made-up postings is; and, with `--peers`, PostgreSQL and PGlite doing the same.
 */
import { SearchIndex } from '@renshu/search'
import { ABLATIONS, QUALITY_HEAD, qualityLine } from './search/labels.ts'
import { comparePeers } from './search/peers.ts'
import { measureQuality } from './search/quality.ts'
import { makeQuestions, makePostings, meanMs, percentiles, TODAY } from './search/town.ts'

const COUNT = process.argv.includes('--short') ? 5000 : 50_000
const FACETS = ['place', 'occupation', 'employment', 'welfare', 'education'] as const

process.stdout.write(QUALITY_HEAD)
for (const [name, parts] of ABLATIONS) process.stdout.write(qualityLine(name, measureQuality(parts)))

const memory = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const postings = makePostings(COUNT)
// The dictionary, the titles and their vectors belong to the process, not to the postings.
const warm = new SearchIndex()
for (const posting of postings.slice(0, 200)) warm.put(posting)
const before = memory()
const index = new SearchIndex()
const building = meanMs(() => postings.forEach((posting) => index.put(posting))) / COUNT
const bytes = (memory() - before) / COUNT
process.stdout.write(
  `\n${COUNT} postings: ${building.toFixed(3)} ms of processor each to put, ` +
    (globalThis.gc ? `${Math.round(bytes)} bytes each\n` : 'memory not measured (node --expose-gc)\n'),
)
const questions = makeQuestions(400)
for (const kind of ['words', 'words and place', 'pinyin', 'wish', 'place alone'] as const) {
  const asked = questions.filter((question) => question.kind === kind)
  // Once for the tables that are filled on first use.
  for (const { text } of asked) index.search({ text, on: TODAY, limit: 20 })
  for (const facets of [[], FACETS]) {
    const { p50, p95 } = percentiles(asked, ({ text }) => index.search({ text, on: TODAY, limit: 20, facets }))
    const cpu = meanMs(() => asked.forEach(({ text }) => index.search({ text, on: TODAY, limit: 20, facets })))
    process.stdout.write(
      `${kind.padEnd(16)} ${facets.length > 0 ? 'with 5 facets' : 'without facets'}  ` +
        `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms; processor ${(cpu / asked.length).toFixed(2)} ms\n`,
    )
  }
}
const everything = meanMs(() => {
  for (let n = 0; n < 10; n++) index.search({ on: TODAY, limit: 20, facets: FACETS })
})
process.stdout.write(`everything, with 5 facets: processor ${(everything / 10).toFixed(2)} ms\n`)
const replaced = postings.slice(0, 2000)
const replacing = meanMs(() => replaced.forEach((posting) => index.put(posting))) / replaced.length
process.stdout.write(`replacing one: processor ${replacing.toFixed(3)} ms\n`)
if (process.argv.includes('--peers')) await comparePeers(Math.min(COUNT, 20_000))
