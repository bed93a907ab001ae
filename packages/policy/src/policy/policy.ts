import type { Plain } from '../exact/value.ts'
import type { Text } from '../faults.ts'

/** Where something is written. `published` is the day from which it could be known. */
export type Document = {
  id: string
  title: string
  number?: string
  link?: string
  published?: string
  /** How sure the text is, in words. */
  certainty?: Text
}

/** Type of a fact or parameter by name; `choice` and `list` name their options. */
export type TypeName = 'money' | 'ratio' | 'integer' | 'date' | 'months' | 'days' | 'boolean' | 'choice' | 'list'

/** Something asked of a person or read from a record. */
export type Fact = {
  key: string
  /** Chinese name, used in expressions. */
  name: string
  type: TypeName
  options?: readonly string[]
  question: Text
  /** The record of the platform that knows it, e.g. `insurance.unemploymentPaid`. */
  record?: string
  /** Bounds, included. Without `min` counted things begin at zero. */
  min?: Plain
  max?: Plain
}

/** A value and the first and last day on which it holds. It has a source or is an example (示例). */
export type DatedValue = {
  from: string
  to?: string
  /** The day it became known, when later than its document: a change with effect back in time. */
  known?: string
  /** One for each option under `by`, or steps `{from, value}`. */
  value: Plain | Readonly<Record<string, Plain>> | readonly { from: Plain; value: Plain }[]
  /** A document's id. */
  source?: string
  clause?: string
  example?: '示例'
  note?: Text
}

export type Parameter = {
  name: string
  type: TypeName
  /** Name of a choice: the value is a table by its options. */
  by?: string
  /** Type of what the steps are counted in: the value is in steps. */
  steps?: TypeName
  values: readonly DatedValue[]
}

/** A name for a part, and where it is defined so. */
export type Definition = { name: string; is: string; source?: string; clause?: string }

type Sourced = { clause: string; source?: string; example?: '示例' }
/** First and last day on which something is part of the policy; left out: those of the policy. */
export type Period = { from?: string; to?: string }
export type Condition = Sourced & Period & { id: string; text: Text; when: string }

/** `year`: the calendar year of the effective date. */
export type Span = 'ever' | 'year'
/**
 * Which earlier payments count: of this policy and those under `with`, whose facts under `same` are those of now, and of
 * the `last` months or days alone.
 */
export type Counted = { with?: readonly string[]; same?: readonly string[]; last?: string }
export type LimitRule =
  /** 累计上限: with what was paid before, not more than `most`. */
  | ({ kind: 'cap'; most: string; within: Span } & Counted)
  /** 次数: not more than `most` payments. */
  | ({ kind: 'times'; most: string; within: Span } & Counted)
  /** 互斥: not beside any of these policies. */
  | { kind: 'exclusive'; with: readonly string[]; within: Span; same?: readonly string[] }
  /** 申请时限: the effective date is not later than `event` and `within` (months or days) after it. */
  | { kind: 'deadline'; event: string; within: string }
  /** 就高不就低: `by` a choice from low to high, nothing at or below what was had; without `by`, only the difference to what was had. */
  | ({ kind: 'higher'; by?: string } & Counted)
  /** 比例不超过: not more than a share of something. */
  | { kind: 'share'; most: string; of: string }
  /** 基金备付: the fund must last `least`; otherwise nothing, or `otherwise`. */
  | { kind: 'reserve'; of: string; least: string; otherwise?: string }
export type Limit = Sourced & { id: string; text: Text } & LimitRule

/** A measure as data: plain JSON, every expression as text. */
export type Policy = {
  key: string
  title: Text
  summary: Text
  /** Who applies. */
  subject: 'person' | 'organisation'
  from: string
  to?: string
  documents: readonly Document[]
  facts: readonly Fact[]
  parameters: readonly Parameter[]
  definitions?: readonly Definition[]
  conditions: readonly Condition[]
  amount: Sourced & { is: string; period: 'once' | 'month' }
  limits?: readonly Limit[]
}

/** A payment made earlier to the same person or organisation. `amount` as the policy's amount is written. */
export type Payment = { policy: string; on: string; amount: Plain; facts?: Readonly<Record<string, Plain>> }
