import type { EmploymentType } from '@renshu/codes'
import type { Talent } from '@renshu/match'
import type { Dice } from '../chance/dice.ts'
import { oneOf } from '../chance/pick.ts'
import { COMMON } from '../trades/certificate-table.ts'
import type { Trade } from '../trades/trade.ts'
import { drawCount } from './counts.ts'
import { drawStart, drawUpdate } from './dates.ts'
import { drawWishedPay } from './pay.ts'
import { drawRefusals } from './refusals.ts'
import { drawRank, levelOf } from './schooling.ts'
import type { Setting } from './setting.ts'

/** Age at which each rank of education is left, from none to doctor. */
const LEAVES_AT = [16, 16, 16, 18.5, 21.5, 22.5, 25.5, 29]
const YOUNGEST = 16
const AGES = 44
/** Above one: the market is young. */
const YOUTH = 1.35
const RANK_SPREAD = 0.75
const LOWEST = 1
/** Years of a life that are not spent at work, mean of the positive side. */
const GAP_YEARS = 1.2
/** Who has worked less than this counts in halves. */
const IN_HALVES = 3

type Life = { age: number; rank: number; years: number }

function drawLife(dice: Dice, { market }: Trade): Life {
  const rank = drawRank(dice, market.education, RANK_SPREAD, LOWEST)
  const left = LEAVES_AT[rank]!
  const age = Math.max(Math.ceil(left), YOUNGEST + Math.floor(AGES * dice.roll() ** YOUTH))
  const worked = Math.max(0, age - left - GAP_YEARS * Math.abs(dice.normal()))
  return { age, rank, years: worked < IN_HALVES ? Math.round(worked * 2) / 2 : Math.round(worked) }
}

const WISHES = oneOf([
  [1, 61],
  [2, 26],
  [3, 13],
])

function drawWishes(dice: Dice, first: Trade, years: number, { trades }: Setting): Talent['wishes'] {
  const wishes = [trades.read(trades.choose(dice, first, years))]
  for (let more = WISHES(dice) - 1; more > 0; more--) {
    const wish = trades.read(trades.choose(dice, trades.neighbour(dice, first), years))
    if (!wishes.includes(wish)) wishes.push(wish)
  }
  return wishes
}

function drawCertificates(dice: Dice, { licences }: Trade, { rank }: Life): string[] {
  const certificates: string[] = []
  for (const { certificate, held } of licences) if (dice.happens(held)) certificates.push(certificate)
  for (const [certificate, education, held] of COMMON)
    if (rank >= education && dice.happens(held) && !certificates.includes(certificate)) certificates.push(certificate)
  return certificates
}

const EMPLOYMENT = oneOf<EmploymentType[] | undefined>([
  [undefined, 40],
  [['fullTime'], 48],
  [['fullTime', 'partTime'], 4],
  [['partTime'], 4],
  [['temporary', 'gig'], 1.5],
  [['partTime', 'gig'], 1.5],
  [['fullTime', 'dispatch'], 1],
])
const STUDENT_AGE = 23
const INTERN = 0.2

const drawEmployment = (dice: Dice, age: number): EmploymentType[] | undefined =>
  age <= STUDENT_AGE && dice.happens(INTERN) ? ['internship'] : EMPLOYMENT(dice)

/** Shares of people who do not say, and who say when they can begin. */
const SILENT = { education: 0.05, years: 0.07, born: 0.13 }
const STATES_START = 0.45
const START_DAYS = 90
const SKILLS = { none: 0.08, median: 8.9, spread: 0.45, most: 35 }
const WORDS = { none: 0.12, median: 14, spread: 0.55, most: 80 }

/** What many people leave out. */
function drawStatements(dice: Dice, { market }: Trade, { age, rank, years }: Life, setting: Setting): Partial<Talent> {
  const { calendar } = setting
  const stated: Partial<Talent> = {}
  const salary = drawWishedPay(dice, { market, education: rank, years })
  if (salary) stated.salary = salary
  if (!dice.happens(SILENT.education)) stated.education = levelOf(dice, rank)
  if (!dice.happens(SILENT.years)) stated.years = years
  if (!dice.happens(SILENT.born)) stated.born = calendar.year - age
  const employment = drawEmployment(dice, age)
  if (employment) stated.employment = employment
  if (dice.happens(STATES_START)) stated.availableFrom = drawStart(dice, calendar, START_DAYS)
  const refuses = drawRefusals(dice, setting)
  if (refuses) stated.refuses = refuses
  const updatedOn = drawUpdate(dice, calendar)
  if (updatedOn) stated.updatedOn = updatedOn
  return stated
}

/** A person; the dice have been started for it. */
export function drawTalent(dice: Dice, id: string, setting: Setting): Talent {
  const { trades, places } = setting
  const trade = trades.tradeOfTalent(dice)
  const life = drawLife(dice, trade)
  return {
    id,
    wishes: drawWishes(dice, trade, life.years, setting),
    certificates: drawCertificates(dice, trade, life),
    skills: trades.skills(dice, trade.skills, drawCount(dice, SKILLS)),
    terms: trades.words(dice, trade, drawCount(dice, WORDS)),
    ...places.ofTalent(dice),
    ...drawStatements(dice, trade, life, setting),
  }
}
