import {
  cleanTitle,
  educationRank,
  EDUCATION_LEVELS,
  readEducation,
  readEmploymentTypes,
  readPlace,
  readSalary,
  readWelfare,
  segment,
  type Welfare,
} from '@renshu/codes'
import { type Filters, UNSTATED, type Wish, type WishField } from '../types.ts'
import { isJobName } from '../text/synonyms.ts'
import { isEmptyWord } from './words.ts'

/** The reader of titles keeps a text that is nothing but a place or a pay; with a job before it, it does not have to. */
const JOB = '普工'
/** Benefits that are as often the trade itself: 食堂, 培训, 体检. They are searched as words. */
const TRADES = new Set<Welfare>(['canteen', 'training', 'checkup', 'trips', 'gym', 'teamEvents', 'snacks', 'birthday'])
const AMOUNT = /^[\d.,零一二两三四五六七八九十百千万kw元块钱月薪每至到以上下起左右底多\-~+]+$/
const LONGEST_WINDOW = 5
/** Every benefit is a filter of its own, and there are not many of those. */
const MOST_BENEFITS = 6

/** A text without what was understood, and that. */
export type WishReading = { words: string; wishes: readonly Wish[] }

const welfareOf = (text: string): Welfare[] => {
  const found = readWelfare(text).filter((code) => !TRADES.has(code))
  // 五险一金 says both of its halves in one.
  const isWhole = found.includes('insuranceAndFund')
  return isWhole ? found.filter((code) => code !== 'insurance' && code !== 'housingFund') : found
}

const payOf = (text: string): string[] => {
  const pay = AMOUNT.test(text) ? readSalary(text) : undefined
  const amount = pay?.kind === 'range' ? (pay.min ?? pay.max) : undefined
  return amount === undefined ? [] : [String(amount)]
}

const placesOf = (text: string): readonly string[] => {
  const place = readPlace(text)
  return place.kind === 'division' ? place.codes : []
}

const educationOf = (text: string): string[] => {
  const education = readEducation(text)
  return education.kind === 'level' && education.level !== 'none' ? [education.level] : []
}

/** A piece that names a division by its kind: 西海岸新区, 胶州市; what only begins like one (青岛港) is no place. */
const DIVISION = /[区市县镇乡]$|街道$/
const readDivision = (piece: string): Wish[] =>
  DIVISION.test(piece) ? placesOf(piece).map((code) => ({ field: 'place', code, text: piece })) : []

/** What a piece that is no job says, read as one thing only. */
const READERS: readonly [WishField, (text: string) => readonly string[]][] = [
  ['welfare', welfareOf],
  ['employment', readEmploymentTypes],
  ['pay', payOf],
  ['education', educationOf],
  ['place', placesOf],
]

const readPiece = (text: string): Wish[] => {
  for (const [field, read] of READERS) {
    const codes = read(text)
    if (codes.length > 0) return codes.map((code) => ({ field, code, text }))
  }
  return []
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

/** The longest run of words from a position on of which each end says something about pay or benefits. */
const windowAt = (words: readonly string[], at: number): { wishes: Wish[]; length: number } | undefined => {
  for (let length = Math.min(LONGEST_WINDOW, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length)
    const text = part.join('')
    const pay = payOf(text)
    if (pay.length > 0) return { wishes: pay.map((code) => ({ field: 'pay', code, text })), length }
    const welfare = welfareOf(text)
    const shorter = length > 1 ? [part.slice(1), part.slice(0, -1)].map((words) => welfareOf(words.join(''))) : [[]]
    if (welfare.length > 0 && shorter.every((codes) => !isSame(codes, welfare)))
      return { wishes: welfare.map((code) => ({ field: 'welfare', code, text })), length }
  }
  return undefined
}

/**
 * A piece that is said in a sentence: 一个月五千包吃住的活, or 一个月八千的客服, of which the job is left. Only where it
 * says nothing else: 双休 or a number may as well be part of a name.
 */
const readSentence = (piece: string): { wishes: Wish[]; job: string } => {
  const words = segment(piece)
  const wishes: Wish[] = []
  let job = ''
  let isSaid = false
  for (let at = 0; at < words.length;) {
    const found = windowAt(words, at)
    if (found) wishes.push(...found.wishes)
    else if (isEmptyWord(words[at]!)) isSaid = true
    else job += words[at]!
    at += found?.length ?? 1
  }
  return job === '' || (isSaid && isJobName(job)) ? { wishes, job } : { wishes: [], job: '' }
}

/**
 * Takes place, pay, benefits, kind of work and education out of what was typed, by the readers of postings.
 * @param verbatim fields that stay words
 * @example readWish('叉车 三千 包住 黄岛', []).words // '叉车'
 */
export function readWish(text: string, verbatim: readonly WishField[]): WishReading {
  const { title, facts } = cleanTitle(`${JOB} ${text}`)
  const isCut = title.startsWith(JOB)
  const kept: string[] = []
  const wishes: Wish[] = []
  const take = (piece: string, found: readonly Wish[], job = ''): void => {
    if (found.length === 0 || found.some(({ field }) => verbatim.includes(field))) return void kept.push(piece)
    wishes.push(...found)
    if (job !== '') kept.push(job)
  }
  const rest = isCut ? title.slice(JOB.length) : text
  for (const piece of rest.split(/\s+/).filter((piece) => piece !== '')) {
    const places = readDivision(piece)
    const said = readSentence(piece)
    if (places.length > 0) take(piece, places)
    else take(piece, said.wishes, said.job)
  }
  for (const piece of isCut ? facts.removed : []) take(piece, readPiece(piece))
  return { words: kept.join(' '), wishes: wishes.filter(isFirst) }
}

const isFirst = ({ field, code }: Wish, at: number, all: readonly Wish[]): boolean =>
  all.findIndex((other) => other.field === field && other.code === code) === at

/** Codes of postings that are open to a person with this education. */
export const openTo = (education: string): string[] => {
  const own = EDUCATION_LEVELS.find((level) => level === education) ?? 'none'
  return [...EDUCATION_LEVELS.filter((level) => educationRank(level) <= educationRank(own)), UNSTATED]
}

/** Wishes as filters: any of the places, every benefit. */
export function filtersOf(wishes: readonly Wish[]): Filters {
  const codesOf = (field: WishField): string[] => wishes.filter((wish) => wish.field === field).map(({ code }) => code)
  const [places, employment] = [codesOf('place'), codesOf('employment')]
  const welfare = codesOf('welfare').slice(0, MOST_BENEFITS)
  const [pay] = codesOf('pay')
  const [education] = codesOf('education')
  return {
    codes: {
      ...(places.length > 0 && { place: places }),
      ...(employment.length > 0 && { employment }),
      ...(education !== undefined && { education: openTo(education) }),
    },
    ...(welfare.length > 0 && { every: { welfare } }),
    ...(pay !== undefined && { pay: Number(pay) }),
  }
}
