import { expect, test } from 'vitest'
import type { Section } from '../bench/figures.ts'
import { EXIT } from '../failure/exit.ts'
import { Stop } from '../failure/stop.ts'
import { messagesIn } from '../messages/index.ts'
import { renshu, shell } from '../testing/run.ts'
import { demandAll } from './bench.ts'

const valueOf = (sections: Section[], section: string, name: string, of?: string) =>
  sections.find((one) => one.name === section)?.figures.find((one) => one.name === name && one.of === of)?.value

test('a small city is measured from end to end, and every answer is the true one', async () => {
  const { code, output } = await renshu('bench match --talents 300 --jobs 60 --threads 1 --json'.split(' '))
  const { sections } = JSON.parse(output) as { sections: Section[] }
  expect(sections.flatMap(({ failure }) => failure ?? [])).toEqual([])
  expect(code).toBe(0)
  expect(sections.map(({ name }) => name)).toEqual([
    'machine',
    'build',
    'cold',
    'recall',
    'latency',
    'explanation',
    'visibility',
    'stream',
    'recallAfterUpdates',
    'snapshot',
    'city',
    'assignment',
  ])
  for (const side of ['jobs', 'talents']) {
    expect(valueOf(sections, 'recall', 'places', side)).toBeGreaterThan(0)
    expect(valueOf(sections, 'recall', 'recall', side)).toBe(1)
    expect(valueOf(sections, 'recallAfterUpdates', 'recall', side)).toBe(1)
    expect(valueOf(sections, 'latency', 'p99', side)).toBeGreaterThan(0)
  }
  expect(valueOf(sections, 'build', 'bytesPerTalent')).toBeGreaterThan(0)
  expect(valueOf(sections, 'assignment', 'blockingPairs')).toBe(0)
  for (const { figures } of sections)
    for (const { name, value, unit } of figures)
      expect(unit === 'text' ? typeof value : Number.isFinite(value), name).toBe(unit === 'text' ? 'string' : true)
})

test('the smallest city there is can be measured too', async () => {
  const { code, errors } = await renshu('bench match --talents 1 --jobs 1 --threads 1'.split(' '))
  expect([code, errors]).toEqual([0, ''])
})

test('what ought to hold and does not ends the run with 1 and is named', () => {
  const sound: Section = { name: 'build', figures: [] }
  expect(() => demandAll([sound])).not.toThrow()
  try {
    demandAll([sound, { name: 'recall', figures: [], failure: 'j1 #2: t3 (5) ≠ t4 (6)' }])
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Stop)
    const { exit, tell } = error as Stop
    expect([EXIT[exit], tell(messagesIn('en'))]).toEqual([
      1,
      '“Recall against everybody judged” did not hold: j1 #2: t3 (5) ≠ t4 (6)',
    ])
  }
})

test('a wrong size is a wrong command line', async () => {
  expect(await renshu(['bench', 'match', '--talents', '0', '--jobs', '5', '--lang', 'en'])).toEqual({
    code: 2,
    output: '',
    errors: 'Error: --talents must be a whole number from 1 to 9999999, not “0”.\nSee: renshu bench --help --lang en\n',
  })
})

test('a peer that is not installed is named with its package before anything is measured', async () => {
  const { code, output, errors } = await shell(
    'PATH=/nowhere $RENSHU bench match --talents 9999999 --jobs 9999999 --peers sqlite --lang en',
  )
  expect([code, output]).toEqual([3, ''])
  expect(errors).toContain('apt-get install sqlite3')
})
