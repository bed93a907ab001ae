import { z } from 'zod'
import { Names } from '../city.ts'
import { Day } from '../values.ts'

/** What a step is, whatever its service calls it (流程用语). */
export const CaseWord = z.enum([
  'submit',
  'accept',
  'correct',
  'decline',
  'review',
  'approve',
  'publish',
  'object',
  'pay',
  'complete',
  'withdraw',
  'appeal',
])
export type CaseWord = z.infer<typeof CaseWord>
/** Who takes a step; `clock` is nobody, the step takes itself. */
export const CaseRole = z.enum(['applicant', 'counter', 'reviewer', 'approver', 'cashier', 'clock'])
export type CaseRole = z.infer<typeof CaseRole>
/** Roles of officers: what a duty (岗位) names. */
export const DutyRole = CaseRole.exclude(['applicant', 'clock'])
export type DutyRole = z.infer<typeof DutyRole>
/** The seven ways of being served (服务方式). */
export const CaseMode = z.enum(['nearby', 'anywhere', 'easy', 'afterHours', 'appointment', 'atHome', 'assisted'])
export type CaseMode = z.infer<typeof CaseMode>
export const CaseEnd = z.enum(['done', 'refused', 'withdrawn'])
export type CaseEnd = z.infer<typeof CaseEnd>

/** Key of a service or policy: the name of its file, `job-retention-refund`. */
export const DefinitionKey = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/)
/** Key of a field, stage, step, clock, paper or reason within a service. */
export const PartKey = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/)
/** SHA-256 as 64 hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A value of a field as people and JSON write it: money in yuan as text (`"22189.16"`), a ratio as `"5.5%"`, a day as
 * `"2026-03-01"`, whole numbers, true and false, an option, a list of options, free text, a district's code.
 */
export const FieldValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
])
export type FieldValue = z.infer<typeof FieldValue>
export const FieldType = z.enum([
  'money',
  'ratio',
  'integer',
  'date',
  'months',
  'days',
  'boolean',
  'choice',
  'list',
  'text',
  'district',
])
export type FieldType = z.infer<typeof FieldType>

/** Where something is stated; both null for an example (示例) that the city has set. */
export const Basis = z.object({
  /** Title of the document, with its number where it has one. */
  document: z.string().nullable(),
  clause: z.string().nullable(),
  link: z.string().nullable(),
  example: z.boolean(),
})

/** A district by its code, or the whole city: then the code is `city`. */
export const Place = z.object({ code: z.string(), name: Names })

/** How much a policy gives. */
export const GivenAmount = z.object({
  /** Fen; null where months are given. */
  fen: z.int().nullable(),
  months: z.int().nullable(),
  /** For people: `18,775.79`, `12个月`. */
  shown: z.string(),
  arithmetic: z.string().nullable(),
  period: z.enum(['once', 'month']),
})
export type GivenAmount = z.infer<typeof GivenAmount>

/** What the policy of a service says of the facts of a case or of what was answered so far. */
export const CaseDecision = z.object({
  /** Under which the policy module keeps it; null for one that is only shown. */
  id: z.string().nullable(),
  policy: z.object({ key: z.string(), title: Names }),
  /** The text that decided, by its hash, with the days on which it was in use; `until` is null while it is. */
  version: z.object({ hash: z.string(), from: Day, until: Day.nullable() }),
  outcome: z.enum(['granted', 'refused', 'unknown', 'notInForce']),
  amount: GivenAmount.nullable(),
  /** While something is unknown the amount may still change. */
  provisional: z.boolean(),
  effective: Day,
  known: Day,
  conditions: z.array(
    z.object({
      id: z.string(),
      text: Names,
      clause: z.string(),
      result: z.enum(['pass', 'fail', 'unknown']),
      /** Names in the condition and their values for people; null while unknown. */
      reads: z.array(z.object({ name: z.string(), shown: z.string().nullable() })),
    }),
  ),
  limits: z.array(
    z.object({
      id: z.string(),
      text: Names,
      clause: z.string(),
      result: z.enum(['pass', 'fail', 'unknown']),
      took: z.string().nullable(),
    }),
  ),
  /** Facts that can still change the outcome, in the order worth asking. */
  missing: z.array(z.object({ key: z.string(), question: Names })),
})
export type CaseDecision = z.infer<typeof CaseDecision>
