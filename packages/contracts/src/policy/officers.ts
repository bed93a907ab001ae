import { z } from 'zod'
import { Names } from '../city.ts'
import { Day, DistrictCode, Id, Instant, line, page, PageQuery } from '../values.ts'
import { Decision } from './decisions.ts'
import { AnsweredBy } from './library.ts'
import {
  Amount,
  Circumstances,
  FactType,
  GivenFacts,
  PlainValue,
  PolicyDay,
  PolicyHash,
  PolicyKey,
  PolicySubject,
  RecordName,
  ReplacedValue,
  SubjectRef,
} from './values.ts'

/** Why an officer reads somebody's facts; kept with the look. */
const Reason = line(200)

export const OfficerDecideBody = z.strictObject({
  policy: PolicyKey,
  subject: SubjectRef,
  facts: GivenFacts,
  reason: Reason,
  ...Circumstances,
})
export const OfficerCompareBody = z.strictObject({
  subject: SubjectRef,
  reason: Reason,
  effective: PolicyDay.optional(),
})
export const TryBody = z.strictObject({
  policy: PolicyKey,
  /** Whose records are read; left out: only the given facts. */
  subject: SubjectRef.optional(),
  facts: GivenFacts,
  values: z.array(ReplacedValue).max(50),
  reason: Reason,
  ...Circumstances,
})
/** The policy as it is and with the values replaced. */
export const Tried = z.object({ before: Decision, after: Decision })

export const BudgetBody = z.strictObject({
  policy: PolicyKey,
  values: z.array(ReplacedValue).max(50),
  effective: PolicyDay.optional(),
})
/** How many, and how much: fen, or months where the policy grants time. */
export const Tally = z.object({ granted: z.int(), refused: z.int(), unknown: z.int(), sum: z.int() })
export type Tally = z.infer<typeof Tally>
/** The registry's bands of people employed. */
export const FirmSize = z.enum(['under20', 'under100', 'under500', 'under1000', 'over1000', 'unknown'])
export type FirmSize = z.infer<typeof FirmSize>
export const Budget = z.object({
  id: Id,
  policy: PolicyKey,
  title: Names,
  effective: Day,
  values: z.array(ReplacedValue),
  at: Instant,
  status: z.enum(['running', 'done', 'failed']),
  /** 0–1. */
  progress: z.number(),
  unit: z.enum(['fen', 'months']),
  /** Null until it is done. */
  result: z
    .object({
      subjects: z.int(),
      before: Tally,
      /** With the values replaced; as before where none is. */
      after: Tally,
      /** Who is granted now and was not, and the other way round; who is granted another amount. */
      gained: z.int(),
      lost: z.int(),
      changed: z.int(),
      /** District null: not known. */
      districts: z.array(z.object({ district: DistrictCode.nullable(), before: Tally, after: Tally })),
      /** By the people it employs; empty for persons. */
      sizes: z.array(z.object({ size: FirmSize, before: Tally, after: Tally })),
    })
    .nullable(),
})
export type Budget = z.infer<typeof Budget>

/** Offered until taken up by a case, refused, or no longer true. */
export const EntitlementState = z.enum(['open', 'taken', 'declined', 'ended'])
export type EntitlementState = z.infer<typeof EntitlementState>
export const Entitlement = z.object({
  id: Id,
  policy: PolicyKey,
  title: Names,
  summary: Names,
  service: z.object({ key: z.string(), title: Names }),
  amount: Amount,
  arithmetic: z.string(),
  foundOn: Day,
  /** The last day on which it may be taken up; null where none is stated. */
  lastDay: Day.nullable(),
  state: EntitlementState,
  caseId: Id.nullable(),
  decisionId: Id,
})
export type Entitlement = z.infer<typeof Entitlement>
export const BureauEntitlement = Entitlement.extend({
  subject: z.object({ kind: PolicySubject, id: Id, name: z.string(), district: DistrictCode.nullable() }),
})
export const EntitlementsQuery = PageQuery.extend({
  policy: PolicyKey.optional(),
  state: EntitlementState.optional(),
})
export const EntitlementSummary = z.object({
  policies: z.array(
    z.object({
      policy: PolicyKey,
      title: Names,
      open: z.int(),
      taken: z.int(),
      declined: z.int(),
      ended: z.int(),
      /** Of the open ones. */
      sum: z.int(),
      unit: z.enum(['fen', 'months']),
    }),
  ),
  lastRun: z
    .object({ at: Instant, endedAt: Instant.nullable(), decided: z.int(), found: z.int(), ended: z.int() })
    .nullable(),
})

/** Something another authority stated of somebody. */
export const HeldFact = z.object({
  id: Id,
  record: RecordName,
  /** In words of who asks for it, Chinese; its name where nobody asks any more. */
  label: z.string(),
  value: PlainValue,
  shown: z.string(),
  /** The day for which it holds. */
  on: Day,
  statedBy: z.string(),
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
  withdrawnWhy: z.string().nullable(),
})
export type HeldFact = z.infer<typeof HeldFact>
export const HeldFactBody = z.strictObject({
  subject: SubjectRef,
  record: RecordName,
  value: PlainValue,
  on: PolicyDay,
  statedBy: line(100),
})
export const LookBody = z.strictObject({ subject: SubjectRef, reason: Reason, ...PageQuery.shape })
export const HeldFactsOf = page(HeldFact).extend({
  subject: z.object({ kind: PolicySubject, id: Id, name: z.string().nullable() }),
})

/** An officer's look at what is held of oneself, as the person sees it: whatever came of it. */
export const PolicyLook = z.object({
  what: z.enum(['heldFacts', 'decision', 'comparison', 'trial']),
  reason: z.string(),
  at: Instant,
})
export type PolicyLook = z.infer<typeof PolicyLook>

/** A record that policies and services ask for. */
export const RecordInUse = z.object({
  name: RecordName,
  /** In words of the facts that ask for it. */
  label: z.string(),
  type: FactType.nullable(),
  options: z.array(z.string()),
  subject: PolicySubject.nullable(),
  answeredBy: AnsweredBy,
  policies: z.array(PolicyKey),
})

/** What was read from the files of the city. */
export const PolicyFiles = z.object({
  policies: z.array(
    z.object({
      key: PolicyKey,
      title: Names,
      file: z.string(),
      hash: PolicyHash,
      from: Day,
      /** The file on disk has a fault, and the last good version is in use. */
      kept: z.boolean(),
    }),
  ),
  faults: z.array(z.object({ file: z.string(), line: z.int(), reason: Names })),
})
export type PolicyFiles = z.infer<typeof PolicyFiles>
export type Tried = z.infer<typeof Tried>
export type HeldFactsOf = z.infer<typeof HeldFactsOf>
export type RecordInUse = z.infer<typeof RecordInUse>
export type BureauEntitlement = z.infer<typeof BureauEntitlement>
export type EntitlementSummary = z.infer<typeof EntitlementSummary>
