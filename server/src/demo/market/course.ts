import type { Channel, RefusalReason, WithdrawReason } from '@renshu/contracts'
import type { Telling, ToldMove } from '../../modules/hiring/index.ts'
import type { Dice } from '../dice.ts'
import { addDays, officeHour } from '../town/days.ts'
import type { Trade } from '../trades/index.ts'

/** How a process is meant to go; one that began lately is still on its way. */
export type Outcome = 'hired' | 'refused' | 'withdrawn' | 'declined' | 'silent'

/** Who acts in a process. */
export interface Actors {
  /** Null: an agency keeps the talent and acts for it. */
  personId: string | null
  agencyActorId: string | null
  employerActorId: string
  officerId: string
}

export interface CoursePlan {
  outcome: Outcome
  channel: Channel
  /** The day it begins. */
  on: string
  now: Date
  actors: Actors
  trade: Trade
  /** Where interviews are held. */
  place: string
  /** Another for each process of a posting: two never get the same time. */
  number: number
  /** Fen a month. */
  pay: number
}

export type Course = Pick<Telling, 'first' | 'moves' | 'messages' | 'answers'>

const REFUSALS: readonly (readonly [RefusalReason, string])[] = [
  ['experience', '岗位需要更多同类经验，简历已放入人才库。'],
  ['filled', '名额已招满，感谢投递。'],
  ['certificate', '该岗位必须持证，取得证书后欢迎再来。'],
  ['pay', '薪资期望与预算有差距。'],
  ['place', '通勤距离较远，担心不便。'],
  ['hours', '岗位需要倒班，与您的要求不符。'],
]
const WITHDRAWALS: readonly (readonly [WithdrawReason, string])[] = [
  ['foundOther', '已入职其他单位，谢谢。'],
  ['pay', '薪资和预期有差距。'],
  ['place', '上班路程太远。'],
  ['hours', '暂时不能接受夜班。'],
]
const APPLYING = [
  '您好，我对这个岗位很感兴趣，可以随时面试。',
  '看到贵单位在招人，我的经历比较符合，请查看。',
  '',
  '',
  '',
]
const INVITING = ['您的经历与我们的岗位很合适，方便聊聊吗？', '看到您的求职意向，诚邀您来面试。']
const ASKED = [
  '您好，简历收到了，请问什么时间方便来面试？',
  '您好，请问最快什么时候可以到岗？',
  '您好，这个岗位需要倒班，可以接受吗？',
]
const ANSWERED = ['您好，这周三以后都可以。', '您好，提前两天通知就可以。', '可以的，之前一直这样上班。']
const OFFERED = ['试用期一个月，工资不打折，请带身份证原件办理入职。', '入职当天签订劳动合同，缴纳五险。', '']

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())
/** The day itself or the Monday after it. */
export const workday = (day: string): string => {
  let on = day
  while (isWeekend(on)) on = addDays(on, 1)
  return on
}

/** Times from ten to four; those of one posting differ by their number. */
const interviewAt = (day: string, number: number): Date => officeHour(day, 60 + (number % 12) * 30)

/** Writes the steps of one process down, each after the one before. */
class Writer {
  readonly moves: ToldMove[] = []
  readonly messages: Telling['messages'][number][] = []
  readonly #dice: Dice
  readonly #plan: CoursePlan
  day: string

  constructor(dice: Dice, plan: CoursePlan) {
    this.#dice = dice
    this.#plan = plan
    this.day = plan.on
  }

  get at(): Date {
    return officeHour(this.day, this.#dice.below(420))
  }

  later(least: number, most: number): this {
    this.day = workday(addDays(this.day, this.#dice.between(least, most)))
    return this
  }

  #add(side: 'talent' | 'employer', told: Pick<ToldMove, 'move'> & Partial<ToldMove>): void {
    const { personId, agencyActorId, employerActorId } = this.#plan.actors
    const byTalent = personId
      ? { who: 'talent' as const, actorId: personId }
      : { who: 'agency' as const, actorId: agencyActorId }
    const actor = side === 'employer' ? { who: 'employer' as const, actorId: employerActorId } : byTalent
    this.moves.push({ at: this.at, ...actor, ...told })
  }

  agree(): void {
    this.later(1, 2).#add('talent', { move: { step: 'agree', shareContact: true } })
  }

  talk(): void {
    this.later(1, 3).#add('employer', { move: { step: 'talk' } })
    const { personId, agencyActorId, employerActorId } = this.#plan.actors
    const { at } = this.moves.at(-1)!
    const side = personId ? 'talent' : 'agency'
    const say = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
    const which = this.#dice.below(ASKED.length)
    this.messages.push({ at: say(2), side: 'employer', authorId: employerActorId, text: ASKED[which]! })
    if (this.#dice.happens(75))
      this.messages.push({ at: say(40), side, authorId: personId ?? agencyActorId, text: ANSWERED[which]! })
  }

  interview(): void {
    const { number, place } = this.#plan
    this.later(1, 3)
    const days = [workday(addDays(this.day, 4)), workday(addDays(this.day, 6))] as const
    const slots = days.map((day) => ({ startsAt: interviewAt(day, number), minutes: 30, place, online: false }))
    this.#add('employer', { move: { step: 'propose' }, slots })
    const slot = this.#dice.below(2)
    this.day = addDays(this.day, this.#dice.between(1, 2))
    this.#add('talent', { move: { step: 'book' }, slot })
    this.day = days[slot]!
  }

  offer(): void {
    const { pay, actors } = this.#plan
    this.later(1, 3)
    const startOn = workday(addDays(this.day, this.#dice.between(6, 16)))
    const answerBy = addDays(this.day, 6)
    const note = this.#dice.oneOf(OFFERED)
    this.#add('employer', { move: { step: 'offer', pay, startOn, answerBy, note }, note })
    this.day = addDays(this.day, this.#dice.between(1, 3))
    this.#add('talent', { move: { step: 'accept' } })
    this.day = startOn
    const confirm = { step: 'confirm', startedOn: startOn } as const
    // An agency that posted the job and keeps the talent speaks for one side only.
    const hasOwnVoice = actors.personId !== null || actors.agencyActorId !== actors.employerActorId
    // Some forget to confirm: an officer will ask them.
    if (this.#dice.happens(94)) this.later(0, 2).#add('employer', { move: confirm })
    if (this.#dice.happens(94) && hasOwnVoice) this.later(1, 3).#add('talent', { move: confirm })
  }

  end(outcome: 'refused' | 'withdrawn' | 'declined'): void {
    if (outcome === 'refused') {
      const [reason, note] = this.#dice.oneOf(REFUSALS)
      return this.later(1, 3).#add('employer', { move: { step: 'refuse' }, reason, note })
    }
    const [reason, note] = this.#dice.oneOf(WITHDRAWALS)
    // Whom an agency put forward, and who was not answered yet, says no rather than withdraws.
    const isUnanswered = this.#plan.channel === 'agency' && this.moves.length === 0
    const step = outcome === 'declined' || isUnanswered ? 'decline' : 'withdraw'
    this.later(1, 3).#add('talent', { move: { step }, reason, note })
  }
}

function firstOf(dice: Dice, { channel, actors, on }: CoursePlan): Telling['first'] {
  const at = officeHour(on, dice.below(420))
  const { personId, agencyActorId, employerActorId, officerId } = actors
  switch (channel) {
    case 'invitation':
      return {
        step: 'invite',
        at,
        who: 'employer',
        actorId: employerActorId,
        channel,
        contact: false,
        note: dice.oneOf(INVITING),
      }
    case 'agency':
      return { step: 'recommend', at, who: 'agency', actorId: agencyActorId, channel, contact: false, note: '' }
    case 'officer':
      return {
        step: 'recommend',
        at,
        who: 'officer',
        actorId: officerId,
        channel,
        contact: false,
        note: '岗位离家近，可以试试。',
      }
    default: {
      const contact = dice.happens(70)
      return { step: 'apply', at, who: 'talent', actorId: personId, channel, contact, note: dice.oneOf(APPLYING) }
    }
  }
}

/** The steps of one process up to now. */
export function makeCourse(dice: Dice, plan: CoursePlan): Course {
  const { outcome, channel, now } = plan
  const writer = new Writer(dice, plan)
  const first = firstOf(dice, plan)
  // Who was asked has to agree first, or says no.
  const isAsked = channel === 'invitation' || channel === 'officer'
  if (isAsked && outcome === 'declined') writer.end('declined')
  else if (outcome !== 'silent') {
    if (isAsked) writer.agree()
    if (channel !== 'invitation' && dice.happens(70)) writer.talk()
    const isMet = outcome === 'hired' || dice.happens(45)
    if (isMet) writer.interview()
    if (outcome === 'hired') writer.offer()
    else if (isMet || writer.moves.length > 0 || outcome !== 'declined')
      writer.end(outcome === 'declined' ? 'refused' : outcome)
  }
  return {
    first,
    moves: writer.moves.filter(({ at }) => at <= now),
    messages: writer.messages.filter(({ at }) => at <= now),
    answers: [0, 1, 2].map((place) => (dice.happens(90 - place * 12) ? 'working' : 'left')),
  }
}

/** Where in the process the talent took what was offered. */
export const acceptedAt = ({ moves }: Course): Date | undefined => moves.find(({ move }) => move.step === 'accept')?.at
