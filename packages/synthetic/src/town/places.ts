import { distanceKm, division, divisionsUnder } from '@renshu/codes'
import { type Job, NATIONWIDE, type Talent } from '@renshu/match'
import type { Dice } from '../chance/dice.ts'
import { byWeight, distinct, oneOf, zipf } from '../chance/pick.ts'
import { InvalidCity } from '../errors.ts'

export type Workplaces = Pick<Job, 'places' | 'remote'>
export type Mobility = Pick<Talent, 'places' | 'home' | 'commuteKm' | 'remote'>
export type Places = { ofJob: (dice: Dice) => Workplaces; ofTalent: (dice: Dice) => Mobility }

/** Work thins out with the way from the city's seat, but every district keeps some. */
const REACH_KM = 18
const OUTSKIRTS = 0.35
/** Cities around that people of this one work in, the nearest most. */
const NEIGHBOURS = 6
const drawPart = zipf(0.7)
const drawNeighbour = zipf(1)

/** The parts of a city, drawn by their share of work, and what lies around. */
type Ground = {
  city: string
  province: string
  district: (dice: Dice) => string
  /** A street of a district; the district itself where none is held. */
  streetOf: (dice: Dice, district: string) => string
  /** A city nearby, or a district of one; the city itself where it has no neighbours. */
  elsewhere: (dice: Dice) => string
}

const codesUnder = (code: string): string[] => divisionsUnder(code).map((one) => one.code)

const pick = (dice: Dice, list: readonly string[], otherwise: string): string =>
  list.length > 0 ? list[drawPart(dice, list.length)]! : otherwise

/** @throws InvalidCity for a code that is not in force, or has nothing below it */
function surveyGround(code: string): Ground {
  const districts = codesUnder(code)
  if (districts.length === 0) throw new InvalidCity('division', code)
  const province = division(code)?.parent ?? code
  const km = (other: string): number => distanceKm(code, other) ?? REACH_KM
  const pickDistrict = byWeight(districts.map((district) => OUTSKIRTS + Math.exp(-km(district) / REACH_KM)))
  const streets = new Map(districts.map((one) => [one, codesUnder(one)]))
  const around = codesUnder(province)
    .filter((other) => other !== code && province !== code)
    .sort((a, b) => km(a) - km(b))
    .slice(0, NEIGHBOURS)
    .map((neighbour) => [neighbour].concat(codesUnder(neighbour)))
  return {
    city: code,
    province,
    district: (dice) => districts[pickDistrict(dice)]!,
    streetOf: (dice, district) => pick(dice, streets.get(district) ?? [], district),
    elsewhere: (dice) => (around.length > 0 ? pick(dice, around[drawNeighbour(dice, around.length)]!, code) : code),
  }
}

const WORK = oneOf([
  ['district', 50],
  ['street', 16],
  ['city', 15],
  ['several', 8],
  ['elsewhere', 5],
  ['remote', 3],
  ['none', 3],
])

function drawWorkplaces(dice: Dice, ground: Ground): Workplaces {
  const form = WORK(dice)
  if (form === 'street') return { places: [ground.streetOf(dice, ground.district(dice))] }
  if (form === 'city') return { places: [ground.city] }
  if (form === 'several') return { places: distinct(2 + dice.below(2), () => ground.district(dice)) }
  if (form === 'elsewhere') return { places: [ground.elsewhere(dice)] }
  if (form === 'remote') return { places: dice.happens(0.5) ? [ground.city] : [], remote: true }
  return { places: form === 'none' ? [] : [ground.district(dice)] }
}

const WISHES = oneOf([
  ['nothing', 22],
  ['one', 24],
  ['two', 17],
  ['more', 9],
  ['city', 19],
  ['cityAndNear', 3],
  ['near', 2],
  ['province', 2],
  ['nationwide', 2],
])
/** People rather work where they live. */
const AT_HOME = 0.6
/** Shares of people who say where they live, of those who say how far they would go, and who name the street. */
const STATED = { withoutPlaces: { home: 0.95, way: 0.85 }, withPlaces: { home: 0.6, way: 0.35 } }
const STREET_STATED = 0.4
const REMOTE = 0.04
const COMMUTES = oneOf([
  [5, 14],
  [8, 4],
  [10, 24],
  [15, 16],
  [20, 18],
  [25, 4],
  [30, 12],
  [40, 4],
  [50, 3],
  [60, 1],
])

const nearHome = (dice: Dice, ground: Ground, home: string): string =>
  dice.happens(AT_HOME) ? home : ground.district(dice)

function drawWishedPlaces(dice: Dice, ground: Ground, home: string): string[] {
  const form = WISHES(dice)
  if (form === 'one') return [nearHome(dice, ground, home)]
  if (form === 'two') return distinct(2, () => nearHome(dice, ground, home))
  if (form === 'more') return distinct(3 + dice.below(2), () => nearHome(dice, ground, home))
  if (form === 'city') return [ground.city]
  if (form === 'cityAndNear') return distinct(2, () => (dice.happens(0.5) ? ground.city : ground.elsewhere(dice)))
  if (form === 'near') return [ground.elsewhere(dice)]
  if (form === 'province') return [ground.province]
  return form === 'nationwide' ? [NATIONWIDE] : []
}

function drawMobility(dice: Dice, ground: Ground): Mobility {
  const district = ground.district(dice)
  const places = drawWishedPlaces(dice, ground, district)
  const { home, way } = places.length === 0 ? STATED.withoutPlaces : STATED.withPlaces
  const mobility: Mobility = { places }
  if (dice.happens(home)) {
    mobility.home = dice.happens(STREET_STATED) ? ground.streetOf(dice, district) : district
    if (dice.happens(way)) mobility.commuteKm = COMMUTES(dice)
  }
  if (dice.happens(REMOTE)) mobility.remote = true
  return mobility
}

/**
 * Where the work of a city is and where its people want it.
 * @param division a city or municipality of GB/T 2260, six digits
 * @throws InvalidCity for a code that is not in force, or has nothing below it
 */
export function makePlaces(division: string): Places {
  const ground = surveyGround(division)
  return {
    ofJob: (dice) => drawWorkplaces(dice, ground),
    ofTalent: (dice) => drawMobility(dice, ground),
  }
}
