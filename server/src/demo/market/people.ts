import type { TalentFill } from '../../modules/talents/index.ts'
import { apportion, type Dice, diceOf } from '../dice.ts'
import { addDays, officeHour } from '../town/days.ts'
import { personName } from '../town/names.ts'
import { districtOf } from '../town/organisation.ts'
import { drawTrade, TRADES, type Trade, tradesOf } from '../trades/index.ts'
import { drawLife, type Life, withPayApart, writeProfile } from './profile.ts'
import type { HiringTown, Site } from './town.ts'

/** Somebody who looks for work, as far as processes need to know; the profile is written when it is kept. */
export interface Seeker {
  /** Of all of them. */
  at: number
  talentId: string
  personId: string | null
  name: string
  phone: string
  agency: Site | null
  life: Life
  createdOn: string
  /** The day on which an offer was taken: from then on nothing is looked for. */
  hiredOn: string | null
}

/** A range of numbers that is given to nobody. */
export const SEEKER_PHONE = 16_100_000_000
const KEPT_SHARE = 12
const OPEN_DAYS = 400
const WISH_DAYS = 80
/** Kept by the agency of the account for trying out. */
const KEPT_HERE = 24

/** One person: kept by an agency, and with an account of his own. */
export const TWINS = [3, KEPT_HERE + 1] as const

export interface PeoplePlan {
  town: HiringTown
  count: number
  today: string
  newId: () => string
}

/** In which lines of work people look for something: as employers there are, with some who look elsewhere. */
function tradeOf(dice: Dice, { employers }: HiringTown): Trade {
  if (employers.length === 0 || dice.happens(15)) return drawTrade(dice, TRADES)
  return drawTrade(dice, tradesOf(dice.oneOf(employers).industry))
}

/** The trade that the account for trying out looks for work in: one its employer offers. */
export const ownTrade = ({ employer }: HiringTown): Trade =>
  tradesOf(employer?.industry ?? null)
    .filter(({ industries }) => industries.length > 0)
    .toSorted((a, b) => b.weight - a.weight)[0] ?? TRADES[0]!

export function makeSeekers({ town, count, today, newId }: PeoplePlan): Seeker[] {
  const { city, agencies, agency, seeker } = town
  const dice = diceOf(city.demo.seed * 64 + 21)
  const districts = dice.shuffled(apportion(count, city.demo.employers.districts))
  const keeping = agencies.slice(0, 60)
  const seekers = districts.map((code, at): Seeker => {
    const district = districtOf(city, code)
    const isOwn = at === 0 && seeker !== undefined
    const isKept = !isOwn && at !== TWINS[1] && keeping.length > 0 && (at <= KEPT_HERE || dice.happens(KEPT_SHARE))
    const trade = isOwn ? ownTrade(town) : tradeOf(dice, town)
    const createdOn = addDays(today, -Math.floor(2 + OPEN_DAYS * dice.roll()))
    return {
      at,
      talentId: newId(),
      personId: isKept ? null : isOwn ? seeker.id : newId(),
      name: isOwn ? seeker.name : personName(dice),
      phone: String(SEEKER_PHONE + at),
      agency: isKept ? (at <= KEPT_HERE && agency ? agency : dice.oneOf(keeping)) : null,
      life: drawLife(dice, trade, district, today),
      createdOn: isOwn || at <= KEPT_HERE ? addDays(today, -300 + at) : createdOn,
      hiredOn: null,
    }
  })
  const [one, other] = [seekers[TWINS[0]], seekers[TWINS[1]]]
  if (!one?.agency || !other?.personId) return seekers
  const { name, phone, life } = one
  return seekers.with(TWINS[1], { ...other, name, phone, life })
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** The day on which the wish was said last: before the work began, else within the last months for most. */
function wishedOn(dice: Dice, { createdOn, hiredOn, at }: Seeker, today: string): string {
  if (hiredOn) return later(createdOn, addDays(hiredOn, -dice.between(20, 60)))
  const days = at <= KEPT_HERE ? dice.below(20) : dice.happens(78) ? dice.below(WISH_DAYS) : dice.between(95, 200)
  return later(createdOn, addDays(today, -days))
}

/** Profiles as their rows are filled; each from dice of its own, so that they may be made in parts. */
export function profileFill({ town, today }: Pick<PeoplePlan, 'town' | 'today'>, seeker: Seeker): TalentFill {
  const { city, employers } = town
  const { at, talentId: id, personId, name, phone, agency, life, createdOn, hiredOn } = seeker
  const dice = diceOf(city.demo.seed * 64 + 22 + at * 977)
  const past = employers.length > 0 ? Array.from({ length: 3 }, () => dice.oneOf(employers).name) : []
  const written = writeProfile(dice, life, { city: city.code, districts: city.districts, employers: past, today })
  const isOwn = personId !== null && personId === town.seeker?.id
  const confirmedOn = isOwn ? addDays(today, -3) : wishedOn(dice, seeker, today)
  const visibility = isOwn ? 'anonymous' : hiredOn ? 'hidden' : written.visibility
  const consentUntil = addDays(confirmedOn, 365)
  const number = `示例${String(at).padStart(6, '0')}`
  return {
    id,
    name,
    personId,
    kept: agency && { agencyId: agency.id, phone, consentOn: confirmedOn, consentUntil, sourceId: number },
    profile: { ...(agency ? written : withPayApart(diceOf(city.demo.seed * 64 + 30 + at * 983), written)), visibility },
    confirmedOn,
    createdAt: officeHour(createdOn, dice.below(480)),
  }
}
