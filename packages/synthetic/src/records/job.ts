import type { EducationLevel, EmploymentType, Shift } from '@renshu/codes'
import type { Job } from '@renshu/match'
import type { Dice } from '../chance/dice.ts'
import { oneOf } from '../chance/pick.ts'
import type { Trade } from '../trades/trade.ts'
import { drawCount } from './counts.ts'
import { drawStart, drawUpdate } from './dates.ts'
import { drawOffer } from './pay.ts'
import { drawRank, levelOf } from './schooling.ts'
import type { Setting } from './setting.ts'

/** Below this mean rank most employers do not ask for schooling. */
const SCHOOLED = 3.6
/** Employers ask for a little less than their people have, and never for less than junior secondary. */
const ASKED_LESS = 0.25
const RANK_SPREAD = 0.7
const LOWEST_ASKED = 2
const NO_EDUCATION = 0.32
const ANY_EDUCATION = { schooled: 0.05, other: 0.3 }

type Asked = { education: EducationLevel | undefined; years: number | undefined; rank: number }

/** Years asked for; of the postings 53 % do not say, 8 % none, 16 % three, 10 % one, 6 % two, 6 % five. */
const YEARS = {
  schooled: oneOf<number | undefined>([
    [undefined, 40],
    [0, 15],
    [1, 13],
    [2, 9],
    [3, 14],
    [5, 7],
    [4, 0.6],
    [8, 0.7],
    [10, 0.7],
  ]),
  other: oneOf<number | undefined>([
    [undefined, 46],
    [0, 30],
    [1, 13],
    [2, 6],
    [3, 4],
    [5, 1],
  ]),
}
const USUAL_YEARS = 2

function drawAsked(dice: Dice, { market }: Trade): Asked {
  const kind = market.education >= SCHOOLED ? 'schooled' : 'other'
  const rank = drawRank(dice, market.education - ASKED_LESS, RANK_SPREAD, LOWEST_ASKED)
  return { rank, years: YEARS[kind](dice), education: drawEducation(dice, rank, ANY_EDUCATION[kind]) }
}

const drawEducation = (dice: Dice, rank: number, any: number): EducationLevel | undefined => {
  const form = dice.roll()
  if (form < NO_EDUCATION) return undefined
  return form < NO_EDUCATION + any ? 'none' : levelOf(dice, rank)
}

const SHIFTS = oneOf<Shift[]>([
  [['twoShift'], 36],
  [['rotating'], 22],
  [['threeShift'], 16],
  [['day'], 12],
  [['night'], 6],
  [['day', 'night'], 8],
])
const OTHER_HOURS = oneOf<Shift[] | undefined>([
  [undefined, 86],
  [['day'], 6],
  [['flexible'], 8],
])

const EMPLOYMENT = oneOf<EmploymentType[] | undefined>([
  [undefined, 36],
  [['fullTime'], 47],
  [['partTime'], 4],
  [['fullTime', 'partTime'], 2],
  [['internship'], 3],
  [['temporary'], 2],
  [['gig'], 2],
  [['partTime', 'gig'], 1],
  [['dispatch'], 2],
  [['outsourced'], 1],
])

/** Limits as they are met in postings; only those of hazardous work are the law's. */
const AGES = oneOf<Job['age']>([
  [undefined, 930],
  [{ max: 35 }, 15],
  [{ min: 18, max: 45 }, 20],
  [{ max: 50 }, 15],
  [{ min: 18, max: 55 }, 15],
  [{ min: 18, legal: true }, 5],
])

/** Beside the jobs that require a certificate, half as many would rather see it. */
const PREFERRED = 0.5

function drawCertificates(dice: Dice, { licences }: Trade): Job['certificates'] {
  const certificates: Job['certificates'] = []
  for (const { certificate, required } of licences) {
    const share = dice.roll()
    if (share < required * (1 + PREFERRED)) certificates.push({ code: certificate, required: share < required })
  }
  return certificates
}

const NO_EMPLOYER = 0.04
const INDUSTRY_STATED = 0.6

function drawEmployer(dice: Dice, { market }: Trade, { employers }: Setting): Pick<Job, 'employer' | 'industry'> {
  const { name, industry } = employers.draw(dice, market.sections)
  const stated: Pick<Job, 'employer' | 'industry'> = {}
  if (!dice.happens(NO_EMPLOYER)) stated.employer = name
  if (dice.happens(INDUSTRY_STATED)) stated.industry = industry
  return stated
}

const STARTS_BY = 0.06
const START_DAYS = 90
const SKILLS = { none: 0.1, median: 6.4, spread: 0.5, most: 30 }
/** Of the descriptions at hand the median has 99 words; those of a city's daily posts are far shorter. */
const WORDS = { none: 0.18, median: 25, spread: 0.6, most: 160 }

/** What many jobs leave out. */
function drawTerms(
  dice: Dice,
  { market }: Trade,
  { education, years, rank }: Asked,
  { calendar }: Setting,
): Partial<Job> {
  const terms: Partial<Job> = {}
  const salary = drawOffer(dice, { market, education: rank, years: years ?? USUAL_YEARS })
  if (salary) terms.salary = salary
  if (education) terms.education = education
  if (years !== undefined) terms.years = years
  const age = AGES(dice)
  if (age) terms.age = age
  const employment = EMPLOYMENT(dice)
  if (employment) terms.employment = employment
  const shifts = dice.happens(market.shifts) ? SHIFTS(dice) : OTHER_HOURS(dice)
  if (shifts) terms.shifts = shifts
  if (dice.happens(STARTS_BY)) terms.startBy = drawStart(dice, calendar, START_DAYS)
  const updatedOn = drawUpdate(dice, calendar)
  if (updatedOn) terms.updatedOn = updatedOn
  return terms
}

/** A job; the dice have been started for it. */
export function drawJob(dice: Dice, id: string, setting: Setting): Job {
  const { trades, places } = setting
  const trade = trades.tradeOfJob(dice)
  const asked = drawAsked(dice, trade)
  const { title, occupations } = trades.read(trades.write(dice, trade, trades.neighbour(dice, trade), asked.years))
  return {
    id,
    title,
    occupations,
    certificates: drawCertificates(dice, trade),
    skills: trades.skills(dice, trade.skills, drawCount(dice, SKILLS)),
    terms: trades.words(dice, trade, drawCount(dice, WORDS)),
    ...places.ofJob(dice),
    ...drawEmployer(dice, trade, setting),
    ...drawTerms(dice, trade, asked, setting),
  }
}
