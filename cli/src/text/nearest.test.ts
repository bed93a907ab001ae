import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const NAMES = ['top', 'near', 'from', 'out', 'explain', 'json']

test('a slip of the finger finds the name that was meant', () => {
  expect(['topp', 'jsno', 'exp', 'fom', 'TOP'].map((word) => nearest(word, NAMES))).toEqual([
    'top',
    'json',
    'explain',
    'from',
    'top',
  ])
})

test('a word like none of the names finds nothing', () => {
  expect(nearest('verbose', NAMES)).toBeUndefined()
  expect(nearest('x', [])).toBeUndefined()
})
