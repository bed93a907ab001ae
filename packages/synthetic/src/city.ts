import type { Job, Talent } from '@renshu/match'
import { type Dice, makeDice } from './chance/dice.ts'
import { InvalidCity } from './errors.ts'
import { recordId } from './ids.ts'
import { drawJob } from './records/job.ts'
import type { Setting } from './records/setting.ts'
import { drawTalent } from './records/talent.ts'
import { makeCalendar } from './town/calendar.ts'
import { makeEmployers } from './town/employers.ts'
import { makePlaces } from './town/places.ts'
import { tradeMarket } from './trades/market.ts'

export type CityOptions = {
  /** A whole number from 0 to 2⁵³ − 1; 1 when left out. */
  seed?: number
  /** ISO date the records are seen on; no record was updated after it. 2026-11-21 when left out. */
  asOf?: string
  /** GB/T 2260 code of a city; 青岛 (`370200`) when left out. */
  division?: string
}

/**
 * Jobs and people by number, 0 … 9,999,999. Parts may be shared between records, so they are read only.
 * @throws InvalidCity by `job` and `talent` for any other number
 */
export type City = { asOf: string; job: (number: number) => Job; talent: (number: number) => Talent }

const JOBS = 1
const TALENTS = 2

/**
 * A made-up city. A record depends on the options and its number alone, not on the ones asked for before, so a bench
 * can ask for any record again instead of keeping a million of them.
 * @throws InvalidCity for an option out of its range
 * @example makeCity({ seed: 7 }).talent(0).wishes[0]?.title
 */
export function makeCity({ seed = 1, asOf = '2026-11-21', division = '370200' }: CityOptions = {}): City {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InvalidCity('seed', seed)
  const setting: Setting = {
    calendar: makeCalendar(asOf),
    places: makePlaces(division),
    employers: makeEmployers(),
    trades: tradeMarket(),
  }
  const dice = makeDice()
  const started = (stream: number, number: number): Dice => {
    dice.start(seed, stream, number)
    return dice
  }
  return {
    asOf,
    job: (number) => drawJob(started(JOBS, number), recordId('j', number), setting),
    talent: (number) => drawTalent(started(TALENTS, number), recordId('t', number), setting),
  }
}
