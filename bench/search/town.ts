import { cleanTitle, division, divisionsUnder, occupation, readWelfare } from '@renshu/codes'
import type { Document } from '@renshu/search'
import { makeCity } from '@renshu/synthetic'
import { syllables } from '../../packages/search/src/text/pinyin.ts'

export const TODAY = '2026-11-21'
const city = makeCity({ seed: 1, asOf: TODAY })

const list = (value: string | undefined): string[] => (value === undefined ? [] : [value])

const makePosting = (number: number): Document => {
  const job = city.job(number)
  const leading = job.occupations.slice(0, 1)
  return {
    id: job.id,
    title: job.title,
    names: list(job.employer),
    skills: job.skills,
    tags: leading.flatMap(({ code }) => list(occupation(code)?.name)),
    description: job.terms,
    codes: {
      place: job.places,
      occupation: leading.map(({ code }) => code),
      employment: job.employment ?? [],
      education: list(job.education),
      shift: job.shifts ?? [],
      organisation: list(job.employer),
      welfare: readWelfare(job.terms.join(' ')),
    },
    ...(job.salary && { pay: job.salary }),
    on: job.updatedOn ?? TODAY,
  }
}

export const makePostings = (count: number): Document[] => Array.from({ length: count }, (_, at) => makePosting(at))

type Asked = { kind: 'words' | 'words and place' | 'pinyin' | 'wish' | 'place alone'; text: string }
/** Titles of postings that are not in the index, so that not every question has its exact answer. */
const FIRST_ASKED = 1_000_000

/** Questions of several kinds, a fifth each. */
export function makeQuestions(count: number): Asked[] {
  const districts = divisionsUnder('370200').map(({ name }) => name)
  return Array.from({ length: count }, (_, at) => {
    const title = cleanTitle(city.job(FIRST_ASKED + at).title).title.replace(/[(/].*$/, '')
    const place = districts[at % districts.length] ?? division('370200')!.name
    const kinds: Asked[] = [
      { kind: 'words', text: title },
      { kind: 'words and place', text: `${title} ${place}` },
      { kind: 'pinyin', text: syllables(title).join('') },
      { kind: 'wish', text: `${title} 五千 双休 ${place}` },
      { kind: 'place alone', text: place },
    ]
    return kinds[at % kinds.length]!
  })
}

export function percentiles<T>(items: readonly T[], run: (item: T) => void): { p50: number; p95: number } {
  const taken = items.map((item) => {
    const begun = performance.now()
    run(item)
    return performance.now() - begun
  })
  return spread(taken)
}

export function spread(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** Milliseconds of processor, which on a busy machine say more than the clock. */
export function meanMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
