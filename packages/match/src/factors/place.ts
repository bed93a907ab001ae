import { distanceKm, isWithin } from '@renshu/codes'
import { type Judgement, type Scene, aspect } from '../aspect.ts'
import type { Job, Talent } from '../types.ts'

/** Stands for the whole country in a talent's wished places. */
export const NATIONWIDE = '000000'

type Site = Pick<Job, 'places' | 'remote'>
type Mobility = Pick<Talent, 'places' | 'home' | 'commuteKm'>

/** Wished places decide; without any, the home and the longest way to work do. */
export const place = aspect<Site, Mobility>({
  ofJob: ({ places, remote }) => ({ places, ...(remote && { remote }) }),
  ofTalent: ({ places, home, commuteKm }) => ({
    places,
    ...(home !== undefined && { home }),
    ...(commuteKm !== undefined && { commuteKm }),
  }),
  judge(site, mobility, scene) {
    if (site.remote) return { share: 1, reason: { key: 'place.remote', values: {} } }
    if (site.places.length === 0) return unknown('place.jobUnknown', scene)
    if (mobility.places.length > 0) return judgeWish(site.places, mobility, scene)
    if (mobility.home !== undefined) return judgeCommute(site.places, mobility.home, mobility.commuteKm, scene)
    return unknown('place.talentUnknown', scene)
  },
})

const unknown = (key: 'place.jobUnknown' | 'place.talentUnknown', { settings }: Scene): Judgement => ({
  share: settings.unknown.distance,
  reason: { key, values: {} },
})

function judgeWish(sites: string[], mobility: Mobility, scene: Scene): Judgement {
  const { settings } = scene
  for (const site of sites)
    for (const wish of mobility.places)
      if (wish === NATIONWIDE || isWithin(site, wish)) return judgeInside(site, wish, mobility, scene)
  for (const site of sites)
    for (const wish of mobility.places)
      if (isWithin(wish, site))
        return { share: settings.coarsePlace, reason: { key: 'place.coarse', values: { site, wish } } }
  const { km, from, to } = nearest(sites, mobility.places)
  if (km === undefined)
    return {
      share: 0,
      failure: { isNear: false },
      reason: { key: 'place.elsewhere', values: { site: from, wish: to } },
    }
  return {
    share: 0,
    failure: { by: km, unit: 'km', isNear: km <= settings.near.placeKm },
    reason: { key: 'place.outside', values: { site: from, wish: to, km } },
  }
}

/** Inside the wish; somebody who lives in the same city is also better off the nearer it is. */
function judgeInside(site: string, wish: string, { home, commuteKm }: Mobility, { settings }: Scene): Judgement {
  const km = home !== undefined && isSameCity(home, site) ? distanceKm(home, site) : undefined
  if (km === undefined) return { share: 1, reason: { key: 'place.inside', values: { site, wish } } }
  const limit = commuteKm ?? settings.commuteKm
  const share = 0.5 + 0.5 * Math.max(0, 1 - km / limit)
  return {
    share,
    reason: {
      key: Math.round(km) === 0 ? 'place.insideHome' : 'place.insideNear',
      values: { site, wish, km: Math.round(km) },
    },
  }
}

function judgeCommute(sites: string[], home: string, commuteKm: number | undefined, { settings }: Scene): Judgement {
  const coarse = sites.find((site) => isCoarser(site, home) || isCoarser(home, site))
  const { km, from } = nearest(sites, [home])
  if (km === undefined || coarse)
    return { share: settings.coarsePlace, reason: { key: 'place.coarseHome', values: { site: coarse ?? from, home } } }
  const limit = commuteKm ?? settings.commuteKm
  const values = { site: from, home, km, limit }
  if (km <= limit)
    return { share: 1 - 0.5 * (km / limit), reason: { key: km === 0 ? 'place.home' : 'place.commute', values } }
  const by = km - limit
  return {
    share: 0,
    failure: { by, unit: 'km', isNear: by <= settings.near.placeKm },
    reason: { key: 'place.tooFar', values: { ...values, by } },
  }
}

/** A whole province or city that the other place, a district or street, lies in: no distance can be told. */
const isCoarser = (area: string, place: string): boolean =>
  area !== place && area.endsWith('00') && isWithin(place, area)

const isSameCity = (a: string, b: string): boolean => !a.endsWith('0000') && a.slice(0, 4) === b.slice(0, 4)

/** The nearest pair in whole kilometres; the first pair when no distance is known. */
function nearest(sites: string[], wishes: string[]) {
  let best: { km: number | undefined; from: string; to: string } = { km: undefined, from: sites[0]!, to: wishes[0]! }
  for (const from of sites)
    for (const to of wishes) {
      const km = distanceKm(from, to)
      if (km !== undefined && (best.km === undefined || km < best.km)) best = { km, from, to }
    }
  return { ...best, km: best.km === undefined ? undefined : Math.round(best.km) }
}
