import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip, displayWidth, padLeft, padRight, wrap, wrapItems } from './width.ts'

const mixedText = fc.string({
  unit: fc.constantFrom('叉', '车', 'a', 'B', '1', '，', '。', ' ', '、', 'é', '😀'),
  maxLength: 60,
})

const isWord = (line: string): boolean => /^[\u0021-\u007e]+$/.test(line)

test('a Chinese character, a full-width letter and an emoji fill two columns, a combining mark none', () => {
  expect(['叉车', 'ＡＢ', '（', '😀', 'abc', 'e\u0301'].map(displayWidth)).toEqual([4, 4, 2, 2, 3, 1])
})

test('padding counts columns, not characters', () => {
  expect(padRight('叉车', 6)).toBe('叉车  ')
  expect(padLeft('9.5', 5)).toBe('  9.5')
  expect(padRight('叉车司机', 6)).toBe('叉车司机')
})

test('what is cut is marked and never wider than allowed', () => {
  expect(clip('青岛市黄岛区', 7)).toBe('青岛市…')
  fc.assert(
    fc.property(mixedText, fc.integer({ min: 1, max: 40 }), (text, width) => displayWidth(clip(text, width)) <= width),
  )
})

test('wrapping loses nothing but spaces', () => {
  fc.assert(
    fc.property(mixedText, fc.integer({ min: 4, max: 40 }), (text, width) => {
      expect(wrap(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})

test('no line is wider than allowed, as long as a word fits', () => {
  fc.assert(
    fc.property(mixedText, fc.integer({ min: 4, max: 40 }), (text, width) => {
      expect(wrap(text, width).filter((line) => displayWidth(line) > width && !isWord(line))).toEqual([])
    }),
  )
})

test('a line is broken at the width, but no line begins with a comma', () => {
  expect(wrap('岗位名称与意向一致，薪资达到', 18)).toEqual(['岗位名称与意向一', '致，薪资达到'])
  expect(wrap('salary is met and more', 10)).toEqual(['salary is', 'met and', 'more'])
})

test('an opening bracket goes with what it opens', () => {
  expect(wrap('岗位名称（叉车）', 10)).toEqual(['岗位名称', '（叉车）'])
})

test('items stay whole', () => {
  expect(wrapItems(['a', 'b'], ', ', 30)).toEqual(['a, b'])
  expect(wrapItems(['“吉林” 7 次', '“异地招聘” 166 次', '“国外”'], '、', 30)).toEqual([
    '“吉林” 7 次、',
    '“异地招聘” 166 次、“国外”',
  ])
})
