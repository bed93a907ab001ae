import { z } from 'zod'
import { PersonName, Phone, ResidentId } from '../accounts/inputs.ts'
import { Day, DistrictCode, Id, Instant, line, lines, PageQuery, Version } from '../values.ts'
import { Answers, PapersGiven } from './forms.ts'
import { CaseMode, DefinitionKey, DutyRole, FieldValue, PartKey, Sha256 } from './words.ts'

const Concerned = z.array(z.strictObject({ organisationId: Id })).max(10)

/** Begins a form, or goes on with the one that lies there for the same service and applicant. */
export const BeginBody = z.strictObject({
  service: DefinitionKey,
  mode: CaseMode.default('easy'),
  /** District of the counter where it is handed in. */
  acceptance: DistrictCode.nullable().default(null),
})
export type BeginBody = z.infer<typeof BeginBody>
/** Changed answers and papers only; what is not named stays. `version`: the one this device has read. */
export const SaveBody = z.strictObject({
  version: Version,
  answers: Answers.default({}),
  papers: PapersGiven.default({}),
  mode: CaseMode.optional(),
  acceptance: DistrictCode.nullable().optional(),
  /** Organisations the case is about, e.g. one complained of: their people keep out of it. */
  concerned: Concerned.optional(),
})
export type SaveBody = z.infer<typeof SaveBody>
export const SubmitBody = z.strictObject({ version: Version })
export type SubmitBody = z.infer<typeof SubmitBody>

/** A step with what it needs, see `choices` of the case. */
export const CaseStepBody = z.strictObject({
  step: PartKey,
  /** `n` of the case as the caller saw it. */
  expected: z.int().min(1).max(100_000),
  /** Made by the caller: the same command sent twice is obeyed once. */
  command: Id.optional(),
  given: Answers.optional(),
  papers: PapersGiven.optional(),
  reason: z.strictObject({ id: PartKey.optional(), words: lines(2000).optional() }).optional(),
  /** Hash of the facts the caller saw. */
  seen: Sha256.optional(),
  /** What becomes of facts that differ from their records: the value shown is taken, or the old one kept, and why. */
  resolve: z
    .record(PartKey, z.union([z.strictObject({ take: FieldValue }), z.strictObject({ keep: lines(500).min(1) })]))
    .optional(),
})
export type CaseStepBody = z.infer<typeof CaseStepBody>
/** An officer may take an applicant's step at a counter for somebody who has no phone: the card was checked. */
export const OfficerStepBody = CaseStepBody.extend({ checked: z.literal('idCard').optional() })
export type OfficerStepBody = z.infer<typeof OfficerStepBody>
/** What the policy would say if the step was taken so. */
export const DecideBody = CaseStepBody.pick({ step: true, given: true, resolve: true })
export type DecideBody = z.infer<typeof DecideBody>

/** Consent to what somebody is entitled to: the case is opened and sent with what is on record. */
export const TakeUpBody = z.strictObject({
  answers: Answers.default({}),
  papers: PapersGiven.default({}),
})
export type TakeUpBody = z.infer<typeof TakeUpBody>

export const CaseMessageBody = z.strictObject({ text: lines(2000).min(1) })
export type CaseMessageBody = z.infer<typeof CaseMessageBody>
export const UploadQuery = z.object({ paper: PartKey, name: line(200) })
export type UploadQuery = z.infer<typeof UploadQuery>

export const CasesQuery = PageQuery.extend({
  service: DefinitionKey.optional(),
  /** Only those that have not ended, or only those that have. */
  open: z.stringbool().optional(),
})
export type CasesQuery = z.infer<typeof CasesQuery>

/** Running notices, or ended ones besides. */
export const NoticesQuery = PageQuery.extend({ service: DefinitionKey.optional(), open: z.stringbool().default(true) })

/** Which tasks of the caller's duties. */
export const TasksQuery = PageQuery.extend({
  service: DefinitionKey.optional(),
  stage: PartKey.optional(),
  district: DistrictCode.optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  whose: z.enum(['mine', 'unassigned', 'all']).default('all'),
  objections: z.stringbool().optional(),
  /** Code of a receipt. */
  code: line(40).optional(),
})
export type TasksQuery = z.infer<typeof TasksQuery>
/** Every case of the officer's district, ended ones too. */
export const OfficerCasesQuery = CasesQuery.extend({
  code: line(40).optional(),
  district: DistrictCode.optional(),
  due: z.enum(['overdue', 'soon']).optional(),
})
export type OfficerCasesQuery = z.infer<typeof OfficerCasesQuery>

/** Whom the counter takes a case in for: somebody known, or by phone and name somebody who has no account yet. */
export const CounterApplicant = z.union([
  z.strictObject({ personId: Id }),
  z.strictObject({ organisationId: Id }),
  z.strictObject({ phone: Phone, name: PersonName }),
  /** Without a phone: by the resident id at hand, with the consent that was signed on paper. */
  z.strictObject({
    residentId: ResidentId,
    name: PersonName,
    /** Version of the words that were signed. */
    consent: line(40),
    /** Where the number stands in an account that nobody has checked: whether the account is the applicant's. */
    account: z.enum(['own', 'another']).optional(),
  }),
])
export type CounterApplicant = z.infer<typeof CounterApplicant>
export const CounterFormBody = z.strictObject({
  service: DefinitionKey,
  applicant: CounterApplicant,
  mode: CaseMode.default('nearby'),
  answers: Answers.default({}),
})
export type CounterFormBody = z.infer<typeof CounterFormBody>
/** Taken in at a counter for somebody who is there: who he is was checked by the document named. */
export const CounterBody = CounterFormBody.extend({
  /** Made by the caller and also the id under which papers were uploaded before. */
  id: Id,
  papers: PapersGiven.default({}),
  /** District of the counter, for officers of the whole city. */
  acceptance: DistrictCode.optional(),
  concerned: Concerned.default([]),
  checked: z.enum(['idCard', 'passport', 'businessLicence', 'letter']),
  note: lines(500).default(''),
})
export type CounterBody = z.infer<typeof CounterBody>

export const AssignBody = z.strictObject({
  /** Null: the caller takes it over. */
  personId: Id.nullable(),
  reason: lines(500).min(1),
  expected: z.int().min(1).max(100_000),
})
export type AssignBody = z.infer<typeof AssignBody>
export const ObjectBody = z.strictObject({ text: lines(2000).min(1) })
export type ObjectBody = z.infer<typeof ObjectBody>
export const AnswerObjectionBody = z.strictObject({ answer: lines(2000).min(1) })
export type AnswerObjectionBody = z.infer<typeof AnswerObjectionBody>

export const DutyBody = z.strictObject({ personId: Id, role: DutyRole, district: DistrictCode.nullable() })
export type DutyBody = z.infer<typeof DutyBody>

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
export const CounterHoursBody = z.strictObject({
  district: DistrictCode,
  name: line(100),
  address: line(200),
  minutes: z.int().min(5).max(240),
  places: z.int().min(1).max(100),
  hours: z
    .array(
      z.strictObject({
        weekday: z.int().min(1).max(7),
        from: Time,
        until: Time,
        afterHours: z.boolean().default(false),
      }),
    )
    .max(28),
  version: Version.nullable(),
})
export type CounterHoursBody = z.infer<typeof CounterHoursBody>
export const BookBody = z.strictObject({
  counterId: Id,
  startsAt: Instant,
  service: DefinitionKey.nullable().default(null),
  caseId: Id.nullable().default(null),
  note: lines(200).default(''),
})
export type BookBody = z.infer<typeof BookBody>
export const SlotsQuery = z.object({ counter: Id, from: Day.optional() })
export type SlotsQuery = z.infer<typeof SlotsQuery>
