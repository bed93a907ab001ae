import type { Education, ShiftKind } from '@renshu/contracts'

/** A line of work as the made-up city's employers offer it. Pay and words are examples. */
export interface Trade {
  /** The name it mostly goes by. */
  title: string
  /** Occupation of the 大典 2022. */
  code: string
  /** Starts of the GB/T 4754 codes of those who employ it; empty: everybody does. */
  industries: readonly string[]
  /** How often it is offered beside the other trades of one employer. */
  weight: number
  /** Monthly pay in yuan: where offers begin for beginners, and where they end for the experienced. */
  pay: readonly [from: number, to: number]
  /** What is mostly asked for; null: nothing. */
  education: Education | null
  shifts: readonly ShiftKind[]
  certificates: readonly string[]
  skills: readonly string[]
  /** Other names that postings carry. */
  titles: readonly string[]
  /** What is done there, sentences without their mark. */
  duties: readonly string[]
  /** What is asked for. */
  asks: readonly string[]
}

const list = (text: string, mark = '|'): string[] => text.split(mark).filter(Boolean)

/** A trade from the few words of a table: lists have `|` between, industries and shifts blanks. */
export const trade = (
  [title, code, industries, weight, pay, education]: readonly [
    title: string,
    code: string,
    industries: string,
    weight: number,
    pay: readonly [number, number],
    education: Education | null,
  ],
  words: { titles: string; skills: string; duties: string; asks: string; shifts?: string; certificates?: string },
): Trade => ({
  title,
  code,
  industries: list(industries, ' '),
  weight,
  pay,
  education,
  shifts: list(words.shifts ?? '', ' ') as ShiftKind[],
  certificates: list(words.certificates ?? '', ' '),
  skills: list(words.skills),
  titles: list(words.titles),
  duties: list(words.duties),
  asks: list(words.asks),
})
