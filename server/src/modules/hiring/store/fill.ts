import type { Channel, RefusalReason, WithdrawReason } from '@renshu/contracts'
import { insertMany } from '../../../platform/bulk/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { NewEntry } from '../../ledger/index.ts'
import {
  addDays,
  begin,
  type Clock,
  clockOf,
  isOpen,
  type Limits,
  type Move,
  type State,
  take,
  type Who,
} from '../rules/index.ts'
import { followUpDays, limitsOn, workingDaysAfter } from '../settings.ts'
import type { Reason } from '../tables.ts'

interface Place extends Pick<Services, 'cities'> {
  city: string
  newId: () => string
  now: () => Date
}

/** A step that somebody took. */
export interface ToldMove {
  at: Date
  who: Who
  actorId: string | null
  move: Move
  reason?: RefusalReason | WithdrawReason
  note?: string
  /** Of `propose`: the times. */
  slots?: readonly { startsAt: Date; minutes: number; place: string; online: boolean }[]
  /** Of `book`: which of the times proposed last. */
  slot?: number
}

/** A process as it went, told by its steps: reminders, silence and the ledger follow from the rules. */
export interface Telling {
  id: string
  job: {
    id: string
    title: string
    contentHash: string
    organisationId: string
    employerId: string
    district: string
    occupation: string | null
    industry: string | null
    /** When the posting was closed; what had led to no offer then ended with it. */
    closedAt: Date | null
  }
  talent: { id: string; personId: string | null; agencyId: string | null }
  first: {
    step: 'apply' | 'invite' | 'recommend'
    at: Date
    who: Who
    actorId: string | null
    channel: Channel
    contact: boolean
    note: string
  }
  /** In the order of their times, none after now. */
  moves: readonly ToldMove[]
  messages: readonly { at: Date; side: 'talent' | 'agency' | 'employer'; authorId: string | null; text: string }[]
  /** What the talent answered to each follow-up that has been asked, in order; fewer: not answered. */
  answers: readonly ('working' | 'left')[]
}

type Row = Record<string, unknown>

interface Parties {
  personId: string | null
  organisationId: string
  agencyId: string | null
  district: string
}

/** What a telling becomes. */
export interface Retold {
  process: Row & Parties & { stage: State['stage']; contact: boolean; startedAt: Date }
  events: Row[]
  slots: (Row & { booked: boolean; withdrawn: boolean })[]
  messages: Row[]
  followUps: Row[]
  entries: NewEntry[]
}

/** Morning of a day, when clocks are looked at. */
const morning = (day: string, minutes: number): Date => new Date(Date.parse(`${day}T00:10:00Z`) + minutes * 60_000)
const LOOKED_FOR = 25

/** Nobody lost a standing, and no posting was refused. */
const AS_USUAL = { standingLost: false, held: false }

/** Takes the steps of one telling by the rules of processes, in the order of time. */
class Retelling {
  readonly #place: Place
  readonly #telling: Telling
  readonly #limits: Limits
  readonly #parties: Parties
  readonly #out: Omit<Retold, 'process'> = { events: [], slots: [], messages: [], followUps: [], entries: [] }
  #state: State
  #clock: Clock
  #firstDueOn: string | null
  #firstAnswerAt: Date | null = null
  #confirmedAt: { employer: Date | null; talent: Date | null; officer: Date | null } = {
    employer: null,
    talent: null,
    officer: null,
  }
  #reminders = 0
  #changedAt: Date

  constructor(place: Place, telling: Telling) {
    this.#place = place
    this.#telling = telling
    const { first, talent, job } = telling
    const { personId, agencyId } = talent
    this.#limits = limitsOn(place, dayOf(place.now()))
    this.#parties = { personId, organisationId: job.organisationId, agencyId, district: job.district }
    const kept = agencyId !== null
    const known = { step: first.step, channel: first.channel, contact: first.contact, kept }
    this.#state = begin({ ...known, sameHands: agencyId === job.organisationId })
    this.#changedAt = first.at
    this.#clock = this.#clockAt(first.at)
    this.#firstDueOn = this.#clock.answerBy
    const { step, ...data } = { ...known, sameHands: this.#state.sameHands }
    this.#keep(first, step, { note: first.note, data })
    if (step === 'apply') this.#count('hiring.application', dayOf(first.at))
  }

  #clockAt(at: Date, days: { interviewOn?: string; lastSlotOn?: string } = {}): Clock {
    const since = { today: dayOf(at), interviewOn: days.interviewOn ?? null, lastSlotOn: days.lastSlotOn ?? null }
    return clockOf(this.#state, since, this.#limits, (day, count) => workingDaysAfter(this.#place, day, count))
  }

  #keep(
    { at, who, actorId }: Pick<ToldMove, 'at' | 'who' | 'actorId'>,
    step: Move['step'] | 'apply' | 'invite' | 'recommend',
    { reason = null, note = '', data }: { reason?: Reason | null; note?: string; data: Row },
  ): void {
    this.#out.events.push({
      city: this.#place.city,
      id: this.#place.newId(),
      processId: this.#telling.id,
      seq: this.#out.events.length + 1,
      step,
      stage: this.#state.stage,
      happenedAt: at,
      who,
      actorId,
      reason,
      note,
      data,
      ...this.#parties,
    })
  }

  #count(kind: NewEntry['kind'], occurredOn: string): void {
    const { id, job, talent } = this.#telling
    const { district, employerId: organisationId, occupation, industry } = job
    const personId = talent.personId ?? talent.id
    this.#out.entries.push({ kind, occurredOn, sourceId: id, district, organisationId, personId, occupation, industry })
  }

  /** @throws RangeError for a step that was nobody's to take then */
  #take(told: ToldMove, reason: Reason | null = told.reason ?? null): void {
    const { at, who, move } = told
    const before = this.#state
    const waitedFor = this.#clock.waitsFor
    const state = take(before, who, move, dayOf(at))
    if (!state) throw new RangeError(`${who} cannot ${move.step} at ${before.stage}`)
    this.#state = state
    const kept = this.#settleTimes(told)
    this.#settleClock(told, waitedFor)
    this.#changedAt = at
    const { step, note: _, ...brought } = { note: '', ...move }
    this.#keep(told, step, { reason, note: told.note ?? '', data: { ...brought, ...kept.data } })
    this.#settle(before, reason, at)
  }

  /** Times that were proposed or chosen. */
  #settleTimes({ move, slots = [], slot = 0 }: ToldMove): { data: Row } {
    const own = this.#out.slots
    if (move.step === 'propose') {
      for (const each of own) Object.assign(each, { booked: false, withdrawn: true })
      const { id: processId, job } = this.#telling
      for (const time of slots) {
        const row = { city: this.#place.city, id: this.#place.newId(), processId, jobId: job.id, ...time }
        own.push({ ...row, booked: false, withdrawn: false, ...this.#parties })
      }
    }
    if (move.step !== 'book') return { data: {} }
    const chosen = own.filter(({ withdrawn }) => !withdrawn)[slot]!
    for (const each of own) each.booked = each === chosen
    return { data: { slotId: chosen['id'] } }
  }

  #settleClock({ move, at, who }: ToldMove, waitedFor: Clock['waitsFor']): void {
    if (move.step === 'remind') {
      this.#clock = { ...this.#clock, remindOn: null }
      this.#reminders++
      return
    }
    if (['share', 'confirm', 'dispute'].includes(move.step) && isOpen(this.#state)) return
    const times = this.#out.slots.filter(({ withdrawn }) => !withdrawn)
    const lastOf = (list: typeof times) =>
      list
        .map(({ startsAt }) => dayOf(startsAt as Date))
        .toSorted()
        .at(-1)
    const interviewOn = move.step === 'book' ? lastOf(times.filter(({ booked }) => booked)) : undefined
    const lastSlotOn = move.step === 'propose' ? lastOf(times) : undefined
    this.#clock = this.#clockAt(at, { ...(interviewOn && { interviewOn }), ...(lastSlotOn && { lastSlotOn }) })
    this.#firstDueOn ??= this.#clock.answerBy
    if (who === 'employer' && waitedFor === 'employer') this.#firstAnswerAt ??= at
  }

  /** What a step means besides: who confirmed, times given back, the ledger. */
  #settle(before: State, reason: Reason | null, at: Date): void {
    const { stage, confirmed } = this.#state
    for (const side of ['employer', 'talent'] as const)
      this.#confirmedAt[side] = confirmed[side] ? (this.#confirmedAt[side] ?? at) : null
    if (stage === before.stage) return
    if (!isOpen(this.#state) && stage !== 'placed')
      for (const each of this.#out.slots) Object.assign(each, { booked: false, withdrawn: true })
    if (stage === 'lapsed' && reason === 'employerSilent') this.#count('hiring.lapsed', dayOf(at))
    if (stage === 'placed') this.#settlePlacement()
  }

  #settlePlacement(): void {
    const startedOn = this.#state.startedOn!
    this.#count('hiring.placement', startedOn)
    const { city, newId, now } = this.#place
    const today = dayOf(now())
    for (const [place, days] of followUpDays(this.#place, today).entries()) {
      const dueOn = addDays(startedOn, days)
      const asked = dueOn <= today
      const answer = (asked && this.#telling.answers[place]) || null
      this.#out.followUps.push({
        city,
        id: newId(),
        processId: this.#telling.id,
        days,
        dueOn,
        askedAt: asked ? morning(dueOn, 0) : null,
        answer,
        answeredBy: answer && (this.#parties.personId ? 'talent' : 'agency'),
        actorId: answer && this.#parties.personId,
        note: '',
        answeredAt: answer ? morning(dueOn, 600) : null,
        ...this.#parties,
      })
    }
  }

  /** Lets time pass until an instant: reminders go out, silence ends the process, and so does a posting's end. */
  #passUntil(at: Date): void {
    const { closedAt } = this.#telling.job
    const { remindOn, lapseOn } = this.#clock
    const system = { who: 'system' as const, actorId: null }
    const reminder = remindOn && morning(remindOn, this.#out.events.length % LOOKED_FOR)
    if (reminder && reminder <= at && !(closedAt && closedAt < reminder))
      this.#take({ ...system, at: reminder, move: { step: 'remind' } })
    const end = lapseOn && morning(addDays(lapseOn, 1), LOOKED_FOR)
    if (closedAt && closedAt <= at && !(end && end < closedAt)) {
      const move = { step: 'close' } as const
      if (take(this.#state, 'system', move, dayOf(closedAt)))
        return this.#take({ ...system, at: closedAt, move }, 'jobClosed')
    }
    if (!end || end > at || !isOpen(this.#state)) return
    const silent = this.#clock.waitsFor === 'employer' ? 'employerSilent' : 'talentSilent'
    const reason: Reason = this.#state.stage === 'offered' ? 'offerExpired' : silent
    this.#take({ ...system, at: end, move: { step: 'lapse' } }, reason)
  }

  tell(): Retold {
    const { moves, first, job, talent, id, messages } = this.#telling
    const { city, newId, now } = this.#place
    for (const told of moves) {
      this.#passUntil(told.at)
      if (!isOpen(this.#state)) break
      this.#take(told)
    }
    if (isOpen(this.#state)) this.#passUntil(now())
    const { stage, channel, sameHands, contact, booked, offer, startedOn, disputed } = this.#state
    const process = {
      city,
      id,
      jobId: job.id,
      jobTitle: job.title,
      jobHash: job.contentHash,
      employerId: job.employerId,
      talentId: talent.id,
      occupation: job.occupation,
      industry: job.industry,
      ...this.#parties,
      stage,
      channel,
      sameHands,
      contact,
      booked,
      offer,
      startedOn,
      disputed,
      confirmedByEmployer: this.#confirmedAt.employer,
      confirmedByTalent: this.#confirmedAt.talent,
      confirmedByOfficer: this.#confirmedAt.officer,
      ...this.#clock,
      reminders: this.#reminders,
      firstDueOn: this.#firstDueOn,
      firstAnswerAt: this.#firstAnswerAt,
      ...AS_USUAL,
      startedAt: first.at,
      changedAt: this.#changedAt,
      version: this.#out.events.length,
    }
    const sent = messages.filter(({ at }) => isOpen(this.#state) || at <= this.#changedAt)
    const last = sent.length - 1
    const written = sent.map((message, place) => {
      const { at, side, authorId, text } = message
      // Whoever answers has read; the last word may still be unread.
      const seenAt = place < last || !isOpen(this.#state) ? at : null
      return { city, id: newId(), processId: id, side, authorId, text, sentAt: at, seenAt, ...this.#parties }
    })
    return { ...this.#out, process, messages: written }
  }
}

/** What became of a process by the rules, given who did what when. @throws RangeError for a step the rules refuse */
export const retell = (place: Place, telling: Telling): Retold => new Retelling(place, telling).tell()

/** Processes with everything around them; what they count is for the caller to append. Scope system. */
export async function fillHiring(tx: Tx, told: readonly Retold[]): Promise<void> {
  await insertMany(
    tx,
    'hiring.process',
    told.map(({ process }) => process),
  )
  await insertMany(
    tx,
    'hiring.event',
    told.flatMap(({ events }) => events),
  )
  await insertMany(
    tx,
    'hiring.slot',
    told.flatMap(({ slots }) => slots),
  )
  await insertMany(
    tx,
    'hiring.message',
    told.flatMap(({ messages }) => messages),
  )
  await insertMany(
    tx,
    'hiring.followUp',
    told.flatMap(({ followUps }) => followUps),
  )
}
