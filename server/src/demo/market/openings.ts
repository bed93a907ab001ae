import type { PostBody } from '@renshu/contracts'
import { districtOf } from '../town/organisation.ts'
import type { Dice } from '../dice.ts'
import { addDays } from '../town/days.ts'
import { drawTrade, type Trade, tradesOf } from '../trades/index.ts'
import { doubtful, writePosting } from './posting.ts'
import { ownTrade } from './people.ts'
import type { HiringTown, Site } from './town.ts'

/** Somebody of whom it is known that he took this work. */
export interface Start {
  daysAgo: number
  /** The account for trying out, else somebody the dice find. */
  whom: 'seeker' | 'other'
  /** What was answered when it was asked whether the work goes on, in order. */
  answers: readonly ('working' | 'left')[]
}

/** A posting before what became of it. */
export interface Opening {
  site: Site
  /** The agency that posts it by the employer's mandate. */
  by?: Site
  trade: Trade
  post: PostBody
  on: string
  status: 'waiting' | 'open' | 'closed' | 'draft'
  /** The employer answers nobody. */
  silent: boolean
  /** Of the account for trying out: more happens to it. */
  own: boolean
  start?: Start
}

const OPEN_DAYS = 40
const YEAR = 365
/** Of a hundred. */
const SILENT = 5
const WAITING = 1.2
const CLOSED = 56

/** Days ago on which the account for trying out took people on: after each of them the three questions stand elsewhere. */
const STARTS: readonly Start[] = [
  { daysAgo: 33, whom: 'other', answers: [] },
  { daysAgo: 94, whom: 'other', answers: ['working'] },
  { daysAgo: 184, whom: 'other', answers: ['working', 'left'] },
]
/** Asked a month after the start and not yet after three. */
const SEEKERS_START: Start = { daysAgo: 94, whom: 'seeker', answers: ['working'] }
/** From a posting to the first day of work, days. */
const LEAD = 32

const streetOf = ({ city }: HiringTown, dice: Dice, district: string): string =>
  dice.oneOf(districtOf(city, district).streets).code

/** One posting of an employer, written on a day. */
export function writeOpening(town: HiringTown, dice: Dice, site: Site, trade: Trade, on: string): PostBody {
  const drawn = streetOf(town, dice, site.district)
  // Most work where the employer is registered, some elsewhere in its district.
  const isAway = drawn === districtOf(town.city, site.district).streets[0]!.code
  const home = isAway ? { place: drawn, address: '' } : { place: site.street, address: site.address }
  const other = dice.oneOf(town.city.districts).code
  const places = dice.happens(7) ? [home, { place: streetOf(town, dice, other), address: '' }] : [home]
  return writePosting(dice, trade, { employer: site.name, places, on })
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** The postings of the account for trying out: one of each of its trades, the best known first. */
function* ownOpenings(town: HiringTown, dice: Dice, today: string): Generator<Opening> {
  const { employer: site } = town
  if (!site) return
  const trades = tradesOf(site.industry).toSorted(
    (a, b) => Number(b.industries.length > 0) - Number(a.industries.length > 0) || b.weight - a.weight,
  )
  for (const [at, trade] of trades.slice(0, 7).entries()) {
    const on = later(site.from, addDays(today, -6 - at * 3))
    const base = { site, trade, on, silent: false, own: true }
    const post = { ...writeOpening(town, dice, site, trade, on), validUntil: addDays(today, 20 + at * 4) }
    const status = at === 6 ? 'draft' : 'open'
    yield { ...base, post, status }
  }
  for (const [at, start] of STARTS.entries()) {
    const opening = pastOpening(town, dice, site, trades[at % trades.length]!, today, start)
    if (opening) yield { ...opening, own: true }
  }
}

/** A posting by which somebody came to work; null for an employer that was not there yet. */
function pastOpening(
  town: HiringTown,
  dice: Dice,
  site: Site,
  trade: Trade,
  today: string,
  start: Start,
): Opening | null {
  const on = addDays(today, -start.daysAgo - LEAD)
  if (on <= site.from) return null
  const post = writeOpening(town, dice, site, trade, on)
  return { site, trade, on, silent: false, own: false, post, status: 'closed', start }
}

/** Where the account for trying out works, and looks for something better. */
function* seekersOpening(town: HiringTown, dice: Dice, today: string): Generator<Opening> {
  const since = addDays(today, -SEEKERS_START.daysAgo - LEAD)
  const site = town.employers.slice(1).find(({ from }) => from < since)
  const opening = site && town.seeker && pastOpening(town, dice, site, ownTrade(town), today, SEEKERS_START)
  if (opening) yield opening
}

/** One more of an employer, open or of the last year. */
function anotherOf(
  town: HiringTown,
  dice: Dice,
  site: Site,
  silent: boolean,
  today: string,
  open: boolean,
): Opening | null {
  const age = open ? dice.between(1, OPEN_DAYS) : dice.between(OPEN_DAYS + 20, YEAR)
  const on = open ? later(site.from, addDays(today, -age)) : addDays(today, -age)
  if (on <= site.from || on >= today) return null
  const trade = drawTrade(dice, tradesOf(site.industry))
  const post = writeOpening(town, dice, site, trade, on)
  const validUntil = open ? addDays(today, dice.between(3, 60)) : post.validUntil
  const status = open ? 'open' : 'closed'
  return { site, trade, on, silent, own: false, post: { ...post, validUntil }, status }
}

/** The same as another that is open, under another name: somebody copied it. */
const copied = (site: Site, { trade, post }: Opening, on: string): Opening => ({
  site,
  trade,
  post,
  on,
  status: 'waiting',
  silent: false,
  own: false,
})

/**
 * Postings of a year: `count` open ones, those that were closed, and some that wait for an officer. Employers in the
 * order of the dice, so any number may be asked for.
 */
export function* makeOpenings(town: HiringTown, dice: Dice, count: number, today: string): Generator<Opening> {
  yield* ownOpenings(town, dice, today)
  yield* seekersOpening(town, dice, today)
  const sites = [...town.employers.slice(1), ...town.agencies.slice(0, Math.ceil(town.employers.length / 25))]
  if (sites.length === 0) return
  let open = 0
  let doubts = 0
  let last: Opening | undefined
  // Employers that came yesterday post nothing yet, so a round may bring less than it has employers.
  for (let round = 0; open < count && round < 1000; round++)
    for (const site of dice.shuffled(sites)) {
      if (open >= count) return
      const silent = dice.happens(SILENT)
      for (let more = dice.between(1, 4); more > 0 && open < count; more--) {
        const opening = anotherOf(town, dice, site, silent, today, true)
        if (!opening) continue
        const isWaiting = dice.happens(WAITING) || doubts < 3
        if (isWaiting && last && doubts % 7 === 3) yield copied(site, last, addDays(today, -1))
        const on = later(site.from, addDays(today, -(doubts % 3)))
        if (isWaiting) yield { ...opening, on, post: doubtful(opening.post, doubts++), status: 'waiting' }
        else {
          open++
          last = opening
          yield opening
        }
      }
      for (let more = dice.between(1, 3); more > 0; more--)
        if (dice.happens(CLOSED)) {
          const closed = anotherOf(town, dice, site, silent, today, false)
          if (closed) yield closed
        }
    }
}
