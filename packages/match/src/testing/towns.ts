import { EDUCATION_LEVELS, type EmploymentType, SHIFTS } from '@renshu/codes'
import fc from 'fast-check'
import { FACTORS, type Settings } from '../settings.ts'
import type { Job, Refusals, Talent } from '../types.ts'
import { makeBareJob, makeBareTalent } from './judge.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const few = <T>(...values: T[]) => fc.uniqueArray(some(...values), { maxLength: 3 })
/** Fields that a record may leave out. */
const partly = <T extends object>(fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) =>
  fc.record<T, never>(fields, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>

const TITLES = ['叉车司机', '叉车工', '会计', '数据分析师', '月嫂', '普工', '']
const OCCUPATIONS = ['6-30-05-02', '6-30-05-01', '6-30-01-00', '2-06-03-00', '4-10-01-06']
const EMPLOYERS = ['青岛示例机械有限公司', '示例机械', '样品食品厂']
const SKILLS = ['叉车', '装卸', 'Excel', 'Python']
const WORDS = ['叉车', '装卸', '报表', '沟通', '夜班', '产妇']

const places = few('370200', '370202', '370203', '370211', '370285', '110105', '370000', '999999')
const guesses = fc.array(fc.record({ code: some(...OCCUPATIONS), confidence: some(0.3, 0.6, 0.7, 1) }), {
  maxLength: 2,
})
const fen = some(300_000, 500_000, 800_000, 1_000_000, 1_100_000, 2_000_000)
const pay = partly({ min: fen, max: fen })
const licence = some('forklift-n1', 'sightseeing-n2', 'driving-a2', 'driving-c1', 'driving-a1|driving-a2')
const day = some('2026-01-05', '2026-10-01', '2026-11-20', '2026-12-31', '尽快')
const employment = few<EmploymentType>('fullTime', 'partTime', 'gig')

const job = fc.tuple(
  fc.record({ title: some(...TITLES), occupations: guesses, places, skills: few(...SKILLS) }),
  fc.array(fc.record({ code: licence, required: fc.boolean() }), { maxLength: 2 }),
  partly<Omit<Job, 'id' | 'title' | 'occupations' | 'places' | 'skills' | 'certificates' | 'terms'>>({
    remote: fc.boolean(),
    salary: pay,
    education: some('none', 'junior', 'college', 'bachelor'),
    years: fc.nat(4),
    age: fc.record({ max: some(35, 60), legal: fc.boolean() }),
    employment,
    shifts: few(...SHIFTS),
    startBy: day,
    employer: some(...EMPLOYERS),
    industry: some('C34', 'H62', 'H6210'),
    updatedOn: day,
  }),
)

const refuses: fc.Arbitrary<Refusals> = partly<Required<Refusals>>({
  employers: few('示例机械', '样品', ''),
  industries: few('C', 'H62', ''),
  occupations: few('6-30-05', '6-30-05-01', '2', ''),
  shifts: few(...SHIFTS),
})

const talent = fc.tuple(
  fc.record({
    wishes: fc.array(fc.record({ title: some(...TITLES), occupations: guesses }), { maxLength: 2 }),
    places,
    skills: few(...SKILLS),
    certificates: fc.uniqueArray(licence, { maxLength: 2 }),
  }),
  partly<Omit<Talent, 'id' | 'wishes' | 'places' | 'skills' | 'certificates' | 'terms'>>({
    home: some('370202', '370211', '371102', '370200'),
    commuteKm: some(4, 20, 60),
    remote: fc.boolean(),
    salary: pay,
    education: some(...EDUCATION_LEVELS),
    years: fc.nat(12),
    born: some(1960, 1985, 1995, 2005, 2010, 2013),
    employment,
    availableFrom: day,
    refuses: fc.oneof(fc.constant({}), refuses),
    updatedOn: day,
  }),
)

/** Ids run against the order of the input. */
const named = <T extends { id: string }>(records: T[]): T[] =>
  records.map((record, i) => ({ ...record, id: `${String.fromCodePoint(122 - (i % 26))}${i}` }))

export type Town = { jobs: Job[]; talents: Talent[] }

/** A town of so many jobs and so many talents, who write in the given words. */
export function aTown(least: number, most: number, words: string[] = WORDS): fc.Arbitrary<Town> {
  const size = { minLength: least, maxLength: most, size: 'max' } as const
  const terms = fc.array(some(...words), { maxLength: words.length, size: 'max' })
  const jobs = fc.array(
    fc
      .tuple(job, terms)
      .map(([[needed, certificates, stated], terms]) => makeBareJob({ ...needed, certificates, ...stated, terms })),
    size,
  )
  const talents = fc.array(
    fc.tuple(talent, terms).map(([[needed, stated], terms]) => makeBareTalent({ ...needed, ...stated, terms })),
    size,
  )
  return fc.record({ jobs: jobs.map(named), talents: talents.map(named) })
}

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)
const byFactor = <T>(values: readonly T[]) =>
  Object.fromEntries(FACTORS.map((name, i) => [name, values[i]!])) as Record<(typeof FACTORS)[number], T>
const sevenShares = fc.array(share, { minLength: FACTORS.length, maxLength: FACTORS.length })
/** The pieces into which six cuts divide 10,000 hundredths. */
const weights = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 })
  .map((cuts) => cuts.toSorted((a, b) => a - b))
  .map((cuts) => byFactor(FACTORS.map((_, i) => ((cuts[i] ?? 10_000) - (cuts[i - 1] ?? 0)) / 100)))
const tree = fc
  .array(share, { minLength: 5, maxLength: 5 })
  .map((levels) => levels.toSorted((a, b) => a - b) as unknown as Settings['tree'])

const near = fc.record({
  placeKm: some(0, 30, 1000),
  salary: share,
  educationLevels: fc.nat(3),
  experienceYears: fc.nat(3),
  certificates: fc.nat(2),
  availabilityDays: some(0, 60, 400),
})

/** Valid settings of every kind. */
export const someSettings: fc.Arbitrary<Settings> = fc.record({
  weights,
  unknown: sevenShares.map(byFactor),
  tree,
  titlePart: share,
  titleFloor: some(0, 0.3, 0.9),
  leastOccupation: share,
  sureReading: share,
  salaryTolerance: share,
  openTop: some(0.1, 0.5, 2),
  commuteKm: some(5, 30),
  coarsePlace: share,
  textFull: some(0.05, 0.2, 1),
  staleDays: some(30, 365),
  legalAge: some(0, 16, 18),
  near,
})
