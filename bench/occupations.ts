/**
 * Occupations of titles: precision on the labelled titles of `packages/codes/src/titles/gold`, by confidence, and how many
 * of the real postings get an occupation, with what confidence, how fast. `--short` takes every tenth posting.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { classifyTitle, cleanTitle, type TitleContext } from '@renshu/codes'
import { type Band, BANDS, bandOf, type Measure, measure } from '../packages/codes/src/titles/gold/measure.ts'
import { readGold } from '../packages/codes/src/titles/gold/read-gold.ts'
import { sharedData } from './shared-data.ts'

type Posting = { title: string; context: TitleContext }

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (part: number, whole = 1): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const nameOf = (band: number): string => `${BANDS[band]}–${BANDS[band + 1] ?? 1}`

const printBand = ({ titles, right }: Band, band: number): void =>
  print(`  confidence ${nameOf(band).padEnd(9)} ${String(titles).padStart(4)} titles, right ${percent(right, titles)}`)

function printMeasure(name: string, measured: Measure): void {
  const { titles, covered, first, firstOfAnswered, exact, third, small, middle, bands } = measured
  print(`${name}: ${titles} titles, answered ${percent(covered)}`)
  print(`  precision@1 ${percent(first)} (of the answered ${percent(firstOfAnswered)}), recall@3 ${percent(third)}`)
  print(`  the very code, none of those also accepted ${percent(exact)}`)
  print(`  first answer in the right 小类 ${percent(small)}, 中类 ${percent(middle)}`)
  bands.forEach(printBand)
}

/** The tags of the boards are one text; a separator they share is as good as none. */
function toPosting(line: string): Posting {
  const { title, tags, category, desc } = JSON.parse(line) as Record<string, string | undefined>
  const context = {
    ...(category && { category }),
    ...(tags && { tags: tags.split(/[|,，;；\s]+/) }),
    ...(desc && { description: desc }),
  }
  return { title: title ?? '', context }
}

async function readPostings(path: string, every: number): Promise<Posting[]> {
  const postings: Posting[] = []
  let at = 0
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) }))
    if (line !== '' && at++ % every === 0) postings.push(toPosting(line))
  return postings
}

/** Titles per second of a second pass over all of them, when tables are loaded and code is warm. */
function speedOf(postings: readonly Posting[], work: (posting: Posting) => unknown): string {
  for (const posting of postings) work(posting)
  const began = performance.now()
  for (const posting of postings) work(posting)
  return `${Math.round((postings.length / (performance.now() - began)) * 1000).toLocaleString('en')} titles/s`
}

function printCoverage(postings: readonly Posting[]): void {
  const counts = BANDS.map(() => 0)
  let [alone, answered] = [0, 0]
  for (const { title, context } of postings) {
    if (classifyTitle(title).length > 0) alone++
    const [best] = classifyTitle(title, context)
    if (!best) continue
    answered++
    counts[bandOf(best.confidence)]! += 1
  }
  print(`postings: ${postings.length} titles, answered ${percent(answered, postings.length)}`)
  print(`  by the title alone ${percent(alone, postings.length)}`)
  counts.forEach((count, band) => print(`  confidence ${nameOf(band).padEnd(9)} ${percent(count, postings.length)}`))
  print(`  cleaned at ${speedOf(postings, ({ title }) => cleanTitle(title))}`)
  print(`  classified at ${speedOf(postings, ({ title }) => classifyTitle(title))} without context`)
  print(`  classified at ${speedOf(postings, ({ title, context }) => classifyTitle(title, context))} with context`)
}

printMeasure('tuning half', measure(readGold('tuning'), classifyTitle))
printMeasure('held-out half', measure(readGold('held-out'), classifyTitle))
printMeasure('independent set', measure(readGold('independent'), classifyTitle))
const every = process.argv.includes('--short') ? 10 : 1
printCoverage(await readPostings(sharedData('postings/postings_zh.jsonl.gz'), every))
