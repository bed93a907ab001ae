import { expect, test } from 'vitest'
import { occupation } from '@renshu/codes'
import { loadCities } from '../../city/index.ts'
import { type Retold, retell } from '../../modules/hiring/index.ts'
import { prepareJob } from '../../modules/jobs/index.ts'
import { screenText } from '../../modules/jobs/screening/wording.ts'
import { diceOf } from '../dice.ts'
import { districtOf } from '../town/organisation.ts'
import { TRADES as ENDINGS } from '../town/industries.ts'
import { TRADES, tradesOf } from '../trades/index.ts'
import { type CoursePlan, makeCourse } from './course.ts'
import { beganToWork, interviewNextWeek } from './own-course.ts'
import { doubtful, writePosting } from './posting.ts'
import { drawLife, writeProfile } from './profile.ts'

const cities = loadCities()
const city = cities.get('370200')!
const NOW = new Date('2026-03-02T04:00:00Z')
const TODAY = '2026-03-02'
const heavy = (text: string) => screenText('description', text).filter(({ weight }) => weight !== 'note')

let ids = 0
const newId = () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
const place = { cities, city: city.code, newId, now: () => NOW }
const site = { place: '370211', address: '长江路1号' }
const postingOf = (seed: number, trade = TRADES[seed % TRADES.length]!) =>
  writePosting(diceOf(seed), trade, { employer: '青岛示例有限公司', places: [site], on: '2026-02-20' })

test('every trade has an occupation of the 大典, and every industry somebody to employ', () => {
  for (const { title, code } of TRADES) expect(occupation(code)?.level, title).toBe(4)
  for (const [, industry] of Object.values(ENDINGS).flat())
    expect(tradesOf(industry).filter(({ title }) => title !== '保安').length, industry).toBeGreaterThan(3)
})

test('postings say nothing that an officer would have to look at, and the doubtful ones do', () => {
  for (let seed = 0; seed < 4 * TRADES.length; seed++) {
    const { title, description } = postingOf(seed)
    expect(heavy(description), description).toEqual([])
    expect(screenText('title', title).filter(({ weight }) => weight !== 'note')).toEqual([])
  }
  for (let at = 0; at < 6; at++) {
    const found = heavy(doubtful(postingOf(at), at).description)
    expect(found.map(({ weight }) => weight)).toContain('look')
    expect(found.map(({ weight }) => weight)).not.toContain('stop')
  }
})

test('profiles tell of a life that adds up', () => {
  for (let seed = 0; seed < 300; seed++) {
    const dice = diceOf(seed)
    const life = drawLife(dice, TRADES[seed % TRADES.length]!, districtOf(city, '370211'), TODAY)
    const around = { city: city.code, districts: city.districts, employers: ['青岛示例有限公司'], today: TODAY }
    const { born, years, history } = writeProfile(dice, life, around)
    expect(2026 - born! - years!).toBeGreaterThanOrEqual(16)
    for (const { from, until } of history) expect(from! <= (until ?? TODAY)).toBe(true)
  }
})

const job = prepareJob(city.code, {
  id: newId(),
  organisationId: newId(),
  employerId: newId(),
  ownDistrict: '370211',
  post: postingOf(1),
  status: 'open',
  closed: null,
  createdAt: new Date('2025-09-01T02:00:00Z'),
  createdBy: newId(),
  taken: 0,
})
const told = (
  course: ReturnType<typeof makeCourse>,
  talent: { personId: string | null; agencyId: string | null },
): Retold =>
  retell(place, {
    id: newId(),
    job: { ...job, industry: 'C34', closedAt: null },
    talent: { id: newId(), ...talent },
    ...course,
  })

const CHANNELS = ['search', 'recommendation', 'invitation', 'agency', 'officer', 'fair'] as const
const OUTCOMES = ['hired', 'refused', 'withdrawn', 'declined', 'silent'] as const
const planOf = (seed: number, rest: Partial<CoursePlan> = {}): CoursePlan => {
  const channel = rest.channel ?? CHANNELS[seed % CHANNELS.length]!
  const actors = { personId: channel === 'agency' ? null : newId(), agencyActorId: newId(), employerActorId: newId() }
  const common = {
    now: NOW,
    actors: { ...actors, officerId: newId() },
    trade: TRADES[0]!,
    place: '会议室',
    pay: 600_000,
  }
  const on = new Date(NOW.getTime() - (1 + (seed % 150)) * 86_400_000).toISOString().slice(0, 10)
  return { ...common, outcome: OUTCOMES[seed % OUTCOMES.length]!, on, number: seed, ...rest, channel }
}
const tellPlan = (seed: number, plan: CoursePlan): Retold => {
  const isKept = plan.channel === 'agency'
  const talent = { personId: plan.actors.personId, agencyId: isKept ? newId() : null }
  return told(makeCourse(diceOf(seed), plan), talent)
}

test('every course is one that the rules of processes allow, in the order of time and not after now', () => {
  for (let seed = 0; seed < 900; seed++) {
    const { events, process } = tellPlan(seed, planOf(seed))
    const times = events.map(({ happenedAt }) => happenedAt as Date)
    expect(
      times.toSorted((a, b) => a.getTime() - b.getTime()),
      JSON.stringify(events),
    ).toEqual(times)
    expect(times.at(-1)!.getTime()).toBeLessThanOrEqual(NOW.getTime())
    expect(process['version']).toBe(events.length)
  }
})

test('whom nobody answers is reminded of, then told, and counted', () => {
  const { events, process, entries } = tellPlan(0, planOf(0, { outcome: 'silent', on: '2026-01-12' }))
  expect(events.map(({ step }) => step)).toEqual(['apply', 'remind', 'lapse'])
  expect(process).toMatchObject({ stage: 'lapsed', waitsFor: null, firstAnswerAt: null })
  expect(entries.map(({ kind }) => kind)).toEqual(['hiring.application', 'hiring.lapsed'])
})

test('who was hired months ago is placed, counted on the first day of work, and asked again', () => {
  const placed = Array.from({ length: 20 }, (_, seed) =>
    tellPlan(seed, planOf(seed, { outcome: 'hired', channel: 'search', on: '2025-10-13' })),
  ).filter(({ process }) => process.stage === 'placed')
  expect(placed.length).toBeGreaterThan(10)
  for (const { process, entries, followUps } of placed) {
    expect(entries.at(-1)).toMatchObject({ kind: 'hiring.placement', occurredOn: process['startedOn'] })
    expect(followUps.map(({ days }) => days)).toEqual([30, 90, 180])
  }
})

test('whoever tries the city out has an interview in the next week', () => {
  const days = { today: TODAY, personId: newId(), employerActorId: newId(), place: '会议室' }
  const { process, slots } = told(interviewNextWeek(days), { personId: days.personId, agencyId: null })
  expect(process).toMatchObject({ stage: 'interview', booked: true })
  const booked = slots.filter(({ booked }) => booked).map(({ startsAt }) => (startsAt as Date).toISOString())
  expect(booked).toEqual(['2026-03-10T02:15:00.000Z'])
})

test('who is known to have begun is placed on that day by both sides, on any day of the week and by an agency too', () => {
  for (let ago = 92; ago < 99; ago++)
    for (const personId of [newId(), null]) {
      const actors = { personId, agencyActorId: newId(), employerActorId: newId(), officerId: newId() }
      const startOn = new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10)
      const course = beganToWork(actors, '会议室', { startOn, pay: 600_000, answers: ['working'] })
      const { process, followUps, events } = told(course, { personId, agencyId: personId ? null : newId() })
      expect(process).toMatchObject({ stage: 'placed', startedOn: startOn, reminders: 0 })
      expect(events.map(({ step }) => step).slice(1)).toEqual([
        'propose',
        'book',
        'offer',
        'accept',
        'confirm',
        'confirm',
      ])
      // The third month is over and nobody has answered yet; the half year is not.
      expect(followUps.map(({ answer, askedAt }) => [answer, askedAt !== null])).toEqual([
        ['working', true],
        [null, true],
        [null, false],
      ])
    }
})
