import { division } from '@renshu/codes'
import { type Judgement, type Scene, aspect, because } from '../aspect.ts'
import type { Job, Talent } from '../types.ts'
import { isAround, isInside, kmOf, wayBetween } from '../ways.ts'

/** Stands for the whole country in a talent's wished places. */
export const NATIONWIDE = '000000'

type Site = Pick<Job, 'places' | 'remote'>
type Mobility = Pick<Talent, 'places' | 'home' | 'commuteKm' | 'remote'>

const REMOTE: Judgement = { share: 1, explain: because('place.remote') }
const ON_SITE: Judgement = { share: 0, failure: { isNear: false }, explain: because('place.onSite') }

/**
 * Wished places decide; without any, a wish for remote work, then the home and the longest way to work. The best place
 * of the job counts.
 */
export const place = aspect<Site, Mobility>({
  ofJob: ({ places, remote }) => ({ places, ...(remote && { remote }) }),
  ofTalent: ({ places, home, commuteKm, remote }) => ({
    places,
    ...(remote && { remote }),
    ...(home !== undefined && { home }),
    ...(commuteKm !== undefined && { commuteKm }),
  }),
  judge(site, mobility, scene) {
    const { places: wishes, home } = mobility
    if (site.remote) return REMOTE
    if (site.places.length === 0) return unknown('place.jobUnknown', scene)
    if (wishes.length > 0) return judgeWishes(site.places, mobility, scene)
    if (mobility.remote) return ON_SITE
    if (home === undefined || !division(home)) return unknown('place.talentUnknown', scene)
    return judgeCommutes(site.places, home, mobility.commuteKm, scene)
  },
})

const unknown = (key: 'place.jobUnknown' | 'place.talentUnknown', { settings }: Scene): Judgement => ({
  share: settings.unknown.distance,
  explain: because(key),
})

function judgeWishes(sites: readonly string[], mobility: Mobility, scene: Scene): Judgement {
  let best: Judgement | undefined
  for (const site of sites)
    for (const wish of mobility.places) best = better(best, judgeWish(site, wish, mobility, scene))
  return best!
}

function judgeCommutes(sites: readonly string[], home: string, commuteKm: number | undefined, scene: Scene): Judgement {
  let best: Judgement | undefined
  for (const site of sites) best = better(best, judgeCommute(site, home, commuteKm, scene))
  return best!
}

/** Kept before broken, then the larger share, then missed by less; the earlier among equals. */
function better(a: Judgement | undefined, b: Judgement): Judgement {
  if (!a) return b
  if (!a.failure !== !b.failure) return a.failure ? b : a
  if (a.share !== b.share) return b.share! > a.share! ? b : a
  return (b.failure?.by ?? Infinity) < (a.failure?.by ?? Infinity) ? b : a
}

function judgeWish(site: string, wish: string, mobility: Mobility, scene: Scene): Judgement {
  if (wish === NATIONWIDE) return judgeInside(site, wish, mobility, scene)
  const way = wayBetween(site, wish)
  if (isInside(way)) return judgeInside(site, wish, mobility, scene)
  const { settings } = scene
  if (isAround(way)) return { share: settings.coarsePlace, explain: because('place.coarse', { site, wish }) }
  const km = kmOf(way)
  if (km === undefined)
    return { share: 0, failure: { isNear: false }, explain: because('place.elsewhere', { site, wish }) }
  return {
    share: 0,
    failure: { by: km, unit: 'km', isNear: km <= settings.near.placeKm },
    explain: because('place.outside', { site, wish, km }),
  }
}

/** Inside the wish; somebody who lives in the same city is also better off the nearer it is. */
function judgeInside(site: string, wish: string, { home, commuteKm }: Mobility, { settings }: Scene): Judgement {
  const km =
    home !== undefined && isSameCity(home, site) && isComparable(home, site) ? kmOf(wayBetween(home, site)) : undefined
  if (km === undefined) return { share: 1, explain: because('place.inside', { site, wish }) }
  return {
    share: 1 - wayCost(km, commuteKm ?? settings.commuteKm),
    explain: km === 0 ? atHome('place.insideHome', site, home!) : because('place.insideNear', { site, wish, km }),
  }
}

function judgeCommute(site: string, home: string, commuteKm: number | undefined, { settings }: Scene): Judgement {
  const km = isComparable(site, home) ? kmOf(wayBetween(site, home)) : undefined
  if (km === undefined) return { share: settings.coarsePlace, explain: because('place.coarseHome', { site, home }) }
  const limit = commuteKm ?? settings.commuteKm
  if (km <= limit)
    return {
      share: 1 - wayCost(km, limit),
      explain: km === 0 ? atHome('place.home', site, home) : because('place.commute', { site, home, km, limit }),
    }
  const by = km - limit
  return {
    share: 0,
    failure: { by, unit: 'km', isNear: by <= settings.near.placeKm },
    explain: because('place.tooFar', { site, home, km, limit, by }),
  }
}

/** No distance is known within a district: of two of its streets only the district is said. */
const atHome = (key: 'place.insideHome' | 'place.home', site: string, home: string) => () => ({
  key,
  values: { site: site === home ? site : site.slice(0, DISTRICT_DIGITS) },
})

/** Up to half of the factor goes with the way to work, all of that half at the longest way. */
const wayCost = (km: number, limit: number): number => (km === 0 ? 0 : 0.5 * Math.min(1, km / limit))

/** No distance can be told to or within a whole province or city that has districts. */
const isComparable = (a: string, b: string): boolean => !isWide(a) && !isWide(b)

const isWide = (code: string): boolean =>
  code.length === 6 && code.charCodeAt(4) === ZERO && code.charCodeAt(5) === ZERO

/** Digit by digit: this is asked for millions of pairs, and cutting the codes would make strings. */
function isSameCity(a: string, b: string): boolean {
  for (let at = 0; at < CITY_DIGITS; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return false
  return !a.endsWith('0000')
}

const CITY_DIGITS = 4
const DISTRICT_DIGITS = 6
const ZERO = 48
