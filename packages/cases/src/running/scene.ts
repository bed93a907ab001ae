import type { Decision, Plain } from '@renshu/policy'
import type { Calendar } from '../clocks/days.ts'
import type { Hash } from '../definition/prepare.ts'
import type { Mode, Role } from '../definition/words.ts'
import type { Given, Papers, Party } from './state.ts'

/** Who acts. Without a district: the whole city. */
export type Actor = {
  person: string
  roles: readonly Role[]
  organisations: readonly string[]
  /** People and organisations that he may be or belong to by another record of his: they keep him out, and give no right. */
  beside?: readonly string[]
  district?: string | undefined
}
/** The clock acts in nobody's name. */
export const CLOCK: Actor = { person: 'clock', roles: ['clock'], organisations: [] }

/** Leave to act for somebody in cases, from a first to a last day. */
export type Mandate = { id: string; agent: Party; principal: Party; from: string; to?: string }

/** What a record says now, and since when that is known; null: nothing. Left out: it could not be read. */
export type Records = Readonly<Record<string, { value: Plain | null; on: string } | undefined>>

/** Everything a command depends on besides the case itself. */
export type Scene = {
  /** Id of the case. */
  case: string
  /** Instant, ISO, and the day it is in the city. */
  at: string
  today: string
  actor: Actor
  /** Those that name the actor as agent, valid or not. */
  mandates: readonly Mandate[]
  records: Records
  /** What the policy decides on the facts as this command leaves them, see `factsFor`. */
  decision?: Pick<Decision, 'policy' | 'effective' | 'known' | 'facts' | 'outcome' | 'missing' | 'amount'>
  calendar: Calendar
  hash: Hash
  /** A fresh random text for each event. */
  salt: () => string
}

export type Command = {
  /** Unique; the same one sent twice is obeyed once. */
  id: string
  step: string
  /** Number of events the sender has seen; 0 for a new case. */
  expected: number
  given?: Given
  papers?: Papers
  reason?: { id?: string; words?: string }
  /** Hash of the facts the decider saw. */
  seen?: string
  /** What becomes of facts that differ from their records. */
  resolve?: Readonly<Record<string, { take: Plain } | { keep: string }>>
  /** For a new case. */
  opening?: {
    applicant: Party
    concerned?: readonly Party[]
    mode: Mode
    acceptance?: string
    round?: string
  }
}
