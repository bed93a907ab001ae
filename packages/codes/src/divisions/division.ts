import { lazily, readTable } from '../table.ts'

/** Degrees, GCJ-02 (the datum of Chinese maps), good to a kilometre or two. */
export type Point = { lat: number; lon: number }

/**
 * A division of GB/T 2260 as it stands today. Codes have six digits (`370000`, `370200`, `370202`), streets and towns
 * nine (`370202001`); those are held for 青岛, 日照 and the cities without districts (东莞, 中山, 儋州, 嘉峪关).
 * Districts of a municipality and counties run by a province hang directly under the province.
 * `point` is the seat of government: of a district its own, of a city its most central district, of a province its
 * capital. A street has the point of its district, and so has a district whose seat is not known that of its city.
 */
export type Division = {
  code: string
  name: string
  level: 'province' | 'city' | 'district' | 'street'
  parent?: string
  point?: Point
}

type Codes = ReadonlySet<string>

const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`
const cityOf = (code: string): string => `${code.slice(0, 4)}00`

const levelOf = (code: string): Division['level'] => {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'district'
}

const parentOf = (code: string, known: Codes): string | undefined => {
  if (code.endsWith('0000')) return undefined
  const city = cityOf(code)
  return code !== city && known.has(city) ? city : provinceOf(code)
}

const toDivision = ([code = '', name = '', lat, lon]: string[], known: Codes): Division => {
  const parent = parentOf(code, known)
  return {
    code,
    name,
    level: levelOf(code),
    ...(parent && { parent }),
    ...(lat && lon && { point: { lat: Number(lat), lon: Number(lon) } }),
  }
}

const load = (): Map<string, Division> => {
  const rows = readTable('divisions.tsv')
  const known = new Set(rows.map(([code = '']) => code))
  const table = new Map<string, Division>()
  // Parents come before what lies in them, so a missing point can be taken from above.
  for (const row of rows) add(table, toDivision(row, known))
  for (const [code = '', name = '', parent = ''] of readTable('streets.tsv'))
    add(table, { code, name, level: 'street', parent })
  return table
}

const add = (table: Map<string, Division>, division: Division): void => {
  const point = division.point ?? table.get(division.parent ?? '')?.point
  table.set(division.code, point ? { ...division, point } : division)
}

const table = lazily(load)

const children = lazily(() => {
  const byParent = new Map<string, string[]>()
  for (const { code, parent } of table().values())
    if (parent) byParent.set(parent, [...(byParent.get(parent) ?? []), code])
  return byParent
})

/** @example division('370202')?.name // 市南区 */
export const division = (code: string): Division | undefined => table().get(code)

/** Every division, in code order, streets last. */
export const divisions = (): Iterable<Division> => table().values()

/** What lies directly in a division: the districts of a city, the streets of a district; [] where nothing is held. */
export const divisionsUnder = (code: string): Division[] =>
  (children().get(code) ?? []).flatMap((child) => division(child) ?? [])

/** From the province down to the division itself; [] for a code that is not in force. */
export const divisionPath = (code: string): Division[] => {
  const found = division(code)
  return found ? [...(found.parent ? divisionPath(found.parent) : []), found] : []
}

/** @example fullName('370202') // 山东省青岛市市南区 */
export const fullName = (code: string): string =>
  divisionPath(code)
    .map(({ name }) => name)
    .join('')

/** Whether a place is an area itself or lies anywhere in it. @example isWithin('370202', '370000') // true */
export const isWithin = (code: string, area: string): boolean => {
  for (let at: string | undefined = code; at; at = division(at)?.parent) if (at === area) return true
  return false
}

const EARTH_KM = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

const arc = (a: Point, b: Point): number => {
  const dLat = Math.sin(radians(b.lat - a.lat) / 2)
  const dLon = Math.sin(radians(b.lon - a.lon) / 2)
  return 2 * Math.asin(Math.sqrt(dLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * dLon ** 2))
}

/**
 * Kilometres in a straight line between the points of two divisions; 0 for the same code, also for two places that
 * share a point (a street and its district). undefined where a code is not in force.
 * @example distanceKm('370200', '371100') // about 110
 */
export const distanceKm = (a: string, b: string): number | undefined => {
  const from = division(a)?.point
  const to = division(b)?.point
  return from && to && EARTH_KM * arc(from, to)
}
