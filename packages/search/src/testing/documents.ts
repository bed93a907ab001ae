import { array, constantFrom, integer, option, record, subarray } from 'fast-check'
import type { Document, Filters } from '../types.ts'

/** A posting with what a test does not care about filled in. */
export const makeDocument = (part: Partial<Document> & { id: string }): Document => ({
  title: '普工',
  codes: {},
  on: '2026-11-01',
  ...part,
})

const WORDS = ['叉车', '司机', '保安', '电工', '夜班', '海信', 'java', '黄岛']
const PLACES = ['370200', '370202', '370202001', '370211', '370281', '371100', '310000', '310115']
const OCCUPATIONS = ['4-07-05-01', '4-07-05', '4-02-02-02', '6-30-05-01', '6-31-01-03']
const days = integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)
const codes = record({
  place: subarray(PLACES),
  occupation: subarray(OCCUPATIONS, { maxLength: 2 }),
  welfare: subarray(['meals', 'housing', 'weekends']),
  education: subarray(['none', 'college', 'bachelor'], { maxLength: 1 }),
})
const pay = constantFrom(undefined, { min: 300_000 }, { max: 500_000 }, { min: 400_000, max: 600_000 })

const stated = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T

/** Postings over few words and codes, so that they meet; ids come again and replace. */
export const anyDocument = record({
  id: integer({ min: 0, max: 30 }).map((number) => `p${String(number).padStart(2, '0')}`),
  title: array(constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
  names: subarray(['示例海风公司', '示例青石公司'], { maxLength: 1 }),
  description: constantFrom('', '夜班 叉车', '包吃住，需要电工证'),
  codes,
  pay,
  on: days,
}).map((document) => stated(document) as Document)

export const anyFilters = record({
  codes: option(
    record(
      {
        place: subarray(PLACES),
        occupation: subarray(['4', '4-07', ...OCCUPATIONS]),
        education: subarray(['none', 'unstated']),
      },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
  every: option(record({ welfare: subarray(['meals', 'housing']) }), { nil: undefined }),
  none: option(record({ welfare: subarray(['meals', 'housing']) }), { nil: undefined }),
  spots: option(subarray(['370200', '370202']), { nil: undefined }),
  most: constantFrom(undefined, 350_000, 450_000),
  around: option(record({ place: constantFrom('370202', '371100'), km: constantFrom(10, 60, 150) }), {
    nil: undefined,
  }),
  pay: constantFrom(undefined, 350_000, 550_000, 900_000),
  since: option(days, { nil: undefined }),
}).map((filters) => stated(filters) as Filters)

export const anyWords = subarray(WORDS, { maxLength: 2 }).map((words) => words.join(' '))
