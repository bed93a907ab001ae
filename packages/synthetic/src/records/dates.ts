import type { Dice } from '../chance/dice.ts'
import { type Calendar, DAYS_AHEAD, DAYS_BACK } from '../town/calendar.ts'

const NO_UPDATE = 0.04
const MEAN_AGE_DAYS = 60

/** Most records are a few weeks old, the oldest two years; some do not say. */
export function drawUpdate(dice: Dice, calendar: Calendar): string | undefined {
  if (dice.happens(NO_UPDATE)) return undefined
  const age = -MEAN_AGE_DAYS * Math.log(1 - dice.roll())
  return calendar.day(-Math.min(DAYS_BACK, Math.floor(age)))
}

/** The day itself or one of the days after it, near ones more often. @param days at most DAYS_AHEAD */
export const drawStart = (dice: Dice, calendar: Calendar, days: number): string =>
  calendar.day(Math.floor(dice.roll() ** 2 * Math.min(days, DAYS_AHEAD)))
