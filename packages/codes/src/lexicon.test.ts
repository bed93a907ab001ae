import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { makeLexicon } from './lexicon.ts'

test('the longest word that starts at the place wins', () => {
  const longestAt = makeLexicon(['青岛', '青岛市', '市南'])
  expect(longestAt('青岛市南', 0)).toBe('青岛市')
  expect(longestAt('青岛市南', 2)).toBe('市南')
  expect(longestAt('青岛市南', 1)).toBeUndefined()
  expect(longestAt('青', 0)).toBeUndefined()
})

test('it finds what trying every word would find', () => {
  assert(
    property(array(string({ minLength: 1, maxLength: 3, unit: 'grapheme-ascii' })), string(), (words, text) => {
      const longestAt = makeLexicon(words)
      for (let at = 0; at < text.length; at += 1) {
        const fitting = words.filter((word) => text.startsWith(word, at)).map((word) => word.length)
        expect(longestAt(text, at)?.length ?? 0).toBe(Math.max(0, ...fitting))
      }
    }),
  )
})
