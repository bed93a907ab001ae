import { z } from 'zod'
import { JobPage } from '../jobs/records.ts'
import { Day, Id, Instant, Version } from '../values.ts'

/** Where a process stands; the last five are ends. */
export const Stage = z.enum([
  'applied',
  'invited',
  'recommended',
  'talking',
  'interview',
  'offered',
  'accepted',
  'placed',
  'refused',
  'withdrawn',
  'lapsed',
  'closed',
  'erased',
])
export type Stage = z.infer<typeof Stage>
export const OPEN_STAGES = ['applied', 'invited', 'recommended', 'talking', 'interview', 'offered', 'accepted'] as const
/** What can be done, by whom stands in the server's rules. */
export const Step = z.enum([
  'apply',
  'invite',
  'recommend',
  'agree',
  'share',
  'talk',
  'propose',
  'book',
  'offer',
  'accept',
  'refuse',
  'decline',
  'withdraw',
  'remind',
  'lapse',
  'confirm',
  'dispute',
  'place',
  'close',
  /** Another process of the same person about the same posting goes on in its place. */
  'merge',
  /** The posting was refused by an officer: the process rests; `release`: it goes on, since he approved it. */
  'hold',
  'release',
  /** The posting was merged into another one of the employer, and the process goes on there. */
  'move',
  'erase',
  /** Whether somebody who began still works there; told in the timeline, no move of the process. */
  'followUp',
])
export type Step = z.infer<typeof Step>
export const Channel = z.enum(['search', 'recommendation', 'invitation', 'agency', 'officer', 'fair', 'import'])
export type Channel = z.infer<typeof Channel>
export const RefusalReason = z.enum([
  'filled',
  'occupation',
  'experience',
  'education',
  'certificate',
  'place',
  'pay',
  'hours',
  'absent',
  'other',
])
export type RefusalReason = z.infer<typeof RefusalReason>
export const WithdrawReason = z.enum(['foundOther', 'pay', 'place', 'hours', 'employer', 'noAnswer', 'other'])
export type WithdrawReason = z.infer<typeof WithdrawReason>
/** Why a process ended by itself. */
export const SystemReason = z.enum([
  'employerSilent',
  'talentSilent',
  'offerExpired',
  'jobClosed',
  /** The posting was merged into another one. */
  'jobMerged',
  /** The posting was refused, and no officer has approved it since. */
  'jobRefused',
  'merged',
])
export type SystemReason = z.infer<typeof SystemReason>

export const FollowUpAnswer = z.enum(['working', 'left', 'unknown'])

export const Slot = z.object({
  id: Id,
  startsAt: Instant,
  minutes: z.int(),
  place: z.string(),
  online: z.boolean(),
  /** By somebody else. */
  taken: z.boolean(),
  /** By this process. */
  mine: z.boolean(),
})
export const ProcessEvent = z.object({
  id: Id,
  step: Step,
  stage: Stage,
  at: Instant,
  by: z.enum(['talent', 'employer', 'agency', 'officer', 'system']),
  byName: z.string(),
  /** Why: one of `RefusalReason`, `WithdrawReason`, or of the system's own. */
  reason: z.union([RefusalReason, WithdrawReason, SystemReason]).nullable(),
  note: z.string(),
  /** Of `book`: the time that was chosen. */
  slotAt: Instant.nullable(),
  /** Of `followUp`: how many days after the start it was asked, and what was answered. */
  followUp: z.object({ days: z.int(), answer: FollowUpAnswer }).nullable(),
})
export type ProcessEvent = z.infer<typeof ProcessEvent>
export const Message = z.object({
  id: Id,
  from: z.enum(['talent', 'employer', 'agency', 'officer']),
  name: z.string(),
  text: z.string(),
  at: Instant,
  seenAt: Instant.nullable(),
})
export type Message = z.infer<typeof Message>
export const Offer = z.object({
  /** Fen a month. */
  pay: z.int().min(0),
  startOn: Day,
  note: z.string(),
  answerBy: Day,
})
export const Placement = z.object({
  /** The day the last word names: a side that names another day takes the other's confirmation back. */
  startedOn: Day,
  confirmedByEmployer: Instant.nullable(),
  confirmedByTalent: Instant.nullable(),
  confirmedByOfficer: Instant.nullable(),
  disputed: z.string().nullable(),
  followUps: z.array(
    z.object({
      id: Id,
      days: z.int(),
      dueOn: Day,
      answer: FollowUpAnswer.nullable(),
      /** `agency`: the one that keeps the talent, in his place. */
      answeredBy: z.enum(['talent', 'agency']).nullable(),
      answeredAt: Instant.nullable(),
    }),
  ),
})
/** What the posting said when the process began. */
const AppliedTo = JobPage.pick({
  title: true,
  description: true,
  salary: true,
  places: true,
  education: true,
  years: true,
  employment: true,
  shifts: true,
  welfare: true,
}).extend({
  /** What it says otherwise now. */
  changed: z.array(z.enum(['title', 'salary', 'places', 'employment', 'shifts'])),
})

/** One job, one talent, from the first step to the last. */
export const Process = z.object({
  id: Id,
  job: z.object({
    id: Id,
    title: z.string(),
    listed: z.boolean(),
    /** Changed since the talent applied. */
    changed: z.boolean(),
    /** Refused by an officer: until he approves it, the employer sees no contact and can only end the process. */
    held: z.boolean(),
    /** Last day on which the process rests for that; it ends after it. Null where it does not, or the city sets none. */
    heldUntil: Day.nullable(),
    /** The posting into which this one was merged. */
    mergedInto: Id.nullable(),
  }),
  organisation: z.object({
    id: Id,
    name: z.string(),
    /** False: it may not recruit at present, and makes no offer. */
    standing: z.boolean(),
  }),
  talent: z.object({
    id: Id,
    /** As far as the caller may know it: `求职者 4F2A` to an employer whom the person does not show it. */
    name: z.string(),
    /** The phone may be opened by the route `contact`: the person agreed, and the process is open. */
    contact: z.boolean(),
  }),
  stage: Stage,
  channel: Channel,
  startedAt: Instant,
  changedAt: Instant,
  /** Day by which the employer has to answer, in working days of the city; null where nothing waits for him. */
  answerBy: Day.nullable(),
  overdue: z.boolean(),
  reminders: z.int(),
  offer: Offer.nullable(),
  slots: z.array(Slot),
  placement: Placement.nullable(),
  /** Messages of the other side that the caller's side has not seen. */
  unread: z.int(),
  /** What the caller may do now. */
  may: z.array(Step),
  version: Version,
})
export type Process = z.infer<typeof Process>
export const ProcessFile = Process.extend({
  /** Null where that is not kept. */
  appliedTo: AppliedTo.nullable(),
  events: z.array(ProcessEvent),
  /** Between talent and employer; an officer does not read them. */
  messages: z.array(Message),
  /** The talent sent a CV along, which may be opened by the route `cv`, under the terms of `contact`. */
  cv: z.boolean(),
  /** What an officer kept as evidence of the placement; for officers. */
  evidence: z.array(z.object({ id: Id, name: z.string(), size: z.int() })),
  /** Days spent in each stage. */
  stageDays: z.array(z.object({ stage: Stage, days: z.number() })),
})
export type ProcessFile = z.infer<typeof ProcessFile>
