import type { ToldMove } from '../../modules/hiring/index.ts'
import { addDays, officeHour } from '../town/days.ts'
import { type Actors, type Course, workday } from './course.ts'

/** Days of the week count from Sunday. */
const MONDAY = 1
const nextMonday = (today: string): string => addDays(today, (MONDAY - new Date(today).getUTCDay() + 7) % 7 || 7)

interface Stage {
  today: string
  personId: string
  employerActorId: string
  place: string
}

const NO_ANSWERS = { answers: [] }

/** The application of the account for trying out that is well on its way: an interview next week. */
export function interviewNextWeek({ today, personId, employerActorId, place }: Stage): Course {
  const talent = { who: 'talent', actorId: personId } as const
  const employer = { who: 'employer', actorId: employerActorId } as const
  const on = (days: number, minute: number): Date => officeHour(addDays(today, -days), minute)
  const [first, second] = [addDays(nextMonday(today), 1), addDays(nextMonday(today), 3)].map(workday) as [
    string,
    string,
  ]
  const slots = [officeHour(first, 75), officeHour(second, 315)].map((startsAt) => ({
    startsAt,
    minutes: 30,
    place,
    online: false,
  }))
  const moves: ToldMove[] = [
    { at: on(4, 140), ...employer, move: { step: 'talk' } },
    { at: on(3, 60), ...employer, move: { step: 'propose' }, slots },
    { at: on(2, 410), ...talent, move: { step: 'book' }, slot: 0 },
  ]
  return {
    first: {
      step: 'apply',
      at: on(5, 90),
      ...talent,
      channel: 'recommendation',
      contact: true,
      note: '您好，我住得离单位不远，随时可以面试。',
    },
    moves,
    messages: [
      { at: on(4, 142), side: 'employer', authorId: employerActorId, text: '您好，简历收到了，下周方便来面试吗？' },
      { at: on(4, 190), side: 'talent', authorId: personId, text: '您好，下周都可以，请发时间。' },
      {
        at: on(2, 440),
        side: 'employer',
        authorId: employerActorId,
        text: '好的，请带身份证和证书原件，到门卫处登记即可。',
      },
    ],
    ...NO_ANSWERS,
  }
}

/** An application of two days ago that waits for its answer. */
export function waitingApplication({ today, personId }: Stage): Course {
  const at = officeHour(addDays(today, -2), 350)
  const talent = { who: 'talent', actorId: personId } as const
  return {
    first: { step: 'apply', at, ...talent, channel: 'search', contact: false, note: '' },
    moves: [],
    messages: [],
    ...NO_ANSWERS,
  }
}

/** One of last month that came to nothing. */
export function refusedLastMonth({ today, personId, employerActorId }: Stage): Course {
  const at = officeHour(workday(addDays(today, -32)), 40)
  const move = { at: officeHour(workday(addDays(today, -29)), 90), who: 'employer', actorId: employerActorId } as const
  return {
    first: { step: 'apply', at, who: 'talent', actorId: personId, channel: 'search', contact: false, note: '' },
    moves: [{ ...move, move: { step: 'refuse' }, reason: 'filled', note: '名额已招满，感谢投递。' }],
    messages: [],
    ...NO_ANSWERS,
  }
}

/** Fen a month that somebody was taken on for, and the day of it. */
interface Terms {
  startOn: string
  pay: number
  answers: Course['answers']
}

/** Somebody who was taken on: both sides said that the work began on its day. */
export function beganToWork(actors: Actors, place: string, { startOn, pay, answers }: Terms): Course {
  const { personId, agencyActorId, employerActorId } = actors
  const talent = personId
    ? ({ who: 'talent', actorId: personId } as const)
    : ({ who: 'agency', actorId: agencyActorId } as const)
  const employer = { who: 'employer', actorId: employerActorId } as const
  const on = (days: number, minute: number): Date => officeHour(addDays(startOn, days), minute)
  const metOn = workday(addDays(startOn, -16))
  // At a time of its own: others of the same posting are met at the half hours.
  const slots = [metOn, addDays(metOn, 1)].map((day) => {
    return { startsAt: officeHour(day, 80), minutes: 30, place, online: false }
  })
  const note = '入职当天签订劳动合同，缴纳五险，请带身份证原件。'
  const offer = { step: 'offer', pay, startOn, answerBy: addDays(startOn, -8), note } as const
  const confirm = { step: 'confirm', startedOn: startOn } as const
  return {
    first: personId
      ? { step: 'apply', at: on(-25, 80), ...talent, channel: 'search', contact: true, note: '您好，可以随时到岗。' }
      : { step: 'recommend', at: on(-25, 80), ...talent, channel: 'agency', contact: false, note: '' },
    moves: [
      { at: on(-23, 140), ...employer, move: { step: 'propose' }, slots },
      { at: on(-22, 60), ...talent, move: { step: 'book' }, slot: 0 },
      { at: officeHour(addDays(metOn, 1), 200), ...employer, move: offer, note },
      { at: on(-11, 30), ...talent, move: { step: 'accept' } },
      { at: on(0, 300), ...employer, move: confirm },
      { at: on(1, 20), ...talent, move: confirm },
    ],
    messages: [],
    answers,
  }
}
