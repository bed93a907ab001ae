import { z } from 'zod'
import { Day, Id, line, lines, PageQuery, Version } from '../values.ts'
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
import { SpecialGroup, Visibility } from './records.ts'

/** A month as people write it in a CV, `2021-03`; a year alone will do. */
const Month = z.string().regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/)

/** The whole profile: what is left out is empty. Three fields are enough to begin: a wish, a place, a name. */
export const ProfileBody = z.strictObject({
  /** Null for a new profile. */
  version: Version.nullable(),
  wishes: z
    .array(
      z.strictObject({
        title: line(40),
        occupation: OccupationCode.nullable().default(null),
        /** Pay for this work alone; without it that of the profile counts. */
        salary: MonthlyPay.nullable().default(null),
      }),
    )
    .min(1)
    .max(5),
  places: z.array(PlaceCode).max(10).default([]),
  salary: MonthlyPay.nullable().default(null),
  remote: z.boolean().default(false),
  education: Education.nullable().default(null),
  years: z.int().min(0).max(60).nullable().default(null),
  born: z.int().min(1930).max(2015).nullable().default(null),
  home: PlaceCode.nullable().default(null),
  commuteKm: z.number().min(1).max(200).nullable().default(null),
  employment: z.array(Employment).max(7).default([]),
  availableFrom: Day.nullable().default(null),
  certificates: z
    .array(z.strictObject({ code: CertificateCode, validUntil: Day.nullable().default(null) }))
    .max(30)
    .default([]),
  skills: z.array(SkillName).max(60).default([]),
  summary: lines(2000).default(''),
  history: z
    .array(
      z.strictObject({
        employer: line(80),
        title: line(60),
        from: Month.nullable().default(null),
        until: Month.nullable().default(null),
        text: lines(1000).default(''),
      }),
    )
    .max(20)
    .default([]),
  refuses: z
    .strictObject({
      occupations: z.array(OccupationCode).max(20).default([]),
      industries: z
        .array(z.string().regex(/^[A-T](?:\d{2,4})?$/))
        .max(20)
        .default([]),
      shifts: z.array(ShiftKind).max(6).default([]),
      employers: z.array(line(80)).max(20).default([]),
    })
    .default({ occupations: [], industries: [], shifts: [], employers: [] }),
  visibility: Visibility.default('anonymous'),
  cvFileId: Id.nullable().default(null),
})
export type ProfileBody = z.infer<typeof ProfileBody>
export const GroupBody = z.strictObject({
  group: SpecialGroup,
  documents: z.array(Id).min(1).max(5),
  /** The person agrees that officers of the bureau see this; without it nothing is kept. */
  consent: z.literal(true),
})
export const GroupDecisionBody = z.strictObject({
  decision: z.enum(['proved', 'refused']),
  reason: lines(500).default(''),
  untilOn: Day.nullable().default(null),
})
/** Claims that wait, or what was recognised and still holds: the people an officer helps. */
export const ClaimsQuery = PageQuery.extend({ status: z.enum(['claimed', 'proved']).default('claimed') })
export const TalentsQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  q: z.string().trim().max(100).optional(),
  place: PlaceCode.optional(),
  occupation: OccupationCode.optional(),
  education: Education.optional(),
  /** Fen a month that at least one wish does not exceed. */
  pay: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  certificate: CertificateCode.optional(),
  /** Without it the best first where words are asked for, else the newest. */
  sort: z.enum(['best', 'newest']).optional(),
  facets: z.stringbool().default(false),
})
export type TalentsQuery = z.infer<typeof TalentsQuery>
export const PairDecisionBody = z.strictObject({
  decision: z.enum(['same', 'different']),
  /** The profile that stays. */
  keep: Id.nullable().default(null),
  reason: line(500),
})
