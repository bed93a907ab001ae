import { EDUCATION_LEVELS, EMPLOYMENT_TYPES, SHIFTS } from '@renshu/codes'
import {
  DEFAULT_SETTINGS,
  type Job,
  LEARNED_TITLES,
  NATIONWIDE,
  type Scene,
  type Talent,
  countCorpus,
} from '@renshu/match'

const AS_OF = '2026-11-21'
const TRADES = [
  { code: '6-30-05-01', titles: ['叉车司机', '叉车工', '铲车司机'] },
  { code: '6-30-01-00', titles: ['行车工', '起重工'] },
  { code: '2-06-03-00', titles: ['会计', '出纳', '财务'] },
  { code: '4-10-01-06', titles: ['月嫂', '育婴师'] },
  { code: '4-02-02-01', titles: ['货车司机', '客车司机'] },
]
const VECTORS = new Map(TRADES.flatMap(({ titles }) => titles).map((title) => [title, LEARNED_TITLES.vector(title)]))
const PLACES = ['370202', '370203', '370211', '370285', '371102', '370202001', '110105']
const WIDE_PLACES = ['370200', '370000', '371100', NATIONWIDE]
const CERTIFICATES = ['forklift-n1', 'driving-a2', 'driving-b2', 'driving-c1', 'electric-low', 'electrician']
const REQUIRED = [...CERTIFICATES, 'driving-a1|driving-a2', 'driving']
const SKILLS = ['叉车', '装卸', 'Excel', 'Python', '盘点', '焊接', '用友', '驾驶', '育儿', '烹饪']
const WORDS = [...'负责仓库货物装卸报表沟通夜班产妇护理税务运输安全设备维修']
const EMPLOYERS = ['青岛示例机械有限公司', '示例物流', '样品食品厂']
const INDUSTRIES = ['C34', 'G54', 'H62', 'H6210']
const DAYS = ['2024-06-30', '2026-01-05', '2026-10-01', '2026-11-20', '2026-12-31', '尽快']

/** The next of a fixed row of numbers below `end` (mulberry32). */
type Draw = (end: number) => number

function drawFrom(seed: number): Draw {
  let state = seed
  return (end) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

/** Seeded choices for the fields of records. */
const choicesOf = (draw: Draw) => {
  const one = <T>(values: readonly T[]): T => values[draw(values.length)]!
  const some = <T>(values: readonly T[], most: number): T[] => Array.from({ length: draw(most + 1) }, () => one(values))
  return {
    draw,
    one,
    some,
    few: <T>(values: readonly T[], most: number): T[] => [...new Set(some(values, most))],
    /** The field in two of three records. */
    partly: <T extends object>(field: () => T): T | Record<never, never> => (draw(3) > 0 ? field() : {}),
  }
}
type Choices = ReturnType<typeof choicesOf>

function aTitle({ one, draw }: Choices) {
  const trade = one(TRADES)
  const other = { code: one(TRADES).code, confidence: 0.3 }
  const read = { code: trade.code, confidence: one([0.4, 0.7, 0.9]) }
  return { title: one(trade.titles), occupations: draw(8) === 0 ? [] : draw(3) === 0 ? [read, other] : [read] }
}

const aJob = (number: number, choices: Choices): Job => {
  const { one, few, some, draw, partly } = choices
  return {
    id: `j${number}`,
    ...aTitle(choices),
    places: few(draw(5) === 0 ? WIDE_PLACES : PLACES, 2),
    certificates: few(REQUIRED, 1).map((code) => ({ code, required: draw(2) === 0 })),
    skills: few(SKILLS, 5),
    terms: some(WORDS, 12),
    ...partly(() => ({
      salary: { min: 300_000 + 50_000 * draw(20), ...(draw(4) > 0 && { max: 600_000 + 33_333 * draw(30) }) },
    })),
    ...partly(() => ({ education: one(EDUCATION_LEVELS.slice(0, 6)), years: draw(4) })),
    ...partly(() => ({ employment: few(EMPLOYMENT_TYPES, 2), shifts: few(SHIFTS, 2) })),
    ...partly(() => ({ employer: one(EMPLOYERS), industry: one(INDUSTRIES), startBy: one(DAYS) })),
    ...(draw(10) === 0 && { remote: true, age: { max: 35, legal: true } }),
    ...partly(() => ({ updatedOn: one(DAYS) })),
  }
}

const aRefusal = ({ few, draw }: Choices): Talent['refuses'] =>
  [
    { employers: ['示例物流'] },
    { industries: few(['C', 'H62'], 2) },
    { occupations: few(['4-10', '6-30-05'], 2) },
    { shifts: few(SHIFTS, 3) },
  ][draw(4)]

const aTalent = (number: number, choices: Choices): Talent => {
  const { one, few, some, draw, partly } = choices
  const refuses = aRefusal(choices)
  return {
    // Ids do not come in the order of their characters.
    id: `${'täü人'[number % 4]}${(number * 7919) % 100_003}`,
    wishes: Array.from({ length: draw(4) }, () => aTitle(choices)),
    places: few(draw(3) === 0 ? WIDE_PLACES : PLACES, 3),
    certificates: few(CERTIFICATES, 3),
    skills: few(SKILLS, 5),
    terms: some(WORDS, 14),
    ...partly(() => ({ home: one(PLACES), ...(draw(2) === 0 && { commuteKm: 5 + draw(60) }) })),
    ...partly(() => ({ salary: { min: 300_000 + 12_345 * draw(80) } })),
    ...partly(() => ({ education: one(EDUCATION_LEVELS), years: draw(20) / 2 })),
    ...partly(() => ({ born: 1955 + draw(56), employment: few(EMPLOYMENT_TYPES, 3) })),
    ...partly(() => ({ availableFrom: one(DAYS), updatedOn: one(DAYS) })),
    ...(draw(12) === 0 && { remote: true }),
    ...(draw(6) === 0 && refuses && { refuses }),
  }
}

/** A small made-up town, the same every time, in which nearly everything may be unknown. */
export function makeTown(jobs: number, talents: number): { jobs: Job[]; talents: Talent[]; scene: Scene } {
  const choices = choicesOf(drawFrom(jobs + talents))
  const town = {
    jobs: Array.from({ length: jobs }, (_, number) => aJob(number, choices)),
    talents: Array.from({ length: talents }, (_, number) => aTalent(number, choices)),
  }
  const corpus = countCorpus(town.jobs, town.talents)
  const titles = { ...LEARNED_TITLES, vector: (title: string) => VECTORS.get(title)! }
  return { ...town, scene: { settings: DEFAULT_SETTINGS, asOf: AS_OF, corpus, titles } }
}
