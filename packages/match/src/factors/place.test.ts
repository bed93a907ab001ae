import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { judge, outcome } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import type { Talent } from '../types.ts'
import { place } from './place.ts'

// 青岛 and its districts; whole kilometres between them as the crow flies in the comments.
const [CITY, SHINAN, SHIBEI, HUANGDAO] = ['370200', '370202', '370203', '370211']
const [LAOSHAN, LICANG, JIMO, LAIXI] = ['370212', '370213', '370215', '370285']
const [SHANDONG, DONGGANG, CHAOYANG] = ['370000', '371102', '110105']

const at = (...places: string[]) => ({ places })
const wants = (...places: string[]) => ({ places })
const wantsFrom = (wish: string, home: string, more: Partial<Talent> = {}) => ({ places: [wish], home, ...more })
const livesIn = (home: string, commuteKm?: number) => ({ home, ...(commuteKm !== undefined && { commuteKm }) })

testRules('a wished place', place, [
  ['the very district', at(SHINAN), wants(SHINAN), 'kept', 'place.inside', 1],
  ['a city reaches its districts', at(HUANGDAO), wants(CITY), 'kept', 'place.inside', 1],
  ['a province its cities', at(CITY), wants(SHANDONG), 'kept', 'place.inside', 1],
  ['the country everything', at(CHAOYANG), wants('000000'), 'kept', 'place.inside', 1],
  ['a street lies in its district', at('370211001'), wants(HUANGDAO), 'kept', 'place.inside', 1],
  ['one of several wishes is enough', at(SHINAN), wants(CHAOYANG, SHINAN), 'kept', 'place.inside', 1],
  ['one of several places of work too', at(CHAOYANG, SHINAN), wants(SHINAN), 'kept', 'place.inside', 1],
  ['only the city is known', at(CITY), wants(SHINAN), 'kept', 'place.coarse', 0.6],
  ['only the province is', at(SHANDONG), wants(SHINAN), 'kept', 'place.coarse', 0.6],
  ['what is known in full goes before it', at(CITY, SHINAN), wants(SHINAN), 'kept', 'place.inside', 1],
  ['29 km away is near', at(LICANG), wants(HUANGDAO), 'near 29 km', 'place.outside', 0],
  ['31 km are not', at(JIMO), wants(LAOSHAN), 'broken 31 km', 'place.outside', 0],
  ['the least of several misses counts', at(LAIXI, LICANG), wants(HUANGDAO), 'near 29 km', 'place.outside', 0],
  ['in any order', at(LICANG, LAIXI), wants(HUANGDAO), 'near 29 km', 'place.outside', 0],
  ['and of several wishes', at(JIMO), wants(CHAOYANG, LAOSHAN), 'broken 31 km', 'place.outside', 0],
  ['another province', at(CHAOYANG), wants(SHINAN), 'broken 549 km', 'place.outside', 0],
  ['nobody knows how far', at('999999'), wants(SHINAN), 'broken', 'place.elsewhere', 0],
  ['a known miss goes before an unknown', at('999999', LICANG), wants(HUANGDAO), 'near 29 km', 'place.outside', 0],
  ['no place of work', at(), wants(SHINAN), 'kept', 'place.jobUnknown', 0.5],
  ['neither wish nor home', at(SHINAN), {}, 'kept', 'place.talentUnknown', 0.5],
])

testRules('the home of somebody who wishes for a place', place, [
  ['at home', at(SHINAN), wantsFrom(CITY, SHINAN), 'kept', 'place.insideHome', 1],
  ['4 km of the usual 30', at(SHIBEI), wantsFrom(CITY, SHINAN), 'kept', 'place.insideNear', 1 - (0.5 * 4) / 30],
  ['4 km of the own 8', at(SHIBEI), wantsFrom(CITY, SHINAN, { commuteKm: 8 }), 'kept', 'place.insideNear', 0.75],
  [
    'more than the own is no worse',
    at(LAIXI),
    wantsFrom(CITY, SHINAN, { commuteKm: 8 }),
    'kept',
    'place.insideNear',
    0.5,
  ],
  ['the nearer of two', at(SHIBEI, SHINAN), wantsFrom(CITY, SHINAN), 'kept', 'place.insideHome', 1],
  ['in any order', at(SHINAN, SHIBEI), wantsFrom(CITY, SHINAN), 'kept', 'place.insideHome', 1],
  ['a home in another city does not count', at(SHINAN), wantsFrom(CITY, DONGGANG), 'kept', 'place.inside', 1],
  ['nor to a whole city', at(CITY), wantsFrom(CITY, SHINAN), 'kept', 'place.inside', 1],
  ['nor from one', at(SHINAN), wantsFrom(CITY, CITY), 'kept', 'place.inside', 1],
  ['nor does it save what is not wished', at(JIMO), wantsFrom(LAOSHAN, JIMO), 'broken 31 km', 'place.outside', 0],
  ['it counts all over the country', at(SHIBEI), wantsFrom('000000', SHINAN), 'kept', 'place.insideNear', 14 / 15],
])

testRules('the way to work of somebody who wishes for no place', place, [
  ['the same district', at(SHINAN), livesIn(SHINAN), 'kept', 'place.home', 1],
  ['even for who goes nowhere', at(SHINAN), livesIn(SHINAN, 0), 'kept', 'place.home', 1],
  ['5 km of the usual 30', at(LICANG), livesIn(LAOSHAN), 'kept', 'place.commute', 1 - (0.5 * 5) / 30],
  ['4 km of the own 8', at(SHIBEI), livesIn(SHINAN, 8), 'kept', 'place.commute', 0.75],
  ['all of the own', at(SHIBEI), livesIn(SHINAN, 4), 'kept', 'place.commute', 0.5],
  ['one more is near', at(SHIBEI), livesIn(SHINAN, 3), 'near 1 km', 'place.tooFar', 0],
  ['one more than the usual too', at(JIMO), livesIn(LAOSHAN), 'near 1 km', 'place.tooFar', 0],
  ['30 km more still are', at(LAIXI), livesIn(SHINAN, 61), 'near 30 km', 'place.tooFar', 0],
  ['31 are not', at(LAIXI), livesIn(SHINAN, 60), 'broken 31 km', 'place.tooFar', 0],
  ['the nearest of several', at(CHAOYANG, LAIXI, SHIBEI), livesIn(SHINAN, 8), 'kept', 'place.commute', 0.75],
  ['only the city is known', at(CITY), livesIn(SHINAN), 'kept', 'place.coarseHome', 0.6],
  ['of both', at(CITY), livesIn(CITY), 'kept', 'place.coarseHome', 0.6],
  ['of the home', at(SHINAN), livesIn(CITY), 'kept', 'place.coarseHome', 0.6],
  ['a home that is no division', at(SHINAN), livesIn('999999'), 'kept', 'place.talentUnknown', 0.5],
])

testRules('remote work', place, [
  ['fits everybody', { places: [CHAOYANG], remote: true }, wants(SHINAN), 'kept', 'place.remote', 1],
  ['has no place that could be missing', { remote: true }, {}, 'kept', 'place.remote', 1],
  ['is not what is said not to be', { places: [SHINAN], remote: false }, wants(SHINAN), 'kept', 'place.inside', 1],
  ['alone is wished for', at(SHINAN), { remote: true, home: SHINAN }, 'broken', 'place.onSite', 0],
  ['or a place', at(SHINAN), { places: [SHINAN], remote: true }, 'kept', 'place.inside', 1],
  ['may be what is not said', at(), { remote: true }, 'kept', 'place.jobUnknown', 0.5],
  ['is not wished for', at(SHINAN), { remote: false, home: SHINAN }, 'kept', 'place.home', 1],
])

test.each([
  [30, 'broken 31 km'],
  [31, 'near 31 km'],
])('what is near to a wished place is a setting, its bound included: %d', (placeKm, expected) => {
  const settings = { ...DEFAULT_SETTINGS, near: { ...DEFAULT_SETTINGS.near, placeKm } }
  expect(outcome(judge(place, at(JIMO), wants(LAOSHAN), { settings }))).toBe(expected)
})

test('the reason tells the places, the way and the limit', () => {
  expect(judge(place, at(LAIXI), livesIn(SHINAN, 61)).reason.values).toEqual({
    site: LAIXI,
    home: SHINAN,
    km: 91,
    limit: 61,
    by: 30,
  })
  expect(judge(place, at(JIMO), wants(LAOSHAN)).reason.values).toEqual({ site: JIMO, wish: LAOSHAN, km: 31 })
})

test('of two streets of a district only the district is named as the home', () => {
  const street = `${SHINAN}001`
  const named = (home: string) => judge(place, at(street), wantsFrom(CITY, home)).reason.values
  expect(named(`${SHINAN}002`)).toEqual({ site: SHINAN })
  expect(named(SHINAN)).toEqual({ site: SHINAN })
  expect(named(street)).toEqual({ site: street })
  expect(judge(place, at(street), livesIn(`${SHINAN}002`)).reason.values).toEqual({ site: SHINAN })
})
