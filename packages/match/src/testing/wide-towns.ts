import { EDUCATION_LEVELS, EMPLOYMENT_TYPES, SHIFTS } from '@renshu/codes'
import fc from 'fast-check'
import { AS_OF } from './fixtures.ts'
import { makeBareJob, makeBareTalent } from './judge.ts'
import type { Town } from './towns.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const few = <T>(values: readonly T[], maxLength: number) => fc.uniqueArray(some(...values), { maxLength })
const partly = <T>(fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) => fc.record(fields, { requiredKeys: [] })

/** Titles with the same letters in another order, of which nothing is learned, and of the same words. */
const TITLES =
  '操作工包装工质检工,操作工质检工包装工,叉车司机,司机叉车,叉车工,会计,财务会计,普工,,ጀማሪ,ጀማሪጀ,Java开发工程师,前端开发工程师,保洁员'
    .split(',')
    .concat('会计|2-06-03-00:0.95')
const CODES = ['6-30-05-02', '6-30-05-01', '6-30-01-00', '6-31', '2-06-03-00', '2-06-04-00', '4-09-01-01', '4']
const PLACES =
  '370200,370202,370203,370211,370285,370211001,370202003,370000,000000,110105,110100,310115,371102,999999,,-'.split(
    ',',
  )
const SKILLS = Array.from({ length: 80 }, (_, i) => `skill ${i}`)
const WORDS = ['叉车', '装卸', '报表', '沟通', '夜班', '产妇', ...SKILLS.slice(0, 20)]
const LICENCES = ['forklift-n1', 'sightseeing-n2', 'driving-a2', 'driving-c1', 'driving-b2']
const IDS = ['', '\0', 'é', 'e\u0301', '张三', '𠮷', '\ud800', 'z', 'Z', '-', 'constructor']

const offer = fc.record({
  title: some(...TITLES),
  occupations: fc.array(fc.record({ code: some(...CODES), confidence: some(0, 0.3, 0.6, 0.95, 1) }), { maxLength: 2 }),
})
const fen = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 300_000, max: 900_000_000 }),
  some(0, 1, 0.5, 819_201, 2 ** 29, 2 ** 29 + 1, 1e15 + 1, 1e17, 1e18),
)
const pay = partly({ min: fen, max: fen })
const years = fc.oneof(fc.nat(12), fc.double({ min: -3, max: 70, noNaN: true }), some(0.5, 1 - 2 ** -53, 62, 63, 1e9))
const day = fc.oneof(
  fc.integer({ min: -900, max: 1500 }).map((days) => new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString()),
  some('0000-01-01', '9999-12-31', '2026-02-30', '尽快', AS_OF),
)
const date = day.map((text) => text.slice(0, 10))
const stated = {
  salary: pay,
  education: some(...EDUCATION_LEVELS),
  years,
  employment: few(EMPLOYMENT_TYPES, 3),
  remote: fc.boolean(),
  updatedOn: date,
}
const skills = fc.oneof(few(SKILLS, 30), few(SKILLS.slice(0, 4), 4))
const told = {
  /** Which of the offers of the town. */
  offers: fc.array(fc.nat(), { maxLength: 3 }),
  skills,
  terms: fc.array(some(...WORDS), { maxLength: 12 }),
  places: few(PLACES, 4),
}
const job = fc.tuple(
  fc.record({ ...told, certificates: fc.array(fc.record({ code: some(...LICENCES), required: fc.boolean() })) }),
  partly({
    ...stated,
    startBy: date,
    shifts: few(SHIFTS, 2),
    age: fc.record({ max: fc.nat(60), legal: fc.boolean() }),
  }),
)
const talent = fc.tuple(
  fc.record({ ...told, certificates: few(LICENCES, 3) }),
  partly({
    ...stated,
    availableFrom: date,
    home: some(...PLACES),
    commuteKm: fc.integer({ min: -1, max: 80 }),
    born: fc.integer({ min: 1950, max: 2012 }),
    refuses: partly({ shifts: few(SHIFTS, 2), occupations: few(CODES, 1) }),
  }),
)

const idOf = (number: number) => IDS[number % IDS.length]! + (number < IDS.length ? '' : number)

/**
 * A town of records that say what nobody should write and somebody will. It has few offers, so that there can be many
 * records to each.
 */
export const aWideTown = (least: number, most: number): fc.Arbitrary<Town> => {
  const size = { minLength: least, maxLength: most, size: 'max' } as const
  return fc
    .tuple(fc.array(offer, { minLength: 1, maxLength: 6 }), fc.array(job, size), fc.array(talent, size))
    .map(([offers, jobs, talents]) => ({
      jobs: jobs.map(
        (
          [
            {
              offers: [which = 0],
              ...needed
            },
            rest,
          ],
          number,
        ) => makeBareJob({ ...needed, ...rest, ...offers[which % offers.length]!, id: idOf(number) }),
      ),
      talents: talents.map(([{ offers: which, ...needed }, rest], number) => {
        const wishes = which.map((one) => offers[one % offers.length]!)
        return makeBareTalent({ ...needed, ...rest, wishes, id: idOf(number) })
      }),
    }))
}
