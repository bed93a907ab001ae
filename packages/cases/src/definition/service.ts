import type { Document, Fact, Plain, Text } from '@renshu/policy'
import type { Mode, Role, Word } from './words.ts'

/** Where it is stated. What nobody states is an example (示例) that the city has set. */
export type Sourced = { source?: string; clause?: string; example?: '示例' }

/** Types of the policy language, and two that no expression reads: free text and a district's code (`370202`). */
export type FieldType = Fact['type'] | 'text' | 'district'

/** Something the case must know. */
export type Field = {
  key: string
  /** Chinese name, as expressions call it. */
  name: string
  /** What pages call it in English; without it the question stands in. */
  label?: Text
  type: FieldType
  options?: readonly string[]
  question: Text
  /** The record that knows it: then it is filled in, and asked only where the record says nothing. */
  record?: string
  /** Who answers; an officer does so in a step that `fills` it. */
  by?: 'applicant' | 'officer'
  /** Asked only where this holds. */
  when?: string
  optional?: boolean
  min?: Plain
  max?: Plain
}

export type Paper = Sourced & {
  id: string
  name: Text
  when?: string
  /** A written promise may stand in for it (告知承诺). */
  promise?: boolean
  /** A record stands in for it: nobody brings what the platform holds (免提交). */
  record?: string
}

export type Clock = Sourced & {
  id: string
  name: Text
  length: number
  unit: 'workingDays' | 'days'
  /** `anew`: counts from zero each time; otherwise it goes on where it was stopped. */
  again?: 'anew'
  /** Who may act too once it has run out. */
  escalateTo?: Role
}

/** Why a step was taken against somebody. */
/** `byPolicy`: the one that says that the policy of the service refuses. */
export type Reason = Sourced & { id: string; text: Text; byPolicy?: true }

export type Step = Sourced & {
  id: string
  word: Word
  name: Text
  to: string
  role: Role
  /** Nobody who took one of these before may take this one. */
  notSameAs?: readonly string[]
  /** So many different people must have taken the step since the last submission; `mean` of a field they gave, at least. */
  needs?: { step: string; people: number; field?: string; mean?: number }
  /** Once for each person since the last submission: a panel. */
  once?: boolean
  /** Decides in favour; bound to the facts seen and, in a service with a policy, to its decision. */
  grants?: boolean
  /** Decides against: a reason of the list is needed. */
  refuses?: boolean
  /** Words of one's own are needed. */
  explains?: boolean
  when?: string
  /** Fields the officer answers here. */
  fills?: readonly string[]
  outcomes?: readonly string[]
  /** For the clock: when the stage is entered, or when its clock has run out (`due`, unless said otherwise). */
  on?: 'entry' | 'due'
}

export type Stage = {
  id: string
  name: Text
  clock?: string
  /** Nothing is left to do. An appeal may still lead out. */
  end?: 'done' | 'refused' | 'withdrawn'
  steps?: readonly Step[]
}

/** A command of a module, run exactly once when a step reaches it. `with`: fields it is given, by their keys. */
export type Outcome = { id: string; kind: string; name: Text; with?: readonly string[] }

/** Where it is decided: the first line that holds. `to`: a field of type district, `acceptance` or `city`. */
export type Route = { when?: string; to: string }

/** A service as data: plain JSON, every expression as text. */
export type Service = {
  key: string
  title: Text
  summary: Text
  applicant: 'person' | 'organisation' | 'either'
  modes: readonly Mode[]
  /**
   * The field that names an organisation the case is about. Whoever applies may choose others beside it; the people of
   * all of them keep out of the case: 回避.
   */
  concerned?: string
  documents: readonly Document[]
  fields: readonly Field[]
  papers?: readonly Paper[]
  /** Decides on entitlement and amount. `effective`: a field with the day that counts, else the day of submission. */
  policy?: { key: string; effective?: string }
  route: readonly Route[]
  clocks: readonly Clock[]
  reasons?: readonly Reason[]
  /** How a refusal is reviewed, by whom, until when. */
  review?: Sourced & { text: Text; service?: string }
  /** The first is where a case begins. */
  stages: readonly Stage[]
  outcomes?: readonly Outcome[]
  /** A case of its own each month or year. */
  /** `again`: once a case of the round has ended another may follow, to correct it or to make up for an earlier round. */
  recurs?: Sourced & { every: 'month' | 'year'; again?: true; text: Text }
  /**
   * What anybody may see of it: `stage`, `amount`, `applicant` (an organisation by its whole name, a person by a masked
   * one), or keys of fields.
   */
  public: readonly string[]
  retention: Sourced & { years: number }
}
