import { z } from 'zod'
import { Names } from '../city.ts'
import { Day, Id, Instant } from '../values.ts'
import { LimitKind, PolicyDocument } from './library.ts'
import {
  Amount,
  AmountPeriod,
  CheckResult,
  Circumstances,
  GivenFacts,
  Outcome,
  PlainValue,
  PolicyHash,
  PolicyKey,
  PolicySubject,
  Question,
  RecordName,
} from './values.ts'

/** A name and the value it had; null while it is not known. */
const Read = z.object({ name: z.string(), shown: z.string().nullable() })
const sourced = { source: z.string().nullable(), clause: z.string(), example: z.boolean() }

/** A fact as the decision used it: from a record with its day, given by who asked, or not known. */
export const DecidedFact = z.object({
  key: z.string(),
  name: z.string(),
  question: Names,
  value: PlainValue.nullable(),
  shown: z.string().nullable(),
  from: z.enum(['record', 'given', 'unknown']),
  record: RecordName.nullable(),
  /** The day for which the record holds. */
  on: Day.nullable(),
  /** Who stated the record, where another authority did. */
  statedBy: z.string().nullable(),
})
export type DecidedFact = z.infer<typeof DecidedFact>

export const Decision = z.object({
  policy: PolicyKey,
  title: Names,
  version: PolicyHash,
  effective: Day,
  known: Day,
  outcome: Outcome,
  conditions: z.array(z.object({ id: z.string(), text: Names, result: CheckResult, reads: z.array(Read), ...sourced })),
  limits: z.array(
    z.object({
      id: z.string(),
      kind: LimitKind,
      text: Names,
      result: CheckResult,
      reads: z.array(Read),
      took: Amount.nullable(),
      ...sourced,
    }),
  ),
  /** Provisional while the outcome is unknown. */
  amount: Amount.extend({
    arithmetic: z.string(),
    period: AmountPeriod,
    provisional: z.boolean(),
    clause: z.string(),
  }).nullable(),
  facts: z.array(DecidedFact),
  /** What can still change the outcome, in the order worth asking. */
  missing: z.array(Question),
  /** Nearest single changes that make a failing condition hold; `fact` is `today` where waiting helps. */
  changes: z.array(
    z.object({
      condition: z.string(),
      fact: z.string(),
      /** Chinese name of the fact. */
      name: z.string(),
      from: PlainValue,
      to: PlainValue,
      shown: z.string(),
      /** The whole would then be granted. */
      grants: z.boolean(),
    }),
  ),
  /** A limit looks at earlier payments, and they are not known. */
  needsHistory: z.boolean(),
  /** Earlier payments that were looked at. */
  history: z.array(z.object({ policy: PolicyKey, title: Names.nullable(), on: Day, shown: z.string() })),
  basis: z.array(
    z.object({
      name: z.string(),
      shown: z.string(),
      from: Day,
      to: Day.nullable(),
      source: z.string().nullable(),
      clause: z.string().nullable(),
      example: z.boolean(),
    }),
  ),
  documents: z.array(PolicyDocument),
})
export type Decision = z.infer<typeof Decision>

/** Facts of anybody, without records. `paidBefore`: whether earlier payments are taken as none, or as not known. */
export const CalculateBody = z.strictObject({
  facts: GivenFacts,
  paidBefore: z.enum(['nothing', 'unknown']).default('nothing'),
  ...Circumstances,
})
/** Facts that no record answers; one that differs from its record is refused. */
export const DecideBody = z.strictObject({ facts: GivenFacts, ...Circumstances })

/** One policy for one subject. */
export const ComparedPolicy = z.object({
  key: PolicyKey,
  title: Names,
  summary: Names,
  to: Day.nullable(),
  outcome: Outcome,
  /** Provisional while unknown. */
  amount: Amount.extend({ period: AmountPeriod }).nullable(),
  /** What is worth asking first. */
  missing: z.array(Question),
  needsHistory: z.boolean(),
  /** Texts of the conditions and limits that fail. */
  failing: z.array(Names),
  service: z.object({ key: z.string(), title: Names }).nullable(),
})
export type ComparedPolicy = z.infer<typeof ComparedPolicy>

/** Granted first, by amount; then what is unknown, then what is refused. */
export const Comparison = z.object({
  subject: z.object({ kind: PolicySubject, name: z.string().nullable() }),
  effective: Day,
  policies: z.array(ComparedPolicy),
})
export type Comparison = z.infer<typeof Comparison>

/** A decision that was kept. */
export const KeptDecision = z.object({
  id: Id,
  policy: PolicyKey,
  title: Names,
  subject: PolicySubject,
  effective: Day,
  outcome: Outcome,
  amount: Amount.nullable(),
  at: Instant,
  by: z.enum(['self', 'officer', 'case', 'nightly']),
  /** The policy's file has changed since. */
  outdated: z.boolean(),
})
export type KeptDecision = z.infer<typeof KeptDecision>
export const OpenedDecision = KeptDecision.extend({ decision: Decision })

/** A kept decision, decided again from what was stored. */
export const DecidedAgain = z.object({
  id: Id,
  /** Same outcome and same fen, by the version it was decided with. */
  agrees: z.boolean(),
  before: z.object({ outcome: Outcome, amount: Amount.nullable() }),
  again: Decision,
  /** By the version of today, from the same facts for the same day; null where that is the same version. */
  current: z.object({ outcome: Outcome, amount: Amount.nullable() }).nullable(),
})
export type DecidedAgain = z.infer<typeof DecidedAgain>
export type OpenedDecision = z.infer<typeof OpenedDecision>
