import { z } from 'zod'
import { Names } from '../city.ts'
import { ResidentId } from '../accounts/inputs.ts'
import { Day, Id } from '../values.ts'

/** Key of a policy: the name of its file, `job-retention-refund`. */
export const PolicyKey = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*$/)
/** SHA-256 of a policy's file in hexadecimal. */
export const PolicyHash = z.string().regex(/^[0-9a-f]{64}$/)
/** Name of a record that knows a fact: `registry.district`. */
export const RecordName = z
  .string()
  .max(80)
  .regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z0-9]*$/)

/**
 * A value as the engine writes it: money `"22189.16"` (yuan) or `{fen}`, ratio `"5.5%"` or `"3/17"`, a whole number,
 * months and days as numbers, a day, yes or no, an option, a list of options.
 */
export const PlainValue = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.array(z.string().max(100)).max(100),
  z.strictObject({ fen: z.int() }),
])
export type PlainValue = z.infer<typeof PlainValue>

const MOST_FACTS = 100
/** Facts by their key; null: not known. */
export const GivenFacts = z
  .record(z.string().max(60), PlainValue.nullable())
  .refine((facts) => Object.keys(facts).length <= MOST_FACTS)

export const PolicySubject = z.enum(['person', 'organisation'])
export type PolicySubject = z.infer<typeof PolicySubject>
export const FactType = z.enum(['money', 'ratio', 'integer', 'date', 'months', 'days', 'boolean', 'choice', 'list'])
export type FactType = z.infer<typeof FactType>
export const Outcome = z.enum(['granted', 'refused', 'unknown', 'notInForce'])
export type Outcome = z.infer<typeof Outcome>
export const CheckResult = z.enum(['pass', 'fail', 'unknown'])
export const AmountPeriod = z.enum(['once', 'month'])

/** An amount: whole fen, or whole months where the policy grants time. `shown` without unit: `7,407.40`. */
export const Amount = z.object({ unit: z.enum(['fen', 'months']), value: z.int(), shown: z.string() })
export type Amount = z.infer<typeof Amount>

/** What is asked, and how it may be answered. */
export const Question = z.object({
  key: z.string(),
  /** Chinese name, as expressions call it. */
  name: z.string(),
  type: FactType,
  options: z.array(z.string()),
  question: Names,
  min: PlainValue.nullable(),
  max: PlainValue.nullable(),
})
export type Question = z.infer<typeof Question>

/** Whose facts an officer reads: by id, credit code or resident id. */
export const SubjectRef = z.union([
  z.strictObject({ organisationId: Id }),
  z.strictObject({ creditCode: z.string().min(1).max(30) }),
  z.strictObject({ personId: Id }),
  z.strictObject({ residentId: ResidentId }),
])
export type SubjectRef = z.infer<typeof SubjectRef>

/** A day the engine reckons with; before 1900 there is no policy. */
export const PolicyDay = Day.refine((day) => day >= '1900-01-01')
/** The day whose facts and values hold, and the day by which they were known; left out: today. */
export const Circumstances = { effective: PolicyDay.optional(), known: PolicyDay.optional() }

/** A value of a parameter for some days, tried in the place of the ones of the file. */
export const ReplacedValue = z.strictObject({
  /** Name of the parameter. */
  parameter: z.string().min(1).max(60),
  /** One value, one for each option, or steps. */
  value: z.union([
    PlainValue,
    z.record(z.string().max(100), PlainValue),
    z.array(z.strictObject({ from: PlainValue, value: PlainValue })).max(50),
  ]),
  from: PolicyDay.optional(),
  to: PolicyDay.optional(),
})
export type ReplacedValue = z.infer<typeof ReplacedValue>
