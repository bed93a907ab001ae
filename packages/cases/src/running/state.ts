import type { Plain } from '@renshu/policy'
import type { Mode, Role } from '../definition/words.ts'

/** Answers by field; left out or null: not known. */
export type Given = Readonly<Record<string, Plain | null | undefined>>
/** A person, an organisation, or both: ids of the caller's. */
export type Party = { person?: string; organisation?: string }

/** A fact as it was when it was taken, and who said so. */
export type FrozenFact = {
  value: Plain
  source: 'record' | 'applicant' | 'officer'
  on: string
  /** A newer value of the record that an officer did not take, and why. */
  kept?: { against: Plain | null; reason: string }
}
export type Facts = Readonly<Record<string, FrozenFact>>
/** Each paper by a hash of the file, a promise, or the record that holds it. */
export type Papers = Readonly<Record<string, { file: string } | { promised: true } | { record: string }>>

/** A command of a module, to be run under its key exactly once, in the transaction of the step. */
export type ReachedOutcome = {
  kind: string
  key: string
  with: Readonly<Record<string, Plain>>
  /** What a policy gives: money in fen, or a number of months. */
  fen?: number
  months?: number
}

/** What an event says. It may be erased; the chain holds only its seal. */
export type EventBody = {
  on: string
  role: Role
  to: string
  /** The mandate by which a proxy acted. */
  mandate?: string
  reason?: { id?: string; words?: string }
  facts?: Facts
  papers?: Papers
  /** Set by the first submission. */
  opening?: Opening
  /** What a granting step was bound to: hash of the facts, and the policy's amount. */
  bound?: Bound
  outcomes?: readonly ReachedOutcome[]
}

export type Opening = {
  applicant: Party
  /** Others whom the case is about: a firm complained of, a person visited. */
  concerned: readonly Party[]
  mode: Mode
  /** District of the counter that took it in; undefined when it came online. */
  acceptance?: string
  /** District that decides, or `city`. */
  decision: string
  /** The day whose policy counts. */
  effective: string
  /** Of a case that recurs: `2026-03`. */
  round?: string
}
export type Bound = { facts: string; amount?: Plain }

/** One link of a case's history. */
export type Event = {
  case: string
  /** From 1. */
  n: number
  /** Instant, ISO. */
  at: string
  step: string
  /** Who acted: an id, no name. */
  actor: string
  /** Id of the command, by which a repeated one is known. */
  command: string
  salt: string
  /** Hash of salt and body. */
  seal: string
  /** Hash of the event before; of the definition before the first. */
  prev: string
  hash: string
  body: EventBody
}

export type TakenStep = {
  n: number
  step: string
  stage: string
  actor: string
  command: string
  role: Role
  on: string
  given: Given
}
/** The days a clock ran: from each first to each last, the first not counted. */
export type Span = { from: string; to?: string }

/** What the events tell. */
export type State = {
  case: string
  version: string
  /** Number of events; a command names the one it has seen. */
  n: number
  head: string
  stage: string
  since: string
  opening: Opening
  facts: Facts
  papers: Papers
  /** The n of the last submission, request to correct, objection or appeal: judgements before it no longer count. */
  anew: number
  bound?: Bound
  taken: readonly TakenStep[]
  clocks: Readonly<Record<string, readonly Span[]>>
  outcomes: readonly ReachedOutcome[]
}
