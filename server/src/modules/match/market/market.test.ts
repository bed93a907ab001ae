import fc from 'fast-check'
import { type Fit, isFit, isNearMiss, type Job, judgeFit, type Scene } from '@renshu/match'
import { expect, test } from 'vitest'
import type { Seeking } from '../../talents/index.ts'
import { type KnownTalent, Market } from './market.ts'
import { recordsOf } from './records.ts'

const DAY = '2026-11-20'
const some = <T>(...values: T[]) => fc.constantFrom(...values)
const few = <T>(...values: T[]) => fc.uniqueArray(some(...values), { maxLength: 2 })

const work = fc.record({
  title: some('叉车司机', '叉车工', '仓库管理员', '会计', '普工'),
  occupations: fc.array(fc.record({ code: some('6-30-05-01', '4-02-06-01', '2-06-03-00'), confidence: some(0.3, 1) }), {
    maxLength: 1,
  }),
})
const fen = some(300_000, 450_000, 500_000, 600_000, 800_000)
const pay = fc.oneof(
  fen.map((min) => ({ min })),
  fen.map((min) => ({ min, max: min + 100_000 })),
)
const maybe = <T extends object>(said: fc.Arbitrary<T>) => fc.option(said, { nil: {} as Partial<T> })

const job = fc
  .tuple(
    work,
    fc.record({ places: few('370202', '370211'), skills: few('叉车', 'Excel') }),
    maybe(fc.record({ salary: pay })),
    maybe(fc.record({ years: fc.nat(3) })),
  )
  .map(([what, where, paid, asked]): Omit<Job, 'id'> => ({
    ...what,
    ...where,
    ...paid,
    ...asked,
    certificates: [],
    terms: ['装卸'],
  }))
const wish = fc.tuple(work, maybe(fc.record({ salary: pay }))).map(([what, paid]) => ({ ...what, ...paid }))
const talent = fc
  .tuple(
    fc.record({
      wishes: fc.array(wish, { maxLength: 4 }),
      places: few('370202', '370211'),
      skills: few('叉车', 'Excel'),
    }),
    maybe(fc.record({ salary: pay })),
    maybe(fc.record({ years: fc.nat(3) })),
  )
  .map(([said, paid, done]): Omit<Seeking, 'id'> => ({ ...said, ...paid, ...done, certificates: [], terms: ['装卸'] }))

const person = fc.record({ said: talent, isHidden: fc.boolean() })
type Person = { said: Omit<Seeking, 'id'>; isHidden: boolean }
/** What becomes of one of those who are there: he says something else, or goes. */
const step = fc.record({ at: fc.nat(40), becomes: fc.option(person) })
const jobStep = fc.record({ at: fc.nat(40), becomes: fc.option(job) })

const known = (isHidden: boolean): KnownTalent => ({ isLooking: true, isHidden, occupation: null, district: null })
const NO_JOB = { openings: 1, occupation: null, district: null }
const nameOf = (at: number) => `p${String(at).padStart(2, '0')}`

const standing = (fit: Fit) => (isFit(fit) ? 2 : isNearMiss(fit) ? 1 : 0)
/** The definition asked of every pay of somebody; of equals the one said first. */
const best = (one: Job, { id, said }: { id: string; said: Person['said'] }, scene: Scene): Fit =>
  recordsOf({ id, ...said })
    .map((record) => judgeFit(one, record, scene))
    .reduce((a, b) => ((standing(b) - standing(a) || b.points - a.points) > 0 ? b : a))

/** What should be found among those judged. */
function ranked(judged: { id: string; fit: Fit }[], k: number, near: number) {
  const order = judged.toSorted((a, b) => b.fit.points - a.fit.points || (a.id < b.id ? -1 : 1))
  const take = (isWanted: (fit: Fit) => boolean, most: number) =>
    order
      .filter(({ fit }) => isWanted(fit))
      .slice(0, most)
      .map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: isNearMiss(fit) }))
  return [...take(isFit, k), ...take(isNearMiss, near)]
}

function expectAsDefined(market: Market, jobs: Map<string, Job>, people: Map<string, Person>, k: number, near: number) {
  const { scene } = market.engine
  const all = [...people].map(([id, one]) => ({ id, ...one }))
  for (const [id, one] of jobs) {
    const judged = all.filter(({ isHidden }) => !isHidden).map((each) => ({ id: each.id, fit: best(one, each, scene) }))
    expect(market.talentsFor(id, k, near)).toEqual(ranked(judged, k, near))
  }
  for (const each of all) {
    const judged = [...jobs].map(([id, one]) => ({ id, fit: best(one, each, scene) }))
    expect(market.jobsFor(each.id, k, near)).toEqual(ranked(judged, k, near))
  }
  expect([...market.talents.keys()].toSorted()).toEqual([...people.keys()].toSorted())
}

test('people whose wishes differ in pay are found, and find, once and as the definition has it, also after updates and removals', async () => {
  const town = fc.record({
    jobs: fc.array(job, { minLength: 1, maxLength: 12 }),
    people: fc.array(person, { minLength: 1, maxLength: 12 }),
    early: fc.array(step, { maxLength: 6 }),
    late: fc.array(step, { maxLength: 12 }),
    lateJobs: fc.array(jobStep, { maxLength: 6 }),
    k: some(1, 2, 5),
    near: some(0, 1, 3),
  })
  await fc.assert(
    fc.asyncProperty(town, async ({ k, near, ...given }) => {
      const market = new Market(DAY)
      const jobs = new Map<string, Job>()
      const people = new Map<string, Person>()
      const postJob = (at: number, said: Omit<Job, 'id'> | null) => {
        const id = nameOf(at)
        if (!said) return jobs.delete(id) && market.removeJob(id)
        jobs.set(id, { id, ...said })
        market.putJob({ id, ...said }, NO_JOB)
      }
      const say = (at: number, one: Person | null) => {
        const id = nameOf(at)
        if (!one) return people.delete(id) && market.removeTalent(id)
        people.set(id, one)
        market.putTalent({ id, ...one.said }, known(one.isHidden))
      }
      for (const [at, each] of given.jobs.entries()) postJob(at, each)
      for (const [at, each] of given.people.entries()) say(at, each)
      for (const { at, becomes } of given.early) say(at % (given.people.length + 1), becomes)
      await market.load(false)
      expectAsDefined(market, jobs, people, k, near)
      for (const { at, becomes } of given.late) say(at % (given.people.length + 2), becomes)
      for (const { at, becomes } of given.lateJobs) postJob(at % (given.jobs.length + 2), becomes)
      expectAsDefined(market, jobs, people, k, near)
      const gone = market.jobsFor('nobody', k, near)
      expect(gone).toBeUndefined()
    }),
    { numRuns: 80 },
  )
})

test('a record stands for each pay with the wishes of that pay; who names one pay, or none, is one record', () => {
  const said = { places: [], certificates: [], skills: [], terms: [] }
  const of = (title: string, min?: number) => ({
    title,
    occupations: [],
    ...(min !== undefined && { salary: { min } }),
  })
  const titles = (seeking: Seeking) =>
    recordsOf(seeking).map(({ id, wishes, salary }) => [id, wishes.map(({ title }) => title), salary?.min])
  const wishes = [of('叉车司机', 6), of('仓库管理员'), of('理货员', 6), of('保安', 4)]
  expect(titles({ id: 'a', ...said, wishes, salary: { min: 4 } })).toEqual([
    ['a', ['叉车司机', '理货员'], 6],
    ['a/1', ['仓库管理员', '保安'], 4],
  ])
  expect(titles({ id: 'a', ...said, wishes: [of('普工'), of('保洁')] })).toEqual([['a', ['普工', '保洁'], undefined]])
  expect(titles({ id: 'a', ...said, wishes: [], salary: { min: 4 } })).toEqual([['a', [], 4]])
  expect(recordsOf({ id: 'a', ...said, wishes })[0]!.wishes[0]).not.toHaveProperty('salary')
})
