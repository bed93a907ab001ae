import { readFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { occupations } from '../occupations/index.ts'
import { lazily } from '../table.ts'

/** How often a word of ours counts as seen; the most frequent words of the dictionary have 100,000s. */
const KEPT = 50_000
const SPLIT = 0

/** Names of occupations short enough to be one word: 焊工, 验光员. Longer ones are several (养老护理员 is 养老 and 护理员). */
const LONGEST_NAME = 3
const HAN = /^[\u4e00-\u9fff]+$/

const shortNames = (): string[] =>
  occupations()
    .filter(({ level, name }) => level === 4 && name.length <= LONGEST_NAME && HAN.test(name))
    .map(({ name }) => name)

const ownWords = lazily(() => {
  const kept = new Set(shortNames())
  const split = new Set<string>()
  const lines = readFileSync(new URL('../../data/segment-words.txt', import.meta.url), 'utf8').split('\n')
  for (const line of lines.filter((line) => line !== '' && !line.startsWith('#')))
    for (const word of line.split(' ').filter((word) => word !== '-')) (line.startsWith('- ') ? split : kept).add(word)
  return { kept, split }
})

/** Made on first use: the dictionary takes a tenth of a second, which no other reader should pay for. */
const jieba = lazily(() => {
  const { kept, split } = ownWords()
  const made = Jieba.withDict(dict)
  const lines = [...kept].map((word) => `${word} ${KEPT} n`).concat([...split].map((word) => `${word} ${SPLIT} n`))
  made.loadDict(Buffer.from(lines.join('\n')))
  return made
})

/** Terms whose signs belong to them, words of letters and figures, and runs of Chinese characters. */
const RUNS =
  /c\+\+|[cf]#|\.net|\d+\.\d+|(?:[a-z]+\d*\.(?:js|net|io|ai|py)|[a-z0-9]+)(?:\+\+)?|[\u3400-\u9fff]+|[\p{L}\p{N}]+/gu
/** 4s店, b超, c语言: the few words of letters and characters that belong together. */
const MIXED = /4s店|b超|c语言|x光|t恤|u盘|ct技师|vip/gu

const splitRun = (run: string): string[] => (HAN.test(run) ? jieba().cut(run, true) : [run])

const wordsOf = (text: string): string[] => (text.match(RUNS) ?? []).flatMap(splitRun)

/**
 * The words of a text in order, lower case, without punctuation; terms such as c++, c#, .net and node.js stay whole.
 * @example segment('C++开发/抖音主播') // ['c++', '开发', '抖音', '主播']
 */
export const segment = (text: string): string[] => {
  const plain = text.normalize('NFKC').toLowerCase()
  const words: string[] = []
  let from = 0
  for (const mixed of plain.matchAll(MIXED)) {
    words.push(...wordsOf(plain.slice(from, mixed.index)), mixed[0])
    from = mixed.index + mixed[0].length
  }
  return from === 0 ? wordsOf(plain) : words.concat(wordsOf(plain.slice(from)))
}

/** Nouns and verbs of two to four characters; names of people and places are tagged otherwise. */
const WORD_LINE = /^([\u4e00-\u9fff]{2,4}) (\d+) (?:n|v|vn|an|a)$/

/**
 * The words of the segmenter that texts are mostly made of, the most frequent first; equally frequent ones in the
 * order of its dictionary. At most `count`, about 150,000 in all.
 * @example frequentWords(2) // ['没有', '国家']
 */
export const frequentWords = (count: number): string[] =>
  new TextDecoder()
    .decode(dict)
    .split('\n')
    .flatMap((line) => {
      const [, word = '', seen] = WORD_LINE.exec(line) ?? []
      return seen === undefined ? [] : [{ word, seen: Number(seen) }]
    })
    .sort((a, b) => b.seen - a.seen)
    .slice(0, count)
    .map(({ word }) => word)
