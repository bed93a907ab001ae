import { z } from 'zod'
import { CityCode, Day, DistrictCode } from './values.ts'
import { routes } from './route.ts'

/** A name in both languages. */
export const Names = z.object({ zh: z.string(), en: z.string() })
export type Names = z.infer<typeof Names>

/** Degrees, GCJ-02, good to a kilometre or two: the seat of the district's government. */
const Point = z.object({ lat: z.number(), lon: z.number() })

const District = z.object({
  code: DistrictCode,
  name: Names,
  /** Functional areas that lie in it or are another name of it, e.g. 西海岸新区. */
  aliases: z.array(Names),
  point: Point,
  streets: z.array(z.object({ code: z.string().regex(/^\d{9}$/), name: z.string() })),
})

export const CityProfile = z.object({
  code: CityCode,
  name: Names,
  province: Names,
  bureau: Names,
  hotline: z.object({ number: z.string(), name: Names }),
  /** In the order the city lists them. */
  districts: z.array(District),
  /** The ten business types of human-resources services, in the official order. */
  businessTypes: z.array(z.object({ code: z.string(), name: Names })),
  /** The records were made up for trying out. */
  demo: z.boolean(),
})
export type CityProfile = z.infer<typeof CityProfile>

/** Where a value was stated. */
const Source = z.object({
  title: z.string(),
  clause: z.string().optional(),
  issuedOn: Day.optional(),
  url: z.url().optional(),
})

/** What the whole number counts: 分, 万分之一, natural days, working days, and so on. */
export const ParameterUnit = z.enum([
  'fen',
  'basisPoints',
  'count',
  'persons',
  'days',
  'workingDays',
  'months',
  'years',
  'squareMetres',
])
export type ParameterUnit = z.infer<typeof ParameterUnit>

const CityParameter = z.object({
  id: z.string(),
  name: Names,
  unit: ParameterUnit,
  value: z.int(),
  from: Day,
  /** The last day on which it holds; null while none is set. */
  until: Day.nullable(),
  /** Null for an example (示例): no source states it, the city has configured it. */
  source: Source.nullable(),
})

export const cityRoutes = routes({
  cities: {
    method: 'GET',
    path: '/cities',
    access: 'public',
    summary: ['本平台上的城市', 'The cities on this platform'],
    response: z.object({ items: z.array(z.object({ code: CityCode, name: Names })) }),
  },
  profile: {
    method: 'GET',
    path: '/city',
    access: 'public',
    summary: ['本市：区市、街道、主管部门、业态', 'This city: districts, streets, bureau, business types'],
    response: CityProfile,
    errors: ['platform.notFound'],
  },
  parameters: {
    method: 'GET',
    path: '/city/parameters',
    access: 'public',
    summary: [
      '某一天有效的参数及其依据；没有依据的标为示例',
      'The parameters in force on a day with their sources; those without one are examples',
    ],
    query: z.object({ on: Day.optional() }),
    response: z.object({ on: Day, items: z.array(CityParameter) }),
    errors: ['platform.notFound'],
  },
})
