import { z } from 'zod'
import { Day, Id, Instant, Version } from '../values.ts'
import { Education, Employment, MonthlyPay, Named, PlaceCode, ShiftKind } from '../work.ts'

/** Only where one applied; without name and contact; with the name. Contact is never shown outside a process. */
export const Visibility = z.enum(['hidden', 'anonymous', 'open'])
export type Visibility = z.infer<typeof Visibility>

/** Groups for whom the law knows help (就业困难人员 and others), shown only with proof and consent. */
export const SpecialGroup = z.enum([
  'registeredUnemployed',
  'hardToEmploy',
  'disabled',
  'zeroEmploymentFamily',
  'lowIncome',
  'veteran',
  'graduate',
  'liftedOutOfPoverty',
  'olderWorker',
  'released',
])
export type SpecialGroup = z.infer<typeof SpecialGroup>

const ReadWish = z.object({
  title: z.string(),
  /** What the title was read as, null where nothing fits. */
  occupation: Named.nullable(),
})
export const Wish = ReadWish.extend({
  /** Pay for this work alone; null: that of the profile counts. */
  salary: MonthlyPay.nullable(),
})
export const PastJob = z.object({
  employer: z.string(),
  title: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  text: z.string(),
})
export const HeldCertificate = z.object({ code: z.string(), name: z.string(), validUntil: Day.nullable() })

const seen = {
  wishes: z.array(Wish),
  places: z.array(z.object({ place: PlaceCode, name: z.string() })),
  salary: MonthlyPay.nullable(),
  remote: z.boolean(),
  education: Education.nullable(),
  years: z.int().nullable(),
  employment: z.array(Employment),
  availableFrom: Day.nullable(),
  certificates: z.array(HeldCertificate),
  skills: z.array(z.string()),
  summary: z.string(),
}

/** As the person sees it. */
export const Talent = z.object({
  id: Id,
  name: z.string(),
  ...seen,
  born: z.int().nullable(),
  home: z.object({ place: PlaceCode, name: z.string() }).nullable(),
  commuteKm: z.number().nullable(),
  history: z.array(PastJob),
  refuses: z.object({
    occupations: z.array(Named),
    industries: z.array(Named),
    shifts: z.array(ShiftKind),
    employers: z.array(z.string()),
  }),
  visibility: Visibility,
  groups: z.array(
    z.object({
      group: SpecialGroup,
      status: z.enum(['claimed', 'proved', 'refused', 'ended']),
      reason: z.string().nullable(),
      untilOn: Day.nullable(),
    }),
  ),
  cv: z.object({ id: Id, name: z.string(), size: z.int() }).nullable(),
  /** Last day on which interest was said or repeated; after 90 days employers no longer see the profile. */
  confirmedOn: Day,
  confirmBy: Day,
  version: Version,
})
export type Talent = z.infer<typeof Talent>

/** As an employer sees it: without name where it is anonymous, never with contact. */
export const TalentCard = z.object({
  id: Id,
  /** `张**` or `求职者 4F2A`. */
  name: z.string(),
  named: z.boolean(),
  ...seen,
  /** Ten years wide: `30–39`. */
  ageBand: z.string().nullable(),
  district: z.string().nullable(),
  confirmedOn: Day,
})
export type TalentCard = z.infer<typeof TalentCard>
export const TalentPage = TalentCard.extend({
  /** Without employers' names where it is anonymous. */
  history: z.array(PastJob),
  /** Open processes of this organisation with the person. */
  processes: z.array(Id),
})
export type TalentPage = z.infer<typeof TalentPage>

/** What a CV was read as: nothing of it is kept until the person saves it. */
export const CvReading = z.object({
  fileId: Id,
  /** Text lies behind a picture and cannot be read. */
  scanned: z.boolean(),
  text: z.string(),
  name: z.string().nullable(),
  born: z.int().nullable(),
  education: Education.nullable(),
  years: z.int().nullable(),
  wishes: z.array(ReadWish),
  places: z.array(z.object({ place: PlaceCode, name: z.string() })),
  salary: MonthlyPay.nullable(),
  certificates: z.array(HeldCertificate),
  skills: z.array(z.string()),
  history: z.array(PastJob),
})
export type CvReading = z.infer<typeof CvReading>

/** One look of an organisation at a profile. */
export const Look = z.object({
  organisation: z.object({ id: Id, name: z.string() }),
  at: Instant,
  what: z.enum(['profile', 'contact', 'cv']),
})
export type Look = z.infer<typeof Look>

/** A profile an agency keeps for somebody, with the consent it stands on. */
export const HeldTalent = TalentCard.extend({
  /** Masked. */
  phone: z.string().nullable(),
  consentOn: Day,
  consentUntil: Day,
  /** The wish lapses soon or has lapsed, and the consent still holds: the agency should ask the person. */
  askAgain: z.boolean(),
  sourceId: z.string().nullable(),
  version: Version,
})
export type HeldTalent = z.infer<typeof HeldTalent>

/** Two profiles that may be one person: decided by somebody, never by the machine. */
export const TalentPair = z.object({
  id: Id,
  one: TalentCard,
  other: TalentCard,
  /** Which of them people wrote with accounts of their own; the rest is kept by an agency. */
  own: z.array(z.enum(['one', 'other'])),
  alike: z.array(z.enum(['phone', 'residentId', 'name', 'born', 'history'])),
  foundAt: Instant,
})
export type TalentPair = z.infer<typeof TalentPair>
