import type { FilledJob } from '../../modules/jobs/index.ts'
import type { Telling } from '../../modules/hiring/index.ts'
import type { Dice } from '../dice.ts'
import { addDays, officeHour } from '../town/days.ts'
import { acceptedAt, type Course, type CoursePlan, makeCourse, type Outcome, workday } from './course.ts'
import type { Opening } from './openings.ts'
import { beganToWork } from './own-course.ts'
import type { Seeker } from './people.ts'
import type { HiringTown } from './town.ts'

/** A process of one seeker, before its posting is kept. */
export interface Beginning {
  seeker: Seeker
  course: Course
}

/** What becomes of a posting: who applied and how it went, how many were taken, and when it closed. */
export interface Outcomes {
  beginnings: Beginning[]
  taken: number
  closedOn: string | null
}

const TRIES = 8
const day = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Seekers by the code of their trade. */
export const byTrade = (seekers: readonly Seeker[]): Map<string, Seeker[]> => {
  const found = new Map<string, Seeker[]>()
  for (const seeker of seekers) {
    const { code } = seeker.life.trade
    const list = found.get(code)
    if (list) list.push(seeker)
    else found.set(code, [seeker])
  }
  return found
}

/** Somebody of the trade who was there on the day, still looked for work and has not tried this posting. */
function drawSeeker(dice: Dice, pool: readonly Seeker[], on: string, tried: ReadonlySet<Seeker>): Seeker | undefined {
  for (let left = TRIES; left > 0 && pool.length > 0; left--) {
    const one = dice.oneOf(pool)
    if (one.createdOn < on && (!one.hiredOn || one.hiredOn > on) && !tried.has(one)) return one
  }
  return undefined
}

function drawOutcome(dice: Dice, { silent, status }: Opening, mayHire: boolean): Outcome {
  if (silent) return 'silent'
  if (mayHire && dice.happens(status === 'closed' ? 45 : 30)) return 'hired'
  const form = dice.roll()
  if (form < 0.55) return 'refused'
  if (form < 0.8) return 'withdrawn'
  return form < 0.93 ? 'declined' : 'silent'
}

function drawChannel(dice: Dice, { agency }: Seeker): CoursePlan['channel'] {
  if (agency) return 'agency'
  const form = dice.roll()
  if (form < 0.48) return 'search'
  if (form < 0.72) return 'recommendation'
  if (form < 0.92) return 'invitation'
  return form < 0.97 ? 'fair' : 'officer'
}

/** What those of the year's processes share. */
export interface Scene {
  town: HiringTown
  pools: ReadonlyMap<string, readonly Seeker[]>
  /** The account for trying out, which is in no pool. */
  own: Seeker | undefined
  today: string
  now: Date
}

export const planOf = (
  { town, now }: Scene,
  { site, by = site, trade, post }: Opening,
  seeker: Seeker,
  rest: Pick<CoursePlan, 'outcome' | 'channel' | 'on' | 'number'>,
): CoursePlan => ({
  ...rest,
  now,
  actors: {
    personId: seeker.personId,
    agencyActorId: seeker.agency?.ownerId ?? null,
    employerActorId: by.ownerId,
    officerId: town.officerId,
  },
  trade,
  place: site.address,
  pay: post.salary?.max ?? trade.pay[0] * 100 + 50_000,
})

/** How many try, and from when to when. */
function spanOf(dice: Dice, { own, status, on }: Opening, today: string): { count: number; last: string } {
  if (status === 'closed') return { count: dice.between(1, 5), last: addDays(on, 20) }
  const count = own ? dice.between(5, 8) : dice.happens(55) ? dice.between(1, 3) : 0
  return { count, last: today }
}

/** Somebody with an account who was there on the day and still looked for work, of the trade where there is one. */
function firstSeeker({ pools }: Scene, { trade, on }: Opening): Seeker | undefined {
  const isFree = ({ personId, createdOn, hiredOn }: Seeker) => personId !== null && createdOn < on && !hiredOn
  return pools.get(trade.code)?.find(isFree) ?? [...pools.values()].flat().find(isFree)
}

/** Who took the work of a posting, where that is known beforehand. */
function startOf(scene: Scene, opening: Opening): Beginning | undefined {
  const { start, on } = opening
  if (!start) return undefined
  const seeker = start.whom === 'seeker' ? scene.own : firstSeeker(scene, opening)
  if (!seeker) return undefined
  const { actors, place, pay } = planOf(scene, opening, seeker, { outcome: 'hired', channel: 'search', on, number: 0 })
  const startOn = workday(addDays(scene.today, -start.daysAgo))
  return { seeker, course: beganToWork(actors, place, { startOn, pay, answers: start.answers }) }
}

/** Makes the processes of a posting; seekers who take an offer are marked. */
export function makeOutcomes(scene: Scene, dice: Dice, opening: Opening): Outcomes {
  const { pools, today, now } = scene
  const { on, status, trade, post } = opening
  const openings = post.places.reduce((sum, place) => sum + place.openings, 0)
  const outcomes: Outcomes = { beginnings: [], taken: 0, closedOn: null }
  if (status === 'waiting' || status === 'draft') return outcomes
  const { count, last } = spanOf(dice, opening, today)
  const tried = new Set<Seeker>()
  const begun = startOf(scene, opening)
  let hired = 0
  if (begun) {
    hired = outcomes.taken = 1
    tried.add(begun.seeker)
    outcomes.beginnings.push(begun)
    // Whoever tries the city out looks for something better, and is not to be hidden.
    if (opening.start!.whom === 'other') begun.seeker.hiredOn = day(acceptedAt(begun.course)!)
  }
  let closedOn = status === 'closed' ? addDays(on, dice.between(22, 50)) : null
  const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(on)) / 86_400_000))
  for (let number = 0; number < count; number++) {
    const begins = addDays(on, dice.below(days))
    const seeker = drawSeeker(dice, pools.get(trade.code) ?? [], begins, tried)
    if (!seeker) continue
    tried.add(seeker)
    const outcome = drawOutcome(dice, opening, hired < openings)
    const channel = drawChannel(dice, seeker)
    const plan = planOf(scene, opening, seeker, { outcome, channel, on: begins, number })
    const course = makeCourse(dice, plan)
    if (course.first.at > now) continue
    if (outcome === 'hired') hired++
    const accepted = acceptedAt(course)
    if (accepted) {
      outcomes.taken++
      seeker.hiredOn = day(accepted)
      if (closedOn && seeker.hiredOn >= closedOn) closedOn = addDays(seeker.hiredOn, 1)
    }
    outcomes.beginnings.push({ seeker, course })
  }
  return { ...outcomes, closedOn }
}

/** The process as the module retells it. */
export function tellingOf(
  newId: () => string,
  job: FilledJob,
  { site }: Opening,
  { seeker, course }: Beginning,
): Telling {
  const { id, title, contentHash, organisationId, employerId, district, occupation, closedOn } = job
  return {
    id: newId(),
    job: {
      id,
      title,
      contentHash,
      organisationId,
      employerId,
      district,
      occupation,
      industry: site.industry,
      closedAt: closedOn ? officeHour(closedOn, 200) : null,
    },
    talent: { id: seeker.talentId, personId: seeker.personId, agencyId: seeker.agency?.id ?? null },
    ...course,
  }
}
