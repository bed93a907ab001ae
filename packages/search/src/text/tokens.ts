import { segment } from '@renshu/codes'
import type { Document } from '../types.ts'
import { isHan } from './pinyin.ts'

/** Fields: weight of a word, usual number of words, whether pairs of characters are indexed too. */
const FIELDS = {
  title: { weight: 6, usual: 3, hasPairs: true },
  names: { weight: 4, usual: 5, hasPairs: true },
  skills: { weight: 2.5, usual: 10, hasPairs: true },
  tags: { weight: 1.5, usual: 10, hasPairs: true },
  description: { weight: 1, usual: 60, hasPairs: false },
} as const
type Field = keyof typeof FIELDS
const ALL_FIELDS = Object.keys(FIELDS) as Field[]

/** A pair of characters tells less than the word it may be part of. */
const PAIR = 0.55
/** One character of a title, for those who type one. */
const CHARACTER = 0.25
/** How much the length of a field counts, and where more of the same stops counting. */
const LENGTH_SHARE = 0.5
const SATURATION = 2

export const LONGEST_FIELD = 10_000
const RUN = /[\u4e00-\u9fff]+/g

/** Neighbouring characters. @example pairsOf('叉车司机') // ['叉车', '车司', '司机'] */
export const pairsOf = (text: string): string[] =>
  [...text.matchAll(RUN)].flatMap(([run]) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))

/** The words of a text in the form in which they are compared. */
export const wordsOf = (text: string): string[] => segment(text.slice(0, LONGEST_FIELD))

const textsOf = (document: Document, field: Exclude<Field, 'description'>): readonly string[] =>
  field === 'title' ? [document.title] : (document[field] ?? [])

type Weights = Map<string, number>
const add = (weights: Weights, term: string, weight: number): void =>
  void weights.set(term, (weights.get(term) ?? 0) + weight)

const addField = (weights: Weights, field: Field, words: readonly string[], texts: readonly string[]): void => {
  const { weight, usual, hasPairs } = FIELDS[field]
  const share = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / usual)
  for (const word of words) add(weights, word, share)
  if (!hasPairs) return
  const known = new Set(words)
  for (const pair of new Set(texts.flatMap((text) => pairsOf(text.normalize('NFKC')))))
    if (!known.has(pair)) add(weights, pair, share * PAIR)
  if (field === 'title')
    for (const character of new Set(texts.join(''))) if (isHan(character)) add(weights, character, share * CHARACTER)
}

/** What parts of the index are made of; for measures of what each adds. */
export type TokenOptions = { pairs: boolean }

/**
 * The terms of a record, each with 1–255: how much the record is about it (BM25 over weighted fields, with the usual
 * lengths as constants, so that a record's numbers do not depend on the others).
 */
export function termsOf(document: Document, { pairs }: TokenOptions = { pairs: true }): Map<string, number> {
  const weights: Weights = new Map()
  for (const field of ALL_FIELDS) {
    const texts = field === 'description' ? [] : textsOf(document, field)
    const words = field === 'description' ? descriptionWords(document) : texts.flatMap(wordsOf)
    addField(weights, field, words, pairs ? texts : [])
  }
  for (const [term, weight] of weights)
    weights.set(term, Math.max(1, Math.round((255 * weight) / (weight + SATURATION))))
  return weights
}

const descriptionWords = ({ description = [] }: Document): readonly string[] =>
  typeof description === 'string' ? wordsOf(description) : description
