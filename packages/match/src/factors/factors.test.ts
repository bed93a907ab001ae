import { describe, expect, test } from 'vitest'
import type { AnyAspect, Scene } from '../aspect.ts'
import { toPoints } from '../definition.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { makeJob, makeScene, makeTalent } from '../testing/fixtures.ts'
import { judge, outcome } from '../testing/judge.ts'
import type { Job, OccupationGuess, Talent } from '../types.ts'
import { experience } from './experience.ts'
import { occupation } from './occupation.ts'
import { place } from './place.ts'
import { recency } from './recency.ts'
import { salary } from './salary.ts'
import { skills } from './skills.ts'
import { text } from './text.ts'

type Row = [rule: string, job: Partial<Job>, talent: Partial<Talent>, share: number, expected?: string, key?: string]

const pay = (min?: number, max?: number) => ({
  salary: { ...(min !== undefined && { min: min * 100 }), ...(max !== undefined && { max: max * 100 }) },
})
const FORKLIFT: OccupationGuess[] = [{ code: '6-30-05-01', confidence: 0.8 }]
const BOOKKEEPER: OccupationGuess[] = [{ code: '2-06-03-00', confidence: 0.9 }]
const wish = (title: string, occupations: OccupationGuess[]) => ({ title, occupations })
const offer = (title: string, occupations: OccupationGuess[]) => ({ title, occupations })

/** Two titles are as alike as the toy table says, else not at all. */
const ALIKE: Record<string, number> = { '叉车司机|铲车司机': 0.65, '叉车司机|会计': 0.2 }
const toy = {
  titles: {
    vector: (title: string) => title,
    similarity: (a: string, b: string) => (a === b ? 1 : (ALIKE[`${a}|${b}`] ?? 0)),
  },
} as unknown as Partial<Scene>

const TABLE: [name: string, aspect: AnyAspect, rows: Row[]][] = [
  [
    'salary',
    salary,
    [
      ['all of the offer above the wish', pay(6000, 8000), pay(6000), 1, 'kept', 'salary.met'],
      ['the wish inside the offer', pay(6000, 8000), pay(7800), (9600 - 7800) / 3600, 'kept', 'salary.within'],
      ['above it, but tolerated', pay(6000, 8000), pay(9600), 0, 'kept', 'salary.tolerated'],
      [
        'a fen above the tolerance is near',
        { salary: { min: 600_000, max: 800_000 } },
        { salary: { min: 960_001 } },
        0,
        'near 160001 fen',
        'salary.below',
      ],
      ['half above the offer is still near', pay(6000, 8000), pay(12_000), 0, 'near 400000 fen'],
      ['a fen more is not', { salary: { max: 800_000 } }, { salary: { min: 1_200_001 } }, 0, 'broken 400001 fen'],
      ['an open top is never exceeded', pay(6000), pay(50_000), 0, 'kept', 'salary.openTop'],
      ['an open top reaches half above its bottom', pay(6000), pay(8400), (10_800 - 8400) / 4800, 'kept'],
      ['an open bottom', pay(undefined, 9000), pay(6000), 1, 'kept'],
      ['a reversed range is turned', pay(8000, 6000), pay(7800), (9600 - 7800) / 3600, 'kept'],
      ['no amount of money', { salary: { min: Number.NaN, max: -1 } }, pay(7000), 0.5, 'kept', 'salary.jobUnknown'],
      ['no wish', pay(6000, 8000), { salary: {} }, 0.5, 'kept', 'salary.talentUnknown'],
    ],
  ],
  [
    'experience',
    experience,
    [
      ['the very years', { years: 3 }, { years: 3 }, 1, 'kept', 'experience.met'],
      ['many more', { years: 3 }, { years: 30 }, 1, 'kept'],
      ['two short is near', { years: 3 }, { years: 1 }, 0, 'near 2 years', 'experience.below'],
      ['three short is not', { years: 3 }, { years: 0 }, 0, 'broken 3 years'],
      ['none needed', { years: 0 }, { years: 2 }, 1, 'kept', 'experience.notNeeded'],
    ],
  ],
  [
    'recency',
    recency,
    [
      ['both today', { updatedOn: '2026-11-21' }, { updatedOn: '2026-11-21' }, 1],
      ['one a year old', { updatedOn: '2025-11-21' }, { updatedOn: '2026-11-21' }, 0.5],
      ['dates to come are as fresh as today', { updatedOn: '2027-01-01' }, { updatedOn: '2026-11-21' }, 1],
      ['what is no date is not known', { updatedOn: '昨天' }, { updatedOn: '2026-11-21' }, 0.75],
    ],
  ],
  [
    'place',
    place,
    [
      ['inside the wish', { places: ['370211'] }, { places: ['370200'] }, 1, 'kept', 'place.inside'],
      [
        'at home inside the wish',
        { places: ['370211'] },
        { places: ['370200'], home: '370211' },
        1,
        'kept',
        'place.insideHome',
      ],
      [
        'beyond the own way to work inside the wish',
        { places: ['370285'] },
        { places: ['370200'], home: '370202', commuteKm: 5 },
        0.5,
        'kept',
        'place.insideNear',
      ],
      ['everywhere', { places: ['110105'] }, { places: ['000000'] }, 1, 'kept'],
      ['only the city is known', { places: ['370200'] }, { places: ['370202'] }, 0.6, 'kept', 'place.coarse'],
      ['another province', { places: ['110105'] }, { places: ['370202'] }, 0, 'broken 549 km', 'place.outside'],
      ['the same district', { places: ['370202'] }, { places: [], home: '370202' }, 1, 'kept', 'place.home'],
      [
        'the same city and no more is known',
        { places: ['370200'] },
        { places: [], home: '370200' },
        0.6,
        'kept',
        'place.coarseHome',
      ],
      ['remote work', { places: [], remote: true }, { places: ['370202'] }, 1, 'kept', 'place.remote'],
      [
        'on site for who looks for remote work only',
        { places: ['370202'] },
        { places: [], remote: true, home: '370202' },
        0,
        'broken',
        'place.onSite',
      ],
      ['remote or a place', { places: ['370202'] }, { places: ['370202'], remote: true }, 1, 'kept'],
      [
        'a home that is no division',
        { places: ['370202'] },
        { places: [], home: '999999' },
        0.5,
        'kept',
        'place.talentUnknown',
      ],
    ],
  ],
  [
    'occupation',
    occupation,
    [
      [
        'the same title',
        offer('叉车司机', []),
        { wishes: [wish('叉车司机', BOOKKEEPER)] },
        1,
        'kept',
        'occupation.equal',
      ],
      [
        'the same occupation, half by the tree and half by the title',
        offer('叉车司机', FORKLIFT),
        { wishes: [wish('铲车司机', [{ code: '6-30-05-01', confidence: 0.9 }])] },
        0.5 * 0.8 + 0.5 * 0.5,
        'kept',
        'occupation.level4',
      ],
      [
        'the title alone when one side was not read',
        offer('叉车司机', []),
        { wishes: [wish('铲车司机', FORKLIFT)] },
        0.5,
        'kept',
        'occupation.title',
      ],
      [
        'the best wish counts, not the first',
        offer('叉车司机', FORKLIFT),
        { wishes: [wish('会计', BOOKKEEPER), wish('叉车司机', FORKLIFT)] },
        1,
        'kept',
      ],
      [
        'foreign to every wish',
        offer('叉车司机', FORKLIFT),
        { wishes: [wish('会计', BOOKKEEPER)] },
        0,
        'broken',
        'occupation.foreign',
      ],
      [
        'foreign to one, unread the other',
        offer('叉车司机', FORKLIFT),
        { wishes: [wish('会计', BOOKKEEPER), wish('其他', [])] },
        0,
        'kept',
      ],
      [
        'unread first, foreign second',
        offer('叉车司机', FORKLIFT),
        { wishes: [wish('其他', []), wish('会计', BOOKKEEPER)] },
        0,
        'kept',
      ],
      [
        'a doubtful reading rules nobody out',
        offer('叉车司机', [{ code: '6-30-05-01', confidence: 0.5 }]),
        { wishes: [wish('会计', BOOKKEEPER)] },
        0,
        'kept',
      ],
      ['no wish', offer('叉车司机', FORKLIFT), { wishes: [] }, 0.3, 'kept', 'occupation.unknown'],
      ['two empty titles are not equal', offer('', []), { wishes: [wish('', [])] }, 1, 'kept', 'occupation.title'],
    ],
  ],
]

describe.each(TABLE)('%s', (_, aspect, rows) => {
  test.each(rows)('%s', (_, job, talent, share, expected = 'kept', key) => {
    const judgement = judge(aspect, job, talent, toy)
    expect(judgement.share).toBeCloseTo(share, 10)
    expect(outcome(judgement)).toBe(expected)
    if (key) expect(judgement.reason.key).toBe(key)
  })
})

const weight = (documents: number, found: number) =>
  Math.round(1000 * Math.log(1 + (documents - found + 0.5) / (found + 0.5)))

test('skills weigh by rarity and count by the square root', () => {
  const job = makeJob({ skills: ['叉车', '装卸'] })
  const crowd = [['装卸'], ['装卸'], ['叉车']].map((brought, i) => makeTalent({ id: `t${i}`, skills: brought }))
  const [common, , rare] = crowd
  const scene = makeScene([job], crowd)
  const [loading, forklift] = [weight(4, 3), weight(4, 2)]
  const shareOf = (talent: Talent) => skills.judge(skills.ofJob(job), skills.ofTalent(talent), scene).share
  expect(shareOf(common!)).toBeCloseTo(Math.sqrt(loading / (loading + forklift)), 10)
  expect(shareOf(rare!)).toBeCloseTo(Math.sqrt(forklift / (loading + forklift)), 10)
})

const prefers = (code: string) => ({ certificates: [{ code, required: false }] })

test('a preferred certificate is brought by one that covers it, and by any of its alternatives', () => {
  expect(judge(skills, prefers('driving-c2'), { certificates: ['driving-c1'] }).share).toBe(1)
  expect(judge(skills, prefers('driving-a1|driving-a2'), { certificates: ['driving-a2'] }).share).toBeGreaterThan(0.4)
  expect(judge(skills, prefers('driving-a2'), { skills: ['驾驶'] }).share).toBe(0)
})

test('a word in a short text counts more than in a long one, and no more than in full', () => {
  const job = makeJob({ terms: ['叉车', '仓库', '盘点', '发货', '夜班', '装车', '理货', '配送'] })
  const short = makeTalent({ id: 'a', terms: ['叉车', '司机'] })
  const long = makeTalent({ id: 'b', terms: ['叉车', ...Array.from({ length: 30 }, (_, i) => `词${i}`)] })
  const whole = makeTalent({ id: 'c', terms: job.terms })
  const scene = makeScene([job], [short, long, whole])
  const shareOf = (talent: Talent) => text.judge(text.ofJob(job), text.ofTalent(talent), scene).share!
  expect(shareOf(short)).toBeGreaterThan(shareOf(long))
  expect(shareOf(long)).toBeGreaterThan(0)
  expect(shareOf(whole)).toBe(1)
})

test('points stay between nothing and the weight', () => {
  expect([toPoints(-1, 35), toPoints(0.5, 35), toPoints(7, 35)]).toEqual([0, 1750, 3500])
  expect(DEFAULT_SETTINGS.weights.occupation).toBe(35)
})
