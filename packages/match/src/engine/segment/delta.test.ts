import { expect, test } from 'vitest'
import { IndexFull, InvalidRecord } from '../../errors.ts'
import { DEFAULT_SETTINGS } from '../../settings.ts'
import { AS_OF, makeTalent } from '../../testing/fixtures.ts'
import { LEARNED_TITLES } from '../../titles.ts'
import type { Talent } from '../../types.ts'
import { buildParts, openScene } from '../parts.ts'
import { append, openDelta } from './delta.ts'
import { Draft } from './draft.ts'
import { layOut } from './layout.ts'
import { isGone } from './segment.ts'

const { encoder } = buildParts(openScene(AS_OF, DEFAULT_SETTINGS, LEARNED_TITLES), [], [])
const masses = { skillWeight: () => 1, wordWeight: () => 1, frequency: () => 1 }

function openPair() {
  const delta = openDelta(2)
  const put = (change: Partial<Talent>) =>
    append(delta, encoder.talent(makeTalent(change)), new Uint32Array([1, 2, 3, 4, 5]), masses)
  return { delta, put }
}

test('a full delta refuses one more and stays as it was, even where the id is its own', () => {
  const { delta, put } = openPair()
  put({ id: 'a' })
  put({ id: 'b' })
  expect(() => put({ id: 'a', skills: ['叉车'] })).toThrow(IndexFull)
  expect(delta.size).toEqual({ records: 2, rows: 2 })
  expect([delta.ids.find('a'), isGone(delta, 0), isGone(delta, 1)]).toEqual([0, false, false])
})

test.each<[string, Partial<Talent>]>([
  ['wishes', { wishes: Array.from({ length: 7 }, (_, i) => ({ title: `wish ${i}`, occupations: [] })) }],
  ['skills', { skills: Array.from({ length: 97 }, (_, i) => `skill ${i}`) }],
  ['words', { terms: Array.from({ length: 257 }, (_, i) => `word ${i}`) }],
  ['an id', { id: 'x'.repeat(81) }],
])('a record whose %s have no room is refused, and a smaller one still finds its place', (_, change) => {
  const { delta, put } = openPair()
  expect(() => put(change)).toThrow(IndexFull)
  expect(delta.size).toEqual({ records: 0, rows: 0 })
  put({ id: 'small' })
  expect(delta.ids.find('small')).toBe(0)
})

test.each([-0.1, 1.1, Number.NaN, Infinity])('a confidence of %d is refused', (confidence) => {
  const wishes = [{ title: '叉车工', occupations: [{ code: '6-30-05-01', confidence }] }]
  expect(() => encoder.talent(makeTalent({ wishes }))).toThrow(InvalidRecord)
})

test('words may weigh more together than 32 bits hold', () => {
  const [delta, heavy] = [openDelta(1), { ...masses, wordWeight: () => 2 ** 31 }]
  append(delta, encoder.talent(makeTalent({ terms: ['a', 'b', 'c'] })), new Uint32Array(5), heavy)
  expect(delta.words.total[0]).toBe(3 * 2 ** 31)
  const draft = new Draft()
  draft.push(encoder.talent(makeTalent({ terms: ['a', 'b', 'c'] })))
  draft.addSieve(() => {})
  const words = new Uint32Array(1000).fill(2 ** 31)
  expect(layOut(draft, new Uint32Array(100), 0, { skills: words, words }).words.total[0]).toBe(3 * 2 ** 31)
})
