import { BUSINESS_TYPES, type BusinessType } from '@renshu/codes'
import { CityCode, Day, DistrictCode, line, Names, ParameterUnit } from '@renshu/contracts'
import { z } from 'zod'

/** What the files of a city folder look like. `rules.ts` checks what a shape cannot say. */

const Both = z.strictObject({ ...Names.shape, zh: line(200), en: line(200) })
const Source = z.strictObject({
  title: line(200),
  clause: line(100).optional(),
  issuedOn: Day.optional(),
  url: z.url().optional(),
})

export const CityFile = z.strictObject({
  code: CityCode,
  name: Both,
  province: Both,
  language: z.enum(['zh', 'en']),
  bureau: Both,
  hotline: z.strictObject({ number: z.string().regex(/^[\d-]{3,20}$/), name: Both }),
})

/** Chinese names, streets and points come from the national tables; here stands what is local. */
export const DistrictsFile = z
  .array(z.strictObject({ code: DistrictCode, en: line(100), aliases: z.array(Both).default([]) }))
  .min(1)

/** A value and the days on which it holds; without a source it must say that it is an example. */
const DatedValue = z.strictObject({
  value: z.int(),
  from: Day,
  until: Day.optional(),
  source: Source.optional(),
  example: z.literal(true).optional(),
  note: Both.optional(),
})
export type DatedValue = z.infer<typeof DatedValue>

const Parameter = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  name: Both,
  unit: ParameterUnit,
  values: z.array(DatedValue).min(1),
})
export type Parameter = z.infer<typeof Parameter>
export const ParametersFile = z.array(Parameter)

/** Days off and the weekends worked for them (调休) in a year, as announced. */
export const CalendarFile = z.strictObject({
  year: z.int().min(2000).max(2100),
  source: Source,
  daysOff: z.array(z.strictObject({ name: Both, from: Day, until: Day })),
  worked: z.array(Day),
})
export type CalendarFile = z.infer<typeof CalendarFile>

/** Parts of a hundred. */
const Share = z.int().min(0).max(100)
const Count = z.int().min(0).max(1_000_000)
const Shares = z.record(z.string(), Share)

const DemoPark = z.strictObject({
  name: Both,
  district: DistrictCode,
  /** Chinese name of the park whose branch it is. */
  partOf: line(200).optional(),
  source: Source.optional(),
  example: z.literal(true).optional(),
})

/** How many of what the made-up city has. Shares are parts of a hundred and examples; counts may have a source. */
export const DemoFile = z.strictObject({
  seed: z.int().min(0),
  agencies: z.strictObject({
    count: Count,
    practitioners: Count,
    source: Source.optional(),
    districts: Shares,
    /** Of a hundred agencies, how many offer it; one offers several. */
    businessTypes: z.record(z.enum(BUSINESS_TYPES as [BusinessType, ...BusinessType[]]), Share),
    inParks: Count,
    states: z.strictObject({
      valid: Share,
      expired: Share,
      sanctioned: Share,
      refused: Share,
      waiting: Share,
      registered: Share,
    }),
  }),
  employers: z.strictObject({
    count: Count,
    districts: Shares,
    /** By 门类 of GB/T 4754, e.g. `C`. */
    industries: Shares,
    states: z.strictObject({ valid: Share, sanctioned: Share, refused: Share, waiting: Share, registered: Share }),
  }),
  schools: z.strictObject({ count: Count }),
  /** People who look for work. */
  talents: z.strictObject({ count: Count }),
  /** Open ones; those closed within the year come on top. */
  postings: z.strictObject({ count: Count }),
  parks: z.array(DemoPark),
})
export type DemoPlan = z.infer<typeof DemoFile>
