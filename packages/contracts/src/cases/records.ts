import { z } from 'zod'
import { Names } from '../city.ts'
import { PayableStatus } from '../payments/records.ts'
import { Day, Id, Instant } from '../values.ts'
import { ApplicantSeen, CasePaper } from './forms.ts'
import { CaseClock, ServiceDrawing } from './services.ts'
import {
  CaseDecision,
  CaseEnd,
  CaseMode,
  CaseRole,
  CaseWord,
  FieldType,
  FieldValue,
  GivenAmount,
  Place,
} from './words.ts'

/** A case (办件) in a list. */
export const CaseCard = z.object({
  id: Id,
  /** Of the receipt (受理凭证): by it anybody may ask how far the case is. */
  code: z.string(),
  service: z.object({ key: z.string(), title: Names }),
  applicant: z.object({ kind: z.enum(['person', 'organisation']), id: Id, name: z.string() }),
  stage: z.object({ id: z.string(), name: Names, end: CaseEnd.nullable() }),
  mode: CaseMode,
  /** Counter that took it in; null online. */
  acceptance: Place.nullable(),
  decision: Place,
  submittedAt: Instant,
  changedAt: Instant,
  /** The last day of the clock that runs; null where none runs or the year is not announced. */
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** Whom it waits for. */
  waitsFor: z.enum(['applicant', 'office', 'clock', 'nobody']),
  amount: GivenAmount.pick({ fen: true, months: true, shown: true }).nullable(),
  round: z.string().nullable(),
  /** Messages of the other side not seen yet. */
  unread: z.int(),
  /** Number of events so far; a step names it. */
  n: z.int(),
})
export type CaseCard = z.infer<typeof CaseCard>

/** What stands in the way of a step, by the code of the failure it would meet. */
const Blocked = z.object({ code: z.string(), text: Names })
/** A fact that is not as its record says now. */
export const CaseDifference = z.object({
  key: z.string(),
  label: Names,
  was: FieldValue,
  wasShown: z.string(),
  /** Null: the record says nothing any more; then it can only be kept. */
  now: FieldValue.nullable(),
  nowShown: z.string().nullable(),
  on: Day,
})
export type CaseDifference = z.infer<typeof CaseDifference>
/** A step the caller may take now, and what it asks: a button and its form. */
export const CaseChoice = z.object({
  step: z.string(),
  word: CaseWord,
  name: Names,
  to: Names,
  grants: z.boolean(),
  refuses: z.boolean(),
  blocked: Blocked.nullable(),
  /** The applicant's own step, taken for him by an officer before whom he stands: the card is to be checked. */
  onBehalf: z.boolean(),
  needs: z.object({
    /** One of these must be chosen. */
    reasons: z.array(z.object({ id: z.string(), text: Names })),
    words: z.boolean(),
    /** Where the policy refuses: the reason of the list that says so, and the clauses that failed with their values. */
    proposed: z.object({ reason: z.string().nullable(), words: z.string() }).nullable(),
    /** Keys of fields to answer. */
    fields: z.array(z.string()),
    /** Ids of papers. */
    papers: z.array(z.string()),
    /** Each to be taken or kept with a reason. */
    differences: z.array(CaseDifference),
    /** Hash of the facts shown, to be sent back. */
    seen: z.string().nullable(),
    /** It is bound to the decision of the policy, see `decision` of the case. */
    decision: z.boolean(),
  }),
})
export type CaseChoice = z.infer<typeof CaseChoice>

/** One link of the history. */
export const CaseEvent = z.object({
  n: z.int(),
  step: z.string(),
  word: CaseWord,
  name: Names,
  /** The stage it led to. */
  stage: Names,
  at: Instant,
  on: Day,
  role: CaseRole,
  /** Who took it, for officers; to applicants an officer is his role. */
  by: z.string().nullable(),
  mine: z.boolean(),
  /** Taken by somebody who acts for the applicant. */
  byProxy: z.boolean(),
  reason: z.object({ id: z.string().nullable(), text: Names.nullable(), words: z.string() }).nullable(),
  outcomes: z.array(Names),
  /** What it said was erased; only the seal is left. */
  erased: z.boolean(),
})
export type CaseEvent = z.infer<typeof CaseEvent>

export const CaseFact = z.object({
  key: z.string(),
  label: Names,
  type: FieldType,
  value: FieldValue,
  shown: z.string(),
  /** Only the last digits are shown: an account, to officers. */
  masked: z.boolean(),
  /** Whether the caller may see it in full for a reason: a cashier of the place, who is not concerned. */
  mayUnmask: z.boolean(),
  source: z.enum(['record', 'applicant', 'officer']),
  record: z.string().nullable(),
  on: Day,
  /** Kept against a newer record, and why. */
  kept: z.object({ against: z.string().nullable(), reason: z.string() }).nullable(),
})
export type CaseFact = z.infer<typeof CaseFact>

export const ClockState = CaseClock.extend({
  /** Days used; null where a year is not announced. */
  used: z.int().nullable(),
  running: z.boolean(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** When it ran; between two spans it stood still. `to` null: it runs. */
  spans: z.array(z.object({ from: Day, to: Day.nullable() })),
})
export type ClockState = z.infer<typeof ClockState>

export const CaseMessage = z.object({
  id: Id,
  from: z.enum(['applicant', 'office']),
  by: z.string(),
  text: z.string(),
  at: Instant,
  seenAt: Instant.nullable(),
})
export type CaseMessage = z.infer<typeof CaseMessage>

export const CaseObjection = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  text: z.string(),
  status: z.enum(['open', 'recorded', 'dismissed']),
  answer: z.string().nullable(),
})
export type CaseObjection = z.infer<typeof CaseObjection>

/** The whole of a case, as the caller may see it. */
export const CaseFile = CaseCard.extend({
  version: z.string(),
  /** The day whose policy counts. */
  effective: Day,
  concerned: z.array(z.object({ id: Id, name: z.string() })),
  events: z.array(CaseEvent),
  clocks: z.array(ClockState),
  choices: z.array(CaseChoice),
  facts: z.array(CaseFact),
  papers: z.array(CasePaper),
  /** The policy's decision that stands: the one granted on, else of the facts as they are. */
  decided: CaseDecision.nullable(),
  outcomes: z.array(
    z.object({
      kind: z.string(),
      name: Names,
      at: Instant,
      fen: z.int().nullable(),
      /** Of what is to be paid: how far it is. The case ends when it is passed on; paid it is by the bank's word. */
      payment: z.object({ status: PayableStatus, paidOn: Day.nullable() }).nullable(),
    }),
  ),
  review: z.object({ text: Names, service: z.string().nullable() }).nullable(),
  /** The newest, in the order in which they were written; `earlierMessages` is where those before them begin. */
  messages: z.array(CaseMessage),
  earlierMessages: z.string().nullable(),
  appointments: z.array(z.object({ id: Id, startsAt: Instant, minutes: z.int(), place: z.string() })),
  /** Objections to the notice; for officers. */
  objections: z.array(CaseObjection),
  /** Who has it on his desk; for officers. */
  assigned: z.object({ personId: Id, name: z.string(), mine: z.boolean() }).nullable(),
  /** Of a person who applies; for officers. */
  seen: ApplicantSeen.nullable(),
  drawing: ServiceDrawing,
})
export type CaseFile = z.infer<typeof CaseFile>

/** A case that waits at a desk. */
export const CaseTask = CaseCard.extend({
  roles: z.array(CaseRole),
  /** The role it was escalated to once its clock had run out. */
  escalatedTo: CaseRole.nullable(),
  place: Place,
  assigned: z.object({ personId: Id, name: z.string(), mine: z.boolean() }).nullable(),
  /** Objections that wait for an answer. */
  objections: z.int(),
  since: Day,
})
export type CaseTask = z.infer<typeof CaseTask>

const Counted = z.object({ key: z.string(), name: Names, count: z.int() })
export const TaskCounts = z.object({
  mine: z.int(),
  unassigned: z.int(),
  all: z.int(),
  overdue: z.int(),
  /** Due within three days. */
  soon: z.int(),
  objections: z.int(),
  services: z.array(Counted),
  /** By service and stage: the key is `service/stage`. */
  stages: z.array(Counted),
  districts: z.array(Counted),
})
export type TaskCounts = z.infer<typeof TaskCounts>

/** How far a case is, for who has its receipt. */
export const CaseProgress = z.object({
  code: z.string(),
  service: Names,
  stage: z.object({ name: Names, end: CaseEnd.nullable() }),
  dueOn: Day.nullable(),
  steps: z.array(z.object({ name: Names, stage: Names, on: Day })),
})
export type CaseProgress = z.infer<typeof CaseProgress>

/** A public notice (公示): what the definition makes public, and nothing else. */
export const CaseNotice = z.object({
  id: Id,
  service: z.object({ key: z.string(), title: Names }),
  stage: Names,
  from: Day,
  /** The last day; null where the year is not announced. */
  until: Day.nullable(),
  open: z.boolean(),
  amount: z.string().nullable(),
  facts: z.array(z.object({ label: Names, shown: z.string() })),
  decision: Place,
})
export type CaseNotice = z.infer<typeof CaseNotice>

export const Duty = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string() }),
  role: CaseRole,
  roleName: Names,
  /** Null: the whole city. */
  district: Place.nullable(),
  since: Day,
  until: Day.nullable(),
  /** Tasks on this person's desk. */
  open: z.int(),
})
export type Duty = z.infer<typeof Duty>

/** Days on which a counter takes people in. */
export const Counter = z.object({
  id: Id,
  district: Place,
  name: z.string(),
  address: z.string(),
  /** Length of one appointment. */
  minutes: z.int(),
  /** People served at once. */
  places: z.int(),
  /** By day of the week, 1 Monday to 7 Sunday; `09:00`. Working days of the calendar only, unless `afterHours`. */
  hours: z.array(z.object({ weekday: z.int(), from: z.string(), until: z.string(), afterHours: z.boolean() })),
  version: z.int(),
})
export type Counter = z.infer<typeof Counter>
export const Slot = z.object({ startsAt: Instant, minutes: z.int(), free: z.int(), afterHours: z.boolean() })
export type Slot = z.infer<typeof Slot>
export const Appointment = z.object({
  id: Id,
  counter: z.object({ id: Id, name: z.string(), address: z.string() }),
  service: z.object({ key: z.string(), title: Names }).nullable(),
  caseId: Id.nullable(),
  startsAt: Instant,
  minutes: z.int(),
  status: z.enum(['booked', 'cancelled', 'came', 'missed']),
  /** Who comes; for officers and for who booked. */
  name: z.string(),
  note: z.string(),
})
export type Appointment = z.infer<typeof Appointment>
