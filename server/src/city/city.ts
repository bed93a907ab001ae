import type { Point } from '@renshu/codes'
import type { Names } from '@renshu/contracts'
import type { DemoPlan, Parameter } from './schema.ts'
import type { Calendar } from './working-days.ts'

export interface CityDistrict {
  code: string
  name: Names
  aliases: Names[]
  point: Point
  streets: { code: string; name: string }[]
}

/** Everything local about a city, as its folder under `cities/` says it. */
export interface City {
  code: string
  name: Names
  province: Names
  language: 'zh' | 'en'
  bureau: Names
  hotline: { number: string; name: Names }
  /** In the order the city lists them. */
  districts: CityDistrict[]
  /** Its own, then those of its province and country that it does not replace. */
  parameters: Parameter[]
  /** Which days are worked, in the years that have been announced. */
  calendar: Calendar
  demo: DemoPlan
}
