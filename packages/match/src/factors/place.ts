import { distanceKm, division, isWithin } from '@renshu/codes'
import { type Judgement, type Scene, aspect, plainly } from '../aspect.ts'
import type { Job, Talent } from '../types.ts'

/** Stands for the whole country in a talent's wished places. */
export const NATIONWIDE = '000000'

type Site = Pick<Job, 'places' | 'remote'>
type Mobility = Pick<Talent, 'places' | 'home' | 'commuteKm' | 'remote'>

const REMOTE: Judgement = { share: 1, explain: plainly('place.remote') }
const ON_SITE: Judgement = { share: 0, failure: { isNear: false }, explain: plainly('place.onSite') }

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
    if (wishes.length > 0) {
      const pairs = site.places.flatMap((one) => wishes.map((wish) => judgeWish(one, wish, mobility, scene)))
      return pairs.reduce(better)
    }
    if (mobility.remote) return ON_SITE
    if (home === undefined || !division(home)) return unknown('place.talentUnknown', scene)
    return site.places.map((one) => judgeCommute(one, home, mobility.commuteKm, scene)).reduce(better)
  },
})

const unknown = (key: 'place.jobUnknown' | 'place.talentUnknown', { settings }: Scene): Judgement => ({
  share: settings.unknown.distance,
  explain: plainly(key),
})

/** Kept before broken, then the larger share, then missed by less; the earlier among equals. */
function better(a: Judgement, b: Judgement): Judgement {
  if (!a.failure !== !b.failure) return a.failure ? b : a
  if (a.share !== b.share) return b.share! > a.share! ? b : a
  return (b.failure?.by ?? Infinity) < (a.failure?.by ?? Infinity) ? b : a
}

function judgeWish(site: string, wish: string, mobility: Mobility, scene: Scene): Judgement {
  if (wish === NATIONWIDE || isWithin(site, wish)) return judgeInside(site, wish, mobility, scene)
  const { settings } = scene
  if (isWithin(wish, site))
    return { share: settings.coarsePlace, explain: () => ({ key: 'place.coarse', values: { site, wish } }) }
  const km = wholeKm(site, wish)
  if (km === undefined)
    return { share: 0, failure: { isNear: false }, explain: () => ({ key: 'place.elsewhere', values: { site, wish } }) }
  return {
    share: 0,
    failure: { by: km, unit: 'km', isNear: km <= settings.near.placeKm },
    explain: () => ({ key: 'place.outside', values: { site, wish, km } }),
  }
}

/** Inside the wish; somebody who lives in the same city is also better off the nearer it is. */
function judgeInside(site: string, wish: string, { home, commuteKm }: Mobility, { settings }: Scene): Judgement {
  const km = home !== undefined && isSameCity(home, site) && isComparable(home, site) ? wholeKm(home, site) : undefined
  if (km === undefined) return { share: 1, explain: () => ({ key: 'place.inside', values: { site, wish } }) }
  return {
    share: 1 - wayCost(km, commuteKm ?? settings.commuteKm),
    explain: () => ({ key: km === 0 ? 'place.insideHome' : 'place.insideNear', values: { site, wish, km } }),
  }
}

function judgeCommute(site: string, home: string, commuteKm: number | undefined, { settings }: Scene): Judgement {
  const km = isComparable(site, home) ? wholeKm(site, home) : undefined
  if (km === undefined)
    return { share: settings.coarsePlace, explain: () => ({ key: 'place.coarseHome', values: { site, home } }) }
  const limit = commuteKm ?? settings.commuteKm
  if (km <= limit)
    return {
      share: 1 - wayCost(km, limit),
      explain: () => ({ key: km === 0 ? 'place.home' : 'place.commute', values: { site, home, km, limit } }),
    }
  const by = km - limit
  return {
    share: 0,
    failure: { by, unit: 'km', isNear: by <= settings.near.placeKm },
    explain: () => ({ key: 'place.tooFar', values: { site, home, km, limit, by } }),
  }
}

/** Up to half of the factor goes with the way to work, all of that half at the longest way. */
const wayCost = (km: number, limit: number): number => (km === 0 ? 0 : 0.5 * Math.min(1, km / limit))

const wholeKm = (a: string, b: string): number | undefined => {
  const km = distanceKm(a, b)
  return km === undefined ? undefined : Math.round(km)
}

/** No distance can be told to or within a whole province or city that has districts. */
const isComparable = (a: string, b: string): boolean => !isWide(a) && !isWide(b)

const isWide = (code: string): boolean => code.length === 6 && code.endsWith('00')

const isSameCity = (a: string, b: string): boolean => !a.endsWith('0000') && a.slice(0, 4) === b.slice(0, 4)
