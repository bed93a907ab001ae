import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { classifyTitle } from '../classify.ts'
import { measure } from './measure.ts'
import { readGold } from './read-gold.ts'

/** A little below what is reached; the figures themselves are printed by `npm run bench -- occupations`. */
const REACHED = { first: 0.91, third: 0.93, small: 0.92, middle: 0.94, covered: 0.98 }
const SURE = 0.85

const POSTINGS = new URL('../../../../../../shared/data/postings/postings_zh.jsonl.gz', import.meta.url)
const hasPostings = existsSync(POSTINGS)

const heldOut = measure(readGold('held-out'), classifyTitle)

test.each(Object.entries(REACHED))('on titles never looked at, the share of %s stays above %d', (name, least) => {
  expect(heldOut[name as keyof typeof REACHED]).toBeGreaterThanOrEqual(least)
})

test('on titles coded strictly by another hand, five in six first answers are right', () => {
  expect(measure(readGold('independent'), classifyTitle).first).toBeGreaterThanOrEqual(5 / 6)
})

test('of the answers called sure, nine in ten are right', () => {
  const sure = heldOut.bands.filter(({ from }) => from >= SURE)
  const titles = sure.reduce((sum, band) => sum + band.titles, 0)
  const right = sure.reduce((sum, band) => sum + band.right, 0)
  expect(titles).toBeGreaterThan(heldOut.titles / 3)
  expect(right / titles).toBeGreaterThanOrEqual(0.9)
})

test('the stated confidence lies on average within ten points of the share that is right', () => {
  const stated = readGold('held-out').map(
    ({ title, category }) => classifyTitle(title, category ? { category } : {})[0],
  )
  const mean = stated.reduce((sum, best) => sum + (best?.confidence ?? 0), 0) / stated.length
  expect(Math.abs(mean - heldOut.first)).toBeLessThan(0.1)
})

test.skipIf(!hasPostings)(
  '19 in 20 real titles get an occupation by the title alone (skipped without ../shared)',
  () => {
    const lines = gunzipSync(readFileSync(POSTINGS)).toString().trimEnd().split('\n')
    const titles = lines
      .filter((_, at) => at % 20 === 0)
      .map((line) => (JSON.parse(line) as { title?: string }).title ?? '')
    const answered = titles.filter((title) => classifyTitle(title).length > 0)
    expect(answered.length / titles.length).toBeGreaterThanOrEqual(0.95)
  },
)
