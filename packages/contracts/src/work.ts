import { z } from 'zod'
import { line } from './values.ts'

/** Words of the labour market that postings and profiles share; the lists are those of the national codes. */

/** GB/T 4658 in nine steps; `none` = 不限. */
export const Education = z.enum([
  'none',
  'primary',
  'junior',
  'senior',
  'vocational',
  'college',
  'bachelor',
  'master',
  'doctor',
])
export type Education = z.infer<typeof Education>
export const Employment = z.enum(['fullTime', 'partTime', 'internship', 'temporary', 'gig', 'dispatch', 'outsourced'])
export type Employment = z.infer<typeof Employment>
export const ShiftKind = z.enum(['day', 'night', 'twoShift', 'threeShift', 'rotating', 'flexible'])
export type ShiftKind = z.infer<typeof ShiftKind>
/** A 大典 2022 occupation or a group above it, `4-02-02-01`. */
export const OccupationCode = z.string().regex(/^\d(?:-\d{2}){0,3}$/)
/** GB/T 2260 code of six digits or a street's of nine. */
export const PlaceCode = z.string().regex(/^\d{6}(?:\d{3})?$/)
/** A certificate of the vocabulary in the national codes, e.g. `forklift-n1`; any one of several: `driving-a1|driving-a2`. */
export const CertificateCode = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]{2,40}(?:\|[a-z0-9-]{2,40})*$/)
/** Monthly pay before tax in fen; an absent side is open. */
const Fen = z.int().min(0).max(1_000_000_000)
export const MonthlyPay = z
  .strictObject({ min: Fen.optional(), max: Fen.optional() })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, { path: ['max'] })
export type MonthlyPay = z.infer<typeof MonthlyPay>
/** What a code stands for, in both languages where there are two. */
export const Named = z.object({ code: z.string(), name: z.string() })
export type Named = z.infer<typeof Named>
export const SkillName = line(40)
