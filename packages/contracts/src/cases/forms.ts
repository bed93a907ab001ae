import { z } from 'zod'
import { Names } from '../city.ts'
import { Day, Id, Instant } from '../values.ts'
import { ServiceField, ServicePaper } from './services.ts'
import { CaseDecision, CaseMode, FieldValue, PartKey } from './words.ts'

/** A question of a form: answered by a record, or to be answered. */
export const FormField = ServiceField.extend({
  /**
   * `known`: a record answers, nothing is asked; `asked`: to be answered now; `later`: not to be told yet, it depends on
   * another answer; `off`: does not apply.
   */
  state: z.enum(['known', 'asked', 'later', 'off']),
  /** What the record says, for people too, and the day since when that is known. */
  known: z.object({ value: FieldValue, shown: z.string(), on: Day }).nullable(),
  /** What was answered so far. */
  answer: FieldValue.nullable(),
  /** Must be there before the form can be sent. */
  needed: z.boolean(),
  /** What is wrong with the answer. */
  wrong: Names.nullable(),
})
export type FormField = z.infer<typeof FormField>

export const CasePaper = z.object({
  /** Which paper of the service. */
  paper: z.string(),
  name: Names,
  by: z.enum(['file', 'promise', 'record']),
  file: z
    .object({ id: Id, name: z.string(), type: z.string(), size: z.int(), sha256: z.string(), at: Instant })
    .nullable(),
  record: z.string().nullable(),
})
export type CasePaper = z.infer<typeof CasePaper>

export const FormPaper = ServicePaper.extend({
  /** `held`: a record stands in; `given`: a file or promise is there; `needed`; `later` and `off` as with fields. */
  state: z.enum(['held', 'given', 'needed', 'later', 'off']),
  given: CasePaper.nullable(),
})
export type FormPaper = z.infer<typeof FormPaper>

/** A person who applies, as an officer has to know him; the number is shown in part. */
export const ApplicantSeen = z.object({
  document: z.string().nullable(),
  /** The day when an officer held the document in hand; null where the number was only written down. */
  seenOn: Day.nullable(),
  /** No message reaches him: papers are printed and handed over. */
  onPaper: z.boolean(),
  /** Other records in which the same number stands. */
  otherRecords: z.int(),
})
export type ApplicantSeen = z.infer<typeof ApplicantSeen>

/** A service's form with what is known and what was answered so far. */
export const CaseForm = z.object({
  service: z.object({ key: z.string(), title: Names, summary: Names, version: z.string() }),
  modes: z.array(z.object({ mode: CaseMode, name: Names })),
  applicant: z.object({ kind: z.enum(['person', 'organisation']), name: z.string() }),
  /** At a counter, of a person. */
  seen: ApplicantSeen.nullable(),
  /** The month or year of a service that recurs, and until when it is done. */
  round: z.object({ key: z.string(), from: Day, until: Day, done: z.boolean() }).nullable(),
  fields: z.array(FormField),
  papers: z.array(FormPaper),
  /** What the policy says of the answers so far; null for a service without one. */
  decision: CaseDecision.nullable(),
  /** Nothing is missing: it can be sent. */
  ready: z.boolean(),
})
export type CaseForm = z.infer<typeof CaseForm>

/** Answers by key of field; null takes an answer back. */
export const Answers = z.record(PartKey, FieldValue.nullable())
export type Answers = z.infer<typeof Answers>
/** Papers by their id in the service: a file uploaded before, or a promise; null takes it back. */
export const PapersGiven = z.record(
  PartKey,
  z.union([z.strictObject({ file: Id }), z.strictObject({ promised: z.literal(true) })]).nullable(),
)
export type PapersGiven = z.infer<typeof PapersGiven>

/** A form on its way: kept by itself, on every device. Its id becomes that of the case. */
export const CaseDraftCard = z.object({
  id: Id,
  service: z.object({ key: z.string(), title: Names }),
  mode: CaseMode,
  /** District of the counter where it is handed in; null online. */
  acceptance: z.string().nullable(),
  startedAt: Instant,
  savedAt: Instant,
  /** The day after which it is dropped unless it is saved again. */
  keptUntil: Day,
  version: z.int(),
})
export type CaseDraftCard = z.infer<typeof CaseDraftCard>
export const CaseDraft = CaseDraftCard.extend({
  form: CaseForm,
  concerned: z.array(z.object({ organisationId: Id, name: z.string() })),
  /**
   * Answers that were changed on another device since the version this device had read: the stored ones stay until one
   * of the two is sent again with the version of this answer.
   */
  conflicts: z.array(z.object({ key: z.string(), stored: FieldValue.nullable(), sent: FieldValue.nullable() })),
})
export type CaseDraft = z.infer<typeof CaseDraft>
