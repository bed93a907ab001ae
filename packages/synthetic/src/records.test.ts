import { certificate, classifyTitle, cleanTitle, division, industry, occupation, skillNames } from '@renshu/codes'
import { type Job, NATIONWIDE, type OccupationGuess, type Talent } from '@renshu/match'
import { expect, test } from 'vitest'
import { makeCity } from './index.ts'

const RECORDS = 4_000
const AS_OF = '2026-11-21'
const city = makeCity({ asOf: AS_OF })
const numbers = Array.from({ length: RECORDS }, (_, number) => number)
const jobs = numbers.map(city.job)
const talents = numbers.map(city.talent)
const both: (Job | Talent)[] = [...jobs, ...talents]

const isCode = (code: string): boolean => code === NATIONWIDE || division(code) !== undefined
const isDay = (text: string): boolean => new Date(text).toISOString().slice(0, 10) === text
const repeats = (list: readonly string[]): boolean => new Set(list).size < list.length
const share = <T>(records: readonly T[], holds: (record: T) => boolean): number =>
  records.filter(holds).length / records.length
const mean = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

test('every code is one of its table', () => {
  const guesses = [...jobs, ...talents.flatMap(({ wishes }) => wishes)].flatMap(({ occupations }) => occupations)
  const isGuess = ({ code, confidence }: OccupationGuess) => occupation(code) && confidence > 0 && confidence <= 1
  expect(guesses.filter((guess) => !isGuess(guess))).toEqual([])
  expect(both.flatMap(({ places }) => places).filter((code) => !isCode(code))).toEqual([])
  expect(talents.filter(({ home }) => home !== undefined && !isCode(home))).toEqual([])
  expect(jobs.filter((job) => job.industry !== undefined && !industry(job.industry))).toEqual([])
  const held = talents.flatMap(({ certificates }) => certificates)
  const asked = jobs.flatMap(({ certificates }) => certificates.map(({ code }) => code))
  expect([...held, ...asked].filter((code) => !certificate(code))).toEqual([])
})

test('a title is read by the reader of titles, best guess first, three at most', () => {
  for (const { title, occupations } of [
    ...jobs.slice(0, 300),
    ...talents.slice(0, 300).map(({ wishes }) => wishes[0]!),
  ]) {
    const read = classifyTitle(title).slice(0, 3)
    expect(occupations, title).toEqual(read.map(({ code, confidence }) => ({ code, confidence })))
  }
})

test('a title of a job has been cleaned already', () => {
  expect(share(jobs, ({ title }) => cleanTitle(title).title === title)).toBeGreaterThan(0.97)
})

test('skills are of the vocabulary and none is there twice', () => {
  const known = new Set(skillNames())
  expect(both.filter(({ skills }) => repeats(skills))).toEqual([])
  expect(both.flatMap(({ skills }) => skills).filter((skill) => !known.has(skill))).toEqual([])
})

test('no list of places, certificates or wishes repeats itself', () => {
  expect(both.filter(({ places }) => repeats(places))).toEqual([])
  expect(talents.filter(({ certificates }) => repeats(certificates))).toEqual([])
  expect(jobs.filter(({ certificates }) => repeats(certificates.map(({ code }) => code)))).toEqual([])
  expect(talents.filter(({ wishes }) => repeats(wishes.map(({ title }) => title)))).toEqual([])
})

test('pay is whole fen above nothing, and no range is upside down', () => {
  const isFen = (fen: number | undefined) => fen === undefined || (Number.isSafeInteger(fen) && fen >= 100_000)
  const stated = both.flatMap(({ salary }) => salary ?? [])
  expect(stated.filter(({ min, max }) => !isFen(min) || !isFen(max) || (min ?? max) === undefined)).toEqual([])
  expect(stated.filter(({ min = 0, max = Infinity }) => max < min)).toEqual([])
})

test('dates are real days, and no record was updated after the day of the city or two years before', () => {
  const updates = both.flatMap(({ updatedOn }) => updatedOn ?? [])
  expect(updates.filter((day) => !isDay(day) || day > AS_OF || day < '2024-11-21')).toEqual([])
  const starts = [...jobs.flatMap(({ startBy }) => startBy ?? []), ...talents.flatMap((one) => one.availableFrom ?? [])]
  expect(starts.filter((day) => !isDay(day) || day < AS_OF)).toEqual([])
})

test('nobody is younger than the law lets them work, or has worked longer than that', () => {
  const isLawful = ({ born = 1900, years = 0 }: Talent) => 2026 - born >= 16 && years <= 2026 - born - 16
  expect(talents.filter((talent) => !isLawful(talent))).toEqual([])
  expect(talents.filter(({ years = 0 }) => !Number.isInteger(years * 2))).toEqual([])
})

test('employers are marked as examples', () => {
  const named = jobs.flatMap(({ employer }) => employer ?? [])
  expect(named.filter((name) => !/^示例.+有限公司$/.test(name))).toEqual([])
})

test('titles repeat as they do in postings, and wishes far more', () => {
  expect(new Set(jobs.map(({ title }) => title)).size / RECORDS).toBeGreaterThan(0.45)
  expect(new Set(jobs.map(({ title }) => title)).size / RECORDS).toBeLessThan(0.7)
  const wishes = talents.flatMap(({ wishes }) => wishes.map(({ title }) => title))
  expect(new Set(wishes).size / wishes.length).toBeLessThan(0.4)
  expect(share(talents, ({ wishes }) => wishes.length > 1)).toBeGreaterThan(0.27)
  expect(share(talents, ({ wishes }) => wishes.length > 1)).toBeLessThan(0.4)
})

test('a further wish is mostly for work of a kind with the first', () => {
  const pairs = talents.flatMap(({ wishes: [first, second] }) => {
    const [a, b] = [first?.occupations[0]?.code, second?.occupations[0]?.code]
    return a !== undefined && b !== undefined ? [{ a, b }] : []
  })
  expect(share(pairs, ({ a, b }) => a.slice(0, 4) === b.slice(0, 4))).toBeGreaterThan(0.5)
  expect(share(pairs, ({ a, b }) => a[0] !== b[0])).toBeGreaterThan(0.05)
})

test('records say as much as real ones do, and some say nothing', () => {
  expect(mean(talents.map(({ skills }) => skills.length))).toBeCloseTo(9, 0)
  expect(mean(jobs.map(({ skills }) => skills.length))).toBeCloseTo(6.5, 0)
  expect(mean(talents.map(({ terms }) => new Set(terms).size))).toBeCloseTo(12.8, 0)
  expect(Math.abs(mean(jobs.map(({ terms }) => terms.length)) - 25)).toBeLessThan(3)
  for (const records of [jobs, talents]) {
    const silent = share<Job | Talent>(records, ({ skills }) => skills.length === 0)
    expect(silent > 0.05 && silent < 0.13).toBe(true)
    const wordless = share<Job | Talent>(records, ({ terms }) => terms.length === 0)
    expect(wordless > 0.08 && wordless < 0.22).toBe(true)
  }
})

test('a tenth of the jobs requires a certificate, and one who drives for a living holds a licence', () => {
  const requires = share(jobs, ({ certificates }) => certificates.some(({ required }) => required))
  expect(requires > 0.08 && requires < 0.16).toBe(true)
  const holdsLicence = ({ certificates }: Talent) => certificates.some((code) => code.startsWith('driving'))
  const drivers = talents.filter(({ wishes }) => wishes[0]?.occupations[0]?.code.startsWith('4-02-02'))
  expect(share(drivers, holdsLicence)).toBeGreaterThan(2 * share(talents, holdsLicence))
})

test('work is in the districts of the city, sometimes on a street, sometimes elsewhere', () => {
  const isLocal = ({ places }: Job | Talent) => places.some((code) => code.startsWith('3702'))
  expect(share(jobs, isLocal)).toBeGreaterThan(0.85)
  expect(share(jobs, ({ places }) => places.some((code) => code.length === 9))).toBeGreaterThan(0.1)
  expect(share(jobs, (job) => job.places.length > 0 && !isLocal(job))).toBeGreaterThan(0.02)
  expect(share(talents, ({ places }) => places.includes(NATIONWIDE))).toBeGreaterThan(0.01)
  expect(share(talents, ({ commuteKm }) => commuteKm !== undefined)).toBeGreaterThan(0.25)
})

test('another city has its own districts and neighbours', () => {
  const chengdu = makeCity({ division: '510100' })
  const places = numbers.slice(0, 500).flatMap((number) => chengdu.job(number).places)
  expect(places.filter((code) => !code.startsWith('51'))).toEqual([])
  expect(places.filter((code) => code.startsWith('5101')).length / places.length).toBeGreaterThan(0.85)
})

test('schooling and experience are paid', () => {
  const pay = (asked: (job: Job) => boolean) => median(jobs.filter(asked).flatMap(({ salary }) => salary?.min ?? []))
  expect(pay(({ education }) => education === 'bachelor')).toBeGreaterThan(
    pay(({ education }) => education === 'junior'),
  )
  expect(pay(({ years }) => years === 5)).toBeGreaterThan(pay(({ years }) => years === 0))
})
