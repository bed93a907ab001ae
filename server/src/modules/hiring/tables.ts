import type { Channel, RefusalReason, Stage, Step, SystemReason, WithdrawReason } from '@renshu/contracts'
import type { Generated, Insertable, Selectable } from 'kysely'
import type { Json } from '../../platform/tables.ts'
import type { Offer, Side, Who } from './rules/index.ts'

/** Who takes part: repeated in every table, since a policy can look at no other. */
type Parties = {
  /** Null for a talent whom an agency keeps. */
  personId: string | null
  organisationId: string
  agencyId: string | null
  district: string
}

type ProcessTable = Parties & {
  city: string
  id: string
  jobId: string
  jobTitle: string
  jobHash: string
  toldHash: Generated<string | null>
  employerId: string
  talentId: string
  occupation: string | null
  industry: string | null
  stage: Stage
  channel: Channel
  sameHands: boolean
  contact: boolean
  booked: boolean
  offer: Json<Offer> | null
  startedOn: string | null
  confirmedByEmployer: Date | null
  confirmedByTalent: Date | null
  confirmedByOfficer: Date | null
  disputed: string | null
  waitsFor: Side | null
  remindOn: string | null
  answerBy: string | null
  lapseOn: string | null
  reminders: Generated<number>
  firstDueOn: string | null
  firstAnswerAt: Date | null
  standingLost: Generated<boolean>
  held: Generated<boolean>
  startedAt: Date
  changedAt: Date
  version: number
}
export type Reason = RefusalReason | WithdrawReason | SystemReason

type EventTable = Parties & {
  city: string
  id: string
  processId: string
  seq: number
  step: Step
  stage: Stage
  happenedAt: Date
  who: Who
  actorId: string | null
  reason: Reason | null
  note: string
  data: Json<Record<string, unknown>>
}

type SlotTable = Parties & {
  city: string
  id: string
  processId: string
  jobId: string
  startsAt: Date
  minutes: number
  place: string
  online: boolean
  booked: boolean
  withdrawn: Generated<boolean>
}

type MessageTable = Parties & {
  city: string
  id: string
  processId: string
  side: 'talent' | 'agency' | 'employer'
  authorId: string | null
  text: string
  sentAt: Date
  seenAt: Date | null
}

type FollowUpTable = Parties & {
  city: string
  id: string
  processId: string
  days: number
  dueOn: string
  askedAt: Date | null
  answer: 'working' | 'left' | 'unknown' | null
  answeredBy: 'talent' | 'agency' | null
  actorId: string | null
  note: Generated<string>
  answeredAt: Date | null
}

export type HiringTables = {
  'hiring.process': ProcessTable
  'hiring.event': EventTable
  'hiring.slot': SlotTable
  'hiring.message': MessageTable
  'hiring.followUp': FollowUpTable
  'hiring.applicationCount': { city: string; personId: string; appliedOn: string; used: number }
  'hiring.dailyCount': {
    city: string
    organisationId: string
    countedOn: string
    arrived: number
    told: number
    ended: number
  }
}

export type ProcessRow = Selectable<ProcessTable>
export type NewProcess = Insertable<ProcessTable>
export type EventRow = Selectable<EventTable>
export type NewEvent = Insertable<EventTable>
export type SlotRow = Selectable<SlotTable>
export type MessageRow = Selectable<MessageTable>
export type FollowUpRow = Selectable<FollowUpTable>
