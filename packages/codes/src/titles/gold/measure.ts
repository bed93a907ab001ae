import type { OccupationReading, TitleContext } from '../reading.ts'
import type { GoldTitle } from './read-gold.ts'

/** Confidence bands, from below: the lower bound of each. */
export const BANDS = [0, 0.3, 0.5, 0.7, 0.85] as const

export type Band = { from: number; titles: number; right: number }

/** Shares in 0–1 of all titles unless named otherwise. */
export type Measure = {
  titles: number
  /** Titles with any answer. */
  covered: number
  /** The first answer is an accepted code. */
  first: number
  /** The same among the answered ones. */
  firstOfAnswered: number
  /** The first answer is the very code, not one that is also accepted. */
  exact: number
  /** One of the first three answers is an accepted code. */
  third: number
  /** The first answer lies in the 小类 (third level), the 中类 (second level) of an accepted code. */
  small: number
  middle: number
  bands: Band[]
  wrong: { gold: GoldTitle; answers: OccupationReading[] }[]
}

type Classify = (title: string, context?: TitleContext) => OccupationReading[]

export const bandOf = (confidence: number): number => BANDS.findLastIndex((from) => confidence >= from)

const MIDDLE = '0-00'.length
const SMALL = '0-00-00'.length

/** Whether a code lies in the class of an accepted one; `length` is that of the class's code. */
const shares = (code: string | undefined, { accepted }: GoldTitle, length: number): boolean =>
  code !== undefined && [...accepted].some((other) => other.slice(0, length) === code.slice(0, length))

/** A label of three parts accepts everything in its 小类. */
const accepts = ({ accepted }: GoldTitle, code: string): boolean =>
  accepted.has(code) || accepted.has(code.slice(0, SMALL))

/** Runs a classifier over labelled titles. @example measure(readGold('tuning'), classifyTitle).first // 0.8 */
export const measure = (golds: readonly GoldTitle[], classify: Classify): Measure => {
  const bands = BANDS.map((from): Band => ({ from, titles: 0, right: 0 }))
  const wrong: Measure['wrong'] = []
  const counts = { covered: 0, first: 0, exact: 0, third: 0, small: 0, middle: 0 }
  for (const gold of golds) {
    const answers = classify(gold.title, gold.category ? { category: gold.category } : {})
    const [best] = answers
    const isRight = best !== undefined && accepts(gold, best.code)
    const band = best && bands[bandOf(best.confidence)]
    if (band) band.titles += 1
    if (band && isRight) band.right += 1
    if (best) counts.covered += 1
    if (best?.code === gold.code) counts.exact += 1
    if (isRight) counts.first += 1
    else wrong.push({ gold, answers })
    if (answers.slice(0, 3).some(({ code }) => accepts(gold, code))) counts.third += 1
    if (shares(best?.code, gold, SMALL)) counts.small += 1
    if (shares(best?.code, gold, MIDDLE)) counts.middle += 1
  }
  const share = (count: number): number => (golds.length === 0 ? 0 : count / golds.length)
  return {
    titles: golds.length,
    covered: share(counts.covered),
    first: share(counts.first),
    firstOfAnswered: counts.covered === 0 ? 0 : counts.first / counts.covered,
    exact: share(counts.exact),
    third: share(counts.third),
    small: share(counts.small),
    middle: share(counts.middle),
    bands,
    wrong,
  }
}
