import { z } from 'zod'
import { Day, DistrictCode, Id, line, lines, PageQuery, Version } from '../values.ts'
import {
  CertificateCode,
  Education,
  Employment,
  MonthlyPay,
  OccupationCode,
  PlaceCode,
  ShiftKind,
  SkillName,
} from '../work.ts'
import { ClosingReason, JobScope } from './records.ts'

const places = z
  .array(
    z.strictObject({
      place: PlaceCode,
      address: line(120).or(z.literal('')).default(''),
      openings: z.int().min(1).max(9999),
    }),
  )
  .min(1)
  .max(20)
/** What a posting says. Empty lists are 不限 or nothing said. */
const content = {
  title: line(60),
  description: lines(8000).min(1),
  occupation: OccupationCode.nullable(),
  places,
  remote: z.boolean(),
  salary: MonthlyPay.nullable(),
  education: Education.nullable(),
  years: z.int().min(0).max(50).nullable(),
  employment: z.array(Employment).max(7),
  shifts: z.array(ShiftKind).max(6),
  welfare: z.array(z.string().regex(/^[a-zA-Z]{2,40}$/)).max(40),
  certificates: z.array(z.strictObject({ code: CertificateCode, required: z.boolean() })).max(20),
  skills: z.array(SkillName).max(60),
  startBy: Day.nullable(),
  validUntil: Day,
  scope: JobScope,
  /** The client in the register for whom an agency posts; null: the organisation itself. */
  employerId: Id.nullable(),
}
/** A new posting; what is left out is read from title and description. */
export const PostBody = z.strictObject({
  title: content.title,
  description: content.description,
  places: content.places,
  validUntil: content.validUntil,
  occupation: content.occupation.optional(),
  remote: content.remote.default(false),
  salary: content.salary.default(null),
  education: content.education.default(null),
  years: content.years.default(null),
  employment: content.employment.default([]),
  shifts: content.shifts.default([]),
  welfare: content.welfare.default([]),
  certificates: content.certificates.default([]),
  skills: content.skills.default([]),
  startBy: content.startBy.default(null),
  scope: content.scope.default('everyone'),
  employerId: content.employerId.default(null),
  /** False keeps it as a draft. */
  publish: z.boolean().default(true),
})
export type PostBody = z.infer<typeof PostBody>
export const EditBody = z.strictObject({
  version: Version,
  ...z.object(content).omit({ employerId: true }).partial().shape,
  publish: z.boolean().optional(),
})
export type EditBody = z.infer<typeof EditBody>
export const CloseBody = z.strictObject({
  version: Version,
  reason: ClosingReason.exclude(['merged', 'moderated']),
  note: lines(500).default(''),
})
export const ReadTextBody = z.strictObject({ text: lines(10_000).min(1) })
export const ModerationBody = z.strictObject({
  version: Version,
  /** What the officer looked at: a posting changed meanwhile is not decided on. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  decision: z.enum(['approved', 'refused']),
  reason: lines(1000).default(''),
})
export const MergeBody = z.strictObject({ version: Version, into: Id })

/** Codes with commas between; an unknown one finds nothing. */
const codes = z.string().regex(/^[a-zA-Z]{1,40}(?:,[a-zA-Z]{1,40}){0,9}$/)
/** What words of a search may be understood as. */
export const WishField = z.enum(['place', 'pay', 'welfare', 'employment', 'education'])
export type WishField = z.infer<typeof WishField>
const filters = {
  /** Words, pinyin or initials; also a whole wish: `叉车 三千 包住 黄岛`. */
  q: z.string().trim().max(100).optional(),
  /** Fields, with commas between, that words are not to be understood as: they are searched as text. */
  verbatim: codes.optional(),
  /** A division or a street; with `km`, the middle of a circle. */
  place: PlaceCode.optional(),
  km: z.coerce.number().min(1).max(200).optional(),
  occupation: OccupationCode.optional(),
  /** Fen a month that the upper end of the pay has to reach. */
  pay: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  /** The highest education the seeker has. */
  education: Education.optional(),
  /** Any of them. */
  employment: codes.optional(),
  /** All of them. */
  welfare: codes.optional(),
  /** Days since it was published or confirmed. */
  days: z.coerce.number().int().min(1).max(365).optional(),
  organisation: Id.optional(),
  remote: z.stringbool().optional(),
}
export const JobsFilter = z.object(filters)
export const JobsQuery = PageQuery.extend({
  ...filters,
  sort: z.enum(['best', 'newest', 'pay', 'near']).default('best'),
  /** Facets cost a little: asked for by pages, not by integrators. */
  facets: z.stringbool().default(false),
})
export type JobsQuery = z.infer<typeof JobsQuery>
export const OwnJobsQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  status: z.enum(['draft', 'waiting', 'open', 'unlisted', 'refused', 'closed']).optional(),
})
export const QueueQuery = PageQuery.extend({
  district: DistrictCode.optional(),
  signal: z.string().max(40).optional(),
})
