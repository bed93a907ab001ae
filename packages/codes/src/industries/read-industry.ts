import { type Lexicon, makeLexicon } from '../lexicon.ts'
import { plain } from '../plain.ts'
import { lazily, readTable } from '../table.ts'
import { industries, industry } from './industry.ts'

/**
 * The industries a label names. `codes` are on the level that is certain: a label that names a section and a part of it
 * (金融/证券) gives the section; several codes mean that the work lies in at least one of them. `evidence` are the words
 * that led there.
 */
export type IndustryReading = { text: string } & (
  | { kind: 'industry'; codes: string[]; evidence: string }
  | { kind: 'unknown' }
)

/** Shorter official names (教育, 体育) and the rest groups (其他…) mean too many things inside a longer text. */
const SHORTEST_INSIDE = 4

type Words = { codes: Map<string, string[]>; longestAt: Lexicon }

const officialNames = lazily(() => {
  const names = new Map<string, string>()
  // The first entry of a name is the highest one: 房地产业 is the section K before the division K70.
  for (const { code, name } of industries()) if (!names.has(plain(name))) names.set(plain(name), code)
  return names
})

const words = lazily((): Words => {
  const codes = new Map<string, string[]>()
  for (const [name, code] of officialNames())
    if (name.length >= SHORTEST_INSIDE && !name.startsWith('其他')) codes.set(name, [code])
  for (const [word = '', list = ''] of readTable('industry-words.tsv'))
    codes.set(word.toLowerCase(), list.split(' ').filter(Boolean))
  return { codes, longestAt: makeLexicon(codes.keys()) }
})

const wordAt = (text: string, start: number): string | undefined => {
  const word = words().longestAt(text, start)
  return word && (word.length > 1 || standsAlone(text, start)) ? word : undefined
}

const SEPARATOR = /[\s/、,，;|·-]/
const isSeparator = (char: string | undefined): boolean => char === undefined || SEPARATOR.test(char)

/** A word of one character counts only between separators: 农/林/牧/渔. */
const standsAlone = (text: string, at: number): boolean => isSeparator(text[at - 1]) && isSeparator(text[at + 1])

const findWords = (text: string): string[] => {
  const found: string[] = []
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at)
    if (word) found.push(word)
    at += word?.length ?? 1
  }
  return [...new Set(found)].filter((word) => words().codes.get(word)?.length)
}

const liesIn = (code: string, other: string): boolean => {
  for (let at = industry(code)?.parent; at; at = industry(at)?.parent) if (at === other) return true
  return false
}

const topmost = (codes: string[]): string[] => codes.filter((code) => !codes.some((other) => liesIn(code, other)))

/**
 * Reads an industry as registers and job boards write it: an official name of GB/T 4754-2017, or words such as
 * "互联网/电子商务", "计算机软件", "机械/设备/重工".
 * @example readIndustry('餐饮业') // { kind: 'industry', codes: ['H62'], evidence: '餐饮业', … }
 */
export const readIndustry = (text: string): IndustryReading => {
  const label = plain(text)
  const official = officialNames().get(label)
  if (official) return { text, kind: 'industry', codes: [official], evidence: label }
  const found = findWords(label)
  if (found.length === 0) return { text, kind: 'unknown' }
  const codes = [...new Set(found.flatMap((word) => words().codes.get(word) ?? []))]
  return { text, kind: 'industry', codes: topmost(codes), evidence: found.join('、') }
}
