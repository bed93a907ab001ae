import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inspectFile } from './inspect-file.ts'

const SEEKERS = fileURLToPath(
  new URL('../../../../../shared/data/seekers/teddy2023_seekers_masked.jsonl', import.meta.url),
)
const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const isAbsent = !existsSync(SEEKERS)

test.skipIf(isAbsent)('the 847 real profiles are understood (skipped where ../shared is absent)', async () => {
  const { kind, rows, rejected, fields } = await inspectFile(SEEKERS)
  expect({ kind, rows, rejected }).toEqual({ kind: 'talents', rows: 847, rejected: 164 })
  for (const field of ['salary', 'place', 'education', 'experience', 'occupation'] as const) {
    expect(fields[field].nonEmpty, field).toBeGreaterThan(100)
    expect(fields[field].share, field).toBeGreaterThanOrEqual(0.99)
  }
})

const reasons = async (name: string) => {
  const { rows, rejected, duplicates, rejects, kind } = await inspectFile(`${EXAMPLES}${name}`)
  return { kind, rows, rejected, duplicates, reasons: rejects.map((reject) => reject.reason).sort() }
}

test('the example files hold the rejects and repeats their README names', async () => {
  expect(await reasons('jobs.xlsx')).toEqual({
    kind: 'jobs',
    rows: 42,
    rejected: 5,
    duplicates: 1,
    reasons: ['id.duplicate', 'row.repeatedHeader', 'title.meaningless', 'title.missing', 'title.missing'],
  })
  expect(await reasons('talents.csv')).toEqual({
    kind: 'talents',
    rows: 33,
    rejected: 3,
    duplicates: 0,
    reasons: ['id.duplicate', 'row.unbalancedQuote', 'wish.missing'],
  })
  expect(await reasons('jobs.jsonl')).toEqual({
    kind: 'jobs',
    rows: 16,
    rejected: 2,
    duplicates: 1,
    reasons: ['row.notJson', 'title.missing'],
  })
})
