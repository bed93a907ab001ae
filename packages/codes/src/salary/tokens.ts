import { readSmallChinese } from '../chinese-number.ts'
import { type Token, WORD_LENGTHS, WORDS } from './words.ts'

const SCALES: Record<string, number> = { 百: 100, 千: 1000, k: 1000, 万: 10_000, w: 10_000 }
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
const LETTERS = /[a-z0-9]+/y
const CLOCK = /\d{1,2}:\d{2}/y

type Read<T> = { value: T; end: number } | undefined

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const readCoefficient = (text: string, at: number): Read<number> => {
  const arabic = matchAt(ARABIC, text, at)
  if (arabic !== undefined) return { value: Number(arabic.replaceAll(',', '')), end: at + arabic.length }
  return readSmallChinese(text, at)
}

/** The scale letter at a place; `k` and `w` count only where no word goes on (5k, not 5kg). */
const scaleAt = (text: string, at: number): number => {
  const char = text[at] ?? ''
  const scale = SCALES[char] ?? 0
  return (char === 'k' || char === 'w') && /[a-z0-9]/.test(text[at + 1] ?? '') ? 0 : scale
}

/** 三四千: the two figures of a colloquial range. */
const readPair = (text: string, at: number): Read<Token> => {
  const low = readSmallChinese(text, at)
  const high = low && readSmallChinese(text, low.end)
  if (!low || !high || /\d/.test(text[at] ?? '')) return undefined
  const scale = scaleAt(text, high.end)
  if (scale === 0 || high.value <= low.value || high.value > 10) return undefined
  return { value: { kind: 'figure', value: low.value * scale, high: high.value * scale, scale }, end: high.end + 1 }
}

/** What follows a scale: 2 in 1万2 is two thousand, 5千 in 1万5千 is itself. */
const readTail = (text: string, at: number, scale: number): Read<number> => {
  const rest = readCoefficient(text, text[at] === '零' ? at + 1 : at)
  if (!rest || !Number.isInteger(rest.value)) return undefined
  const smaller = scaleAt(text, rest.end)
  if (smaller > 0 && smaller < scale) {
    const tail = readTail(text, rest.end + 1, smaller)
    return { value: rest.value * smaller + (tail?.value ?? 0), end: tail?.end ?? rest.end + 1 }
  }
  if (rest.end !== at + 1 || smaller > 0 || /[\d小天年月人名岁个%薪.:]/.test(text[rest.end] ?? '')) return undefined
  return { value: (rest.value * scale) / 10, end: rest.end }
}

const readFigure = (text: string, at: number): Read<Token> => {
  const pair = readPair(text, at)
  if (pair) return pair
  const coefficient = readCoefficient(text, at)
  if (!coefficient) return undefined
  const scale = scaleAt(text, coefficient.end)
  const isChinese = !/\d/.test(text[at] ?? '')
  if (scale === 0) {
    return { value: { kind: 'figure', value: coefficient.value, scale: 1 }, end: coefficient.end }
  }
  const tail = Number.isInteger(coefficient.value) || isChinese ? readTail(text, coefficient.end + 1, scale) : undefined
  const value = coefficient.value * scale + (tail?.value ?? 0)
  return { value: { kind: 'figure', value, scale }, end: tail?.end ?? coefficient.end + 1 }
}

const readWord = (text: string, at: number): Read<Token> => {
  for (const length of WORD_LENGTHS.get(text[at]!) ?? []) {
    const token = WORDS.get(text.slice(at, at + length))
    const cutsWord = token && /[a-z]/.test(text[at + length - 1] ?? '') && /[a-z]/.test(text[at + length] ?? '')
    if (token && at + length <= text.length && !cutsWord) return { value: token, end: at + length }
  }
  return undefined
}

/** Part of a number plate or a job number (207604wd, 0815), not an amount. */
const isGlued = (text: string, at: number, end: number): boolean =>
  /[0-9]/.test(text[at] ?? '') &&
  (/^0\d/.test(text.slice(at, at + 2)) || (/[a-z]/.test(text[end] ?? '') && readWord(text, end) === undefined))

const OTHER: Token = { kind: 'other' }

const readOne = (text: string, at: number): { value: Token; end: number } => {
  const clock = matchAt(CLOCK, text, at)
  if (clock !== undefined) return { value: OTHER, end: at + clock.length }
  const word = readWord(text, at)
  if (word && word.end - at > 1) return word
  const read = readFigure(text, at) ?? word
  if (read && !isGlued(text, at, read.end)) return read
  const letters = matchAt(LETTERS, text, at)
  return { value: OTHER, end: at + (letters?.length ?? 1) }
}

/** The words of a text that `plain` has prepared; what is not in the vocabulary becomes `other`. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const { value, end } = readOne(text, at)
    tokens.push(value)
    at = end
  }
  return tokens
}
