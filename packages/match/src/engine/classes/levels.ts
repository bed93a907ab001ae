import { EDUCATION_LEVELS, educationRank, type EducationLevel, type Fen } from '@renshu/codes'
import { daysBetween } from '../../days.ts'

/**
 * How one side's parts are put on a scale on which a higher level is kept at least as often, whatever the other side asks.
 * A level may hold several values; `best` is a part as lenient as the most lenient of them, so that asking the definition
 * about it tells whether any of them can be kept. The top level holds what is not stated, which is always kept.
 */
export type Levels = {
  top: number
  of: (part: unknown) => number
  best: (level: number) => unknown
  /** Parts of which one gets as many points as any part of this level or a lower one, except of the top level. */
  most?: (level: number) => readonly unknown[]
}

type Scale<Part> = {
  top: number
  of: (part: Part) => number
  best: (level: number) => Part
  most?: (level: number) => readonly Part[]
}
const levels = <Part>(scale: Scale<Part>): Levels => scale as Levels

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value))

const EDUCATION_TOP = 15
const HIGHEST = Math.max(...EDUCATION_LEVELS.map(educationRank))
const ofRank = (rank: number) => EDUCATION_LEVELS.findLast((level) => educationRank(level) === clamp(rank, HIGHEST))!
const isStated = (level: EducationLevel | undefined): level is EducationLevel => level !== undefined && level !== 'none'

/** More of it is never worse in somebody who answers, less of it never worse in a job. */
export const heldEducation = levels<EducationLevel | undefined>({
  top: EDUCATION_TOP,
  of: (held) => (isStated(held) ? educationRank(held) : EDUCATION_TOP),
  best: (level) => (level === EDUCATION_TOP ? undefined : ofRank(level)),
})
export const askedEducation = levels<EducationLevel | undefined>({
  top: EDUCATION_TOP,
  of: (asked) => (isStated(asked) ? HIGHEST - educationRank(asked) : EDUCATION_TOP),
  best: (level) => (level === EDUCATION_TOP ? undefined : ofRank(HIGHEST - level)),
})

const YEARS_TOP = 63
const MOST_YEARS = YEARS_TOP - 1
/** The number next below, of one that is not zero. */
const before = (years: number): number => years * (1 - Number.EPSILON / 2)

export const heldYears = levels<number | undefined>({
  top: YEARS_TOP,
  of: (years) => (years === undefined ? YEARS_TOP : clamp(Math.floor(years), MOST_YEARS)),
  best: (level) => (level === YEARS_TOP ? undefined : level === MOST_YEARS ? Number.MAX_VALUE : before(level + 1)),
})
export const askedYears = levels<number | undefined>({
  top: YEARS_TOP,
  of: (years) => (years === undefined ? YEARS_TOP : MOST_YEARS - clamp(Math.floor(years), MOST_YEARS)),
  best: (level) => (level === YEARS_TOP ? undefined : level === MOST_YEARS ? -Number.MAX_VALUE : MOST_YEARS - level),
})

const DAYS_TOP = 1023
const LAST_DAY = DAYS_TOP - 1
const DAY = 86_400_000
/** Days before the day of the match that still have levels of their own. */
const PAST = 256
export const BEFORE_ALL = '0000-01-01'
export const AFTER_ALL = '9999-12-31'
const FIRST_DAY = Date.parse(BEFORE_ALL)

const dayAfter = (day: string, days: number): string =>
  new Date(clamp(Date.parse(day) + days * DAY - FIRST_DAY, Date.parse(AFTER_ALL) - FIRST_DAY) + FIRST_DAY)
    .toISOString()
    .slice(0, BEFORE_ALL.length)

export const availableDays = (asOf: string): Levels =>
  levels<string | undefined>({
    top: DAYS_TOP,
    of: (day) => (day === undefined ? DAYS_TOP : LAST_DAY - clamp(PAST + daysBetween(asOf, day), LAST_DAY)),
    best: (level) =>
      level === DAYS_TOP ? undefined : level === LAST_DAY ? BEFORE_ALL : dayAfter(asOf, LAST_DAY - level - PAST),
  })
export const startDays = (asOf: string): Levels =>
  levels<string | undefined>({
    top: DAYS_TOP,
    of: (day) => (day === undefined ? DAYS_TOP : clamp(PAST + daysBetween(asOf, day), LAST_DAY)),
    best: (level) => (level === DAYS_TOP ? undefined : level === LAST_DAY ? AFTER_ALL : dayAfter(asOf, level - PAST)),
  })

type Pay = { min?: Fen; max?: Fen }
const PAY_TOP = 1023
const MOST_PAY = PAY_TOP - 1
/** A step of pay is an exponent and six more bits of a 32-bit float, so each is 1–1.6 % above the one before. */
const STEP_BITS = 17
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)
const stepOf = (fen: number): number => {
  float[0] = fen
  return bits[0]! >>> STEP_BITS
}
/** 81.92 yuan; sixteen doublings above it, 5.3 million yuan, is the last step. */
const FIRST_STEP = stepOf(2 ** 13)
const payStep = (fen: number): number => clamp(stepOf(fen) - FIRST_STEP, MOST_PAY)
const bottomOf = (step: number): number => {
  bits[0] = (step + FIRST_STEP) << STEP_BITS
  return float[0]!
}
/** What rounding to a 32-bit float may have moved. */
const ROUNDING = 2 ** -22

const leastWish = (level: number): Pay | undefined =>
  level === PAY_TOP
    ? undefined
    : { min: level === MOST_PAY ? 0 : Math.floor(bottomOf(MOST_PAY - level) * (1 - ROUNDING)) }

export const wishedPay = levels<Pay | undefined>({
  top: PAY_TOP,
  of: (wish) => (wish?.min === undefined ? PAY_TOP : MOST_PAY - payStep(wish.min)),
  best: leastWish,
  most: (level) => [leastWish(level)],
})

const highestOffer = (level: number): number =>
  level === MOST_PAY ? Number.MAX_VALUE : Math.ceil(bottomOf(level + 1) * (1 + ROUNDING))

export const offeredPay = levels<Pay | undefined>({
  top: PAY_TOP,
  of: (offer) => (offer?.max === undefined ? PAY_TOP : payStep(offer.max)),
  best: (level) => (level === PAY_TOP ? undefined : { max: highestOffer(level) }),
  // Of offers that end alike, the one that also begins there; without an end, the highest beginning.
  most: (level) =>
    level === PAY_TOP
      ? [undefined, { min: Number.MAX_VALUE }]
      : [{ min: highestOffer(level), max: highestOffer(level) }],
})
