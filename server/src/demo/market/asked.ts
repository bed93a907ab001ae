import { divisionsUnder } from '@renshu/codes'
import type { AskedFill, AskedFilterFill } from '../../modules/jobs/index.ts'
import type { Dice } from '../dice.ts'
import { addDays } from '../town/days.ts'
import { TRADES } from '../trades/index.ts'

/** Days of which it is known what people searched for, as long as officers are shown. */
const DAYS = 30
/** What the made-up city has no posting of. */
const IN_VAIN = ['潜水员', '日语翻译', '宠物美容', '无人机飞手', '月嫂', '古筝老师', '半天班 接送孩子', '钟点工']
/** Each once: some trades go by one name in two industries. */
const TITLES = new Map(TRADES.map((trade) => [trade.title, trade]))
/** Fewer callers than that are never written down. */
const FEWEST = 3

/**
 * What people searched for in the last weeks, each day's words with how many postings they found.
 * @param openBy open postings by the title of their trade
 */
export function askedOf(dice: Dice, openBy: ReadonlyMap<string, number>, today: string): AskedFill[] {
  const rows: AskedFill[] = []
  const add = (text: string, day: string, most: number, found: number): void => {
    const times = dice.below(most)
    if (times >= FEWEST) rows.push({ text, day, times, found })
  }
  for (let ago = 1; ago <= DAYS; ago++) {
    const day = addDays(today, -ago)
    for (const [title, { weight }] of TITLES) add(title.toLowerCase(), day, 4 + weight * 2, openBy.get(title) ?? 0)
    for (const [at, text] of IN_VAIN.entries()) if (!openBy.has(text)) add(text, day, 14 - at, 0)
  }
  return rows
}

/** Filters of which some search in vain, beside the districts of the city. */
const FILTERS = [
  ['occupation', '4-10'],
  ['occupation', '4-14'],
  ['pay', '800000'],
  ['pay', '1000000'],
  ['education', 'junior'],
  ['employment', 'partTime'],
  ['employment', 'gig'],
] as const

/** With which filters people found little in the last weeks. */
export function askedFiltersOf(dice: Dice, city: string, today: string): AskedFilterFill[] {
  const places = divisionsUnder(city).map(({ code }) => ['place', code] as const)
  const rows: AskedFilterFill[] = []
  for (let ago = 1; ago <= DAYS; ago++)
    for (const [kind, code] of [...places, ...FILTERS]) {
      const little = dice.below(9)
      const times = little + dice.below(40)
      if (little >= FEWEST) rows.push({ kind, code, day: addDays(today, -ago), times, little })
    }
  return rows
}
