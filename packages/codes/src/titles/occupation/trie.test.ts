import { expect, test } from 'vitest'
import { makeTrie } from './trie.ts'

const trie = makeTrie(
  new Map(['叉车', '叉车司机', '司机', 'go', 'c', 'c++', 'net', '.net'].map((word) => [word, word])),
)
const found = (text: string) => trie.scan(text).map(({ value }) => value)

test('the longest word wins and words inside it are left out', () => {
  expect(found('急聘叉车司机')).toEqual(['叉车司机'])
})

test('words that follow one another are all found', () => {
  expect(found('叉车和司机')).toEqual(['叉车', '司机'])
})

test('a Latin word stands alone: not inside another, not before a plus', () => {
  expect(found('google')).toEqual([])
  expect(found('go开发')).toEqual(['go'])
  expect(found('c++开发')).toEqual(['c++'])
  expect(found('.net')).toEqual(['.net'])
})

test('nothing is found in an empty text', () => {
  expect(found('')).toEqual([])
})
