import type { Given, Party, ReachedOutcome, Word } from '@renshu/cases'
import type { Text } from '@renshu/policy'
import type { Context, Language } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Policies } from '../policy/index.ts'

/** What work on cases needs: the context of a request has it all, jobs make it of their services. Scope `system`. */
export type Desk = Pick<
  Context,
  'tx' | 'city' | 'now' | 'newId' | 'secrets' | 'jobs' | 'cities' | 'config' | 'asSystem'
> & {
  /** Of who asks; Chinese where nobody does. */
  language?: Language
}

/** The same for jobs. */
export const systemDesk = ({ clock, secrets, jobs, cities, config }: Services, tx: Tx, city: string): Desk => ({
  tx,
  city,
  now: clock.now,
  newId: clock.newId,
  secrets,
  jobs,
  cities,
  config,
  asSystem: (work) => work(),
})

/** The case in which something was reached. */
export interface ReachedIn {
  id: string
  /** Of the receipt. */
  code: string
  service: { key: string; title: Text; version: string }
  /** `person` and `organisation` as in the opening: one of them, or both. */
  applicant: Party
  /** Organisations that are named beside the applicant, by their ids. */
  concerned: readonly string[]
  /** District that decides, or `city`. */
  decision: string
  /** The day whose policy counts. */
  effective: string
  submittedOn: string
  /** Policy of the service, and the kept decision by which it was granted. */
  policy?: { key: string; decisionId: string | null }
  /** Facts as they stand, by their keys. */
  facts: Given
  /** Who took the step: a person's id, or `clock`. */
  actor: string
  /** Number of the event, and the day it is of. */
  n: number
  on: string
}

/**
 * What becomes of an outcome (办理结果): a command of the module that keeps it, run in the transaction of the step under
 * `outcome.key`. It is called once for each key; what it throws undoes the step.
 */
export interface OutcomeRunner {
  kind: string
  run: (desk: Desk, outcome: ReachedOutcome, theCase: ReachedIn) => Promise<void>
}

/** A step that was taken, told in its transaction, after its outcomes ran. */
export interface TakenStep {
  caseId: string
  /** Number of the event, and what it was. */
  n: number
  step: string
  word: Word
  /** The stage it led to. */
  stage: string
  refuses: boolean
  grants: boolean
  outcomes: readonly string[]
  at: Date
}
/** Who must hear of each step, e.g. what makes documents of it. */
export type AfterStep = (desk: Desk, taken: TakenStep) => Promise<void>

/** What cases are told by the modules below, and what they set going; `parts.ts` gives it. */
export interface CasesPorts {
  policies: Policies
  runners: readonly OutcomeRunner[]
  afterStep: readonly AfterStep[]
}
