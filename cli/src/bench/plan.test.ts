import { expect, test } from 'vitest'
import { Stop } from '../failure/stop.ts'
import { messagesIn } from '../messages/index.ts'
import { parseCommand } from '../parse.ts'
import { planFrom } from './plan.ts'

const plan = (words: string) => planFrom(parseCommand('bench', words.split(' ').filter(Boolean)))

/** The exit and the sentence of a refused command line. */
function refusal(words: string): [string, string] {
  try {
    plan(words)
  } catch (error) {
    if (error instanceof Stop) return [error.exit, error.tell(messagesIn('en'))]
    throw error
  }
  return ['accepted', '']
}

test('only the sizes must be named', () => {
  expect(plan('match --talents 9999999 --jobs 1')).toMatchObject({
    talents: 9_999_999,
    jobs: 1,
    peers: [],
    questions: 2000,
    seed: 1,
  })
  expect(plan('match --talents 1 --jobs 1').threads).toBeGreaterThan(0)
})

test('peers are taken once and in one order', () => {
  expect(plan('match --talents 5 --jobs 5 --peers sqlite,postgres,sqlite').peers).toEqual(['postgres', 'sqlite'])
})

test.each(['0', '-1', '1.5', '1e3', 'ten', '10000000', '99999999999999999999'])('a size of %s is refused', (size) => {
  const [exit, sentence] = refusal(`match --talents=${size} --jobs 5`)
  expect(exit).toBe('usage')
  expect(sentence).toBe(`--talents must be a whole number from 1 to 9999999, not “${size}”.`)
})

test('other numbers have their own ranges', () => {
  expect(refusal('match --talents 5 --jobs 5 --threads 16')[1]).toContain(
    '--threads must be a whole number from 1 to 15',
  )
  expect(refusal('match --talents 5 --jobs 5 --questions 0')[1]).toContain('--questions must be')
  expect(refusal('match --talents 5 --jobs 5 --seed=-1')[1]).toContain('--seed must be a whole number from 0')
  expect(plan('match --talents 5 --jobs 5 --seed 0').seed).toBe(0)
})

test('an unknown peer, a missing size and another subject are named', () => {
  expect(refusal('match --talents 5 --jobs 5 --peers postgres,oracle')).toEqual([
    'usage',
    '--peers cannot be “oracle”, only postgres, sqlite.',
  ])
  expect(refusal('match --jobs 5')).toEqual(['usage', 'renshu bench match still needs: --talents.'])
  expect(refusal('titles --talents 5 --jobs 5')[1]).toContain('“titles”')
  expect(refusal('--talents 5 --jobs 5')).toEqual(['usage', 'renshu bench still needs: match.'])
})
