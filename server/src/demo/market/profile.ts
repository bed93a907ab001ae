import type { Education, ProfileBody } from '@renshu/contracts'
import type { CityDistrict } from '../../city/index.ts'
import type { Dice } from '../dice.ts'
import { addDays } from '../town/days.ts'
import type { Trade } from '../trades/index.ts'

/** Somebody before anything is written: what processes need to know of him. */
export interface Life {
  trade: Trade
  years: number
  /** Year of birth. */
  born: number
  district: CityDistrict
}

const LEVELS: readonly Education[] = ['junior', 'senior', 'vocational', 'college', 'bachelor', 'master']
/** Age at which each of them is left. */
const LEAVES_AT: Record<string, number> = {
  junior: 16,
  senior: 18,
  vocational: 18,
  college: 21,
  bachelor: 22,
  master: 25,
}

const ABOUT = [
  (title: string, years: number) => `做${title}${years}年，熟悉本岗位的日常工作，服从安排。`,
  (title: string, years: number) => `有${years}年${title}经验，能独立上手，也愿意带新人。`,
  (title: string, years: number) => `${years}年${title}工作经历，希望找一份稳定、离家近的工作。`,
  (title: string, years: number) => `一直从事${title}，工作${years}年，做事踏实，和同事相处融洽。`,
]
const BEGINNING = [
  (title: string) => `想从${title}做起，学习能力强，能吃苦。`,
  (title: string) => `刚毕业，在校期间有相关实习，希望从事${title}。`,
  (title: string) => `准备转行做${title}，愿意从基础学起。`,
]
const DONE = ['主要工作：', '岗位内容：', '日常工作：']

function drawEducation(dice: Dice, { education }: Trade): Education {
  const middle = education && education !== 'none' ? LEVELS.indexOf(education) : 1
  const step = dice.happens(60) ? 0 : dice.happens(60) ? 1 : -1
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, middle + step))]!
}

const month = (day: string): string => day.slice(0, 7)

/** The last one or two jobs, at employers of the made-up city. */
function drawHistory(dice: Dice, { trade, years }: Life, employers: readonly string[], today: string) {
  if (years === 0 || employers.length === 0) return []
  let until: string | null = dice.happens(40) ? null : addDays(today, -dice.between(10, 200))
  let left = years
  const history: ProfileBody['history'] = []
  for (let at = 0; at < 2 && left > 0; at++) {
    const lasted = at === 1 ? left : dice.between(1, left)
    const from = addDays(until ?? today, -lasted * 365)
    const duties = dice.shuffled(trade.duties).slice(0, 2)
    history.push({
      employer: dice.oneOf(employers),
      title: dice.happens(60) ? trade.title : dice.oneOf(trade.titles),
      from: month(from),
      until: until && month(until),
      text: `${dice.oneOf(DONE)}${duties.join('；')}。`,
    })
    until = addDays(from, -dice.between(20, 120))
    left -= lasted
  }
  return history
}

export function drawLife(dice: Dice, trade: Trade, district: CityDistrict, today: string): Life {
  const years = dice.happens(18) ? 0 : Math.min(24, Math.floor(1 + 16 * dice.roll() ** 1.8))
  const age = 18 + years + dice.between(trade.education === 'bachelor' ? 4 : 1, 12)
  return { trade, years, born: Number(today.slice(0, 4)) - age, district }
}

export interface Surroundings {
  city: string
  districts: readonly CityDistrict[]
  /** Where he may have worked. */
  employers: readonly string[]
  today: string
}

/** Fen a month, in steps of five hundred yuan; more with the years. */
function drawWishedPay(dice: Dice, { trade: { pay }, years }: Life): number {
  const [from, to] = pay
  const share = Math.min(0.6, years * 0.06) * (0.6 + 0.6 * dice.roll())
  return Math.round((from + (to - from) * share) / 500) * 50_000
}

/** Near home, or anywhere in the city. */
function drawPlaces(dice: Dice, { district }: Life, { city, districts }: Surroundings): string[] {
  if (dice.happens(25)) return [city]
  const other = dice.oneOf(districts).code
  return [...new Set([district.code, ...(dice.happens(45) ? [other] : [])])]
}

const someOf = (dice: Dice, values: readonly string[]): string[] =>
  values.length > 0 ? dice.shuffled(values).slice(0, dice.between(1, values.length)) : []

const VISIBLE: ProfileBody['visibility'][] = [
  'anonymous',
  'anonymous',
  'anonymous',
  'anonymous',
  'open',
  'open',
  'hidden',
]

/** What somebody writes of himself. The same life may be told in several ways. */
export function writeProfile(dice: Dice, life: Life, around: Surroundings): Omit<ProfileBody, 'version'> {
  const { trade, years, born, district } = life
  const { today } = around
  const title = dice.happens(70) ? trade.title : dice.oneOf(trade.titles)
  const second = dice.happens(30) ? [{ title: dice.oneOf(trade.titles), occupation: null, salary: null }] : []
  const education = drawEducation(dice, trade)
  const sinceSchool = Number(today.slice(0, 4)) - born - (LEAVES_AT[education] ?? 18)
  return {
    wishes: [{ title, occupation: trade.code, salary: null }, ...second],
    places: drawPlaces(dice, life, around),
    salary: dice.happens(12) ? null : { min: drawWishedPay(dice, life) },
    remote: false,
    education,
    years: Math.max(0, Math.min(years, sinceSchool)),
    born,
    home: dice.oneOf(district.streets).code,
    commuteKm: dice.happens(50) ? dice.oneOf([5, 10, 15, 20]) : null,
    employment: dice.happens(85) ? ['fullTime'] : ['fullTime', 'partTime'],
    availableFrom: dice.happens(40) ? addDays(today, dice.between(0, 30)) : null,
    certificates: trade.certificates.flatMap((code) => (dice.happens(70) ? [{ code, validUntil: null }] : [])),
    skills: someOf(dice, trade.skills),
    summary: years === 0 ? dice.oneOf(BEGINNING)(title) : dice.oneOf(ABOUT)(title, years),
    history: drawHistory(dice, life, around.employers, today),
    refuses: { occupations: [], industries: [], shifts: dice.happens(15) ? ['night'] : [], employers: [] },
    visibility: dice.oneOf(VISIBLE),
    cvFileId: null,
  }
}

/**
 * Of those who say two wishes and a pay every third says the second for more or for less, in steps of five hundred yuan.
 * The tables of agencies have one pay.
 */
export function withPayApart<T extends Pick<ProfileBody, 'wishes' | 'salary'>>(dice: Dice, profile: T): T {
  const [first, second] = profile.wishes
  const min = profile.salary?.min
  if (!first || !second || first.title === second.title || min === undefined || !dice.happens(34)) return profile
  const salary = { min: Math.max(200_000, min + dice.oneOf([-100_000, -50_000, 50_000, 100_000])) }
  return { ...profile, wishes: [first, { ...second, salary }] }
}
