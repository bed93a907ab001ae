import { describe, expect, test } from 'vitest'
import type { AnyAspect } from '../aspect.ts'
import { judge, outcome } from '../testing/judge.ts'
import type { Job, Talent } from '../types.ts'
import { age } from './age.ts'
import { availability } from './availability.ts'
import { certificates } from './certificates.ts'
import { education } from './education.ts'
import { employment } from './employment.ts'
import { refusals } from './refusals.ts'

type Row = [rule: string, job: Partial<Job>, talent: Partial<Talent>, expected: string, key?: string]

const requires = (...codes: string[]): Partial<Job> => ({
  certificates: codes.map((code) => ({ code, required: true })),
})
const sure = (code: string) => [{ code, confidence: 0.9 }]

const TABLE: [name: string, aspect: AnyAspect, rows: Row[]][] = [
  [
    'education',
    education,
    [
      ['the level itself is enough', { education: 'college' }, { education: 'college' }, 'kept', 'education.met'],
      ['a higher one too', { education: 'college' }, { education: 'master' }, 'kept', 'education.met'],
      [
        'one level below is near',
        { education: 'bachelor' },
        { education: 'college' },
        'near 1 levels',
        'education.below',
      ],
      ['two below are not', { education: 'bachelor' }, { education: 'senior' }, 'broken 2 levels'],
      ['senior and vocational are one level', { education: 'vocational' }, { education: 'senior' }, 'kept'],
      ['不限 asks for nothing', { education: 'none' }, { education: 'primary' }, 'kept', 'education.notAsked'],
      ['none held is not known', { education: 'college' }, { education: 'none' }, 'kept', 'education.talentUnknown'],
    ],
  ],
  [
    'certificates',
    certificates,
    [
      ['the very class', requires('forklift-n1'), { certificates: ['forklift-n1'] }, 'kept', 'certificates.met'],
      [
        'a neighbour is no substitute',
        requires('forklift-n1'),
        { certificates: ['sightseeing-n2'] },
        'near 1 certificates',
      ],
      ['A1 covers B1', requires('driving-b1'), { certificates: ['driving-a1'] }, 'kept'],
      ['A1 does not cover A2', requires('driving-a2'), { certificates: ['driving-a1'] }, 'near 1 certificates'],
      [
        '高压 does not cover 低压',
        requires('electric-low'),
        { certificates: ['electric-high'] },
        'near 1 certificates',
      ],
      [
        '低压 does not cover 高压',
        requires('electric-high'),
        { certificates: ['electric-low'] },
        'near 1 certificates',
      ],
      [
        '大副 is not 三副',
        requires('seafarer-third-mate'),
        { certificates: ['seafarer-chief-mate'] },
        'near 1 certificates',
      ],
      ['either of two', requires('driving-a1|driving-a2'), { certificates: ['driving-a2'] }, 'kept'],
      ['two missing are not near', requires('forklift-n1', 'electric-low'), {}, 'broken 2 certificates'],
      ['named twice is missing once', requires('forklift-n1', 'forklift-n1'), {}, 'near 1 certificates'],
      [
        'preferred is not required',
        { certificates: [{ code: 'forklift-n1', required: false }] },
        {},
        'kept',
        'certificates.notAsked',
      ],
    ],
  ],
  [
    'employment',
    employment,
    [
      [
        'one in common is enough',
        { employment: ['dispatch', 'fullTime'] },
        { employment: ['fullTime', 'gig'] },
        'kept',
        'employment.met',
      ],
      [
        'none in common is never near',
        { employment: ['dispatch'] },
        { employment: ['fullTime'] },
        'broken',
        'employment.other',
      ],
      ['not stated is not known', { employment: ['dispatch'] }, {}, 'kept', 'employment.unknown'],
    ],
  ],
  [
    'availability',
    availability,
    [
      ['on the very day', { startBy: '2026-12-01' }, { availableFrom: '2026-12-01' }, 'kept', 'availability.met'],
      [
        '60 days late is near',
        { startBy: '2026-12-01' },
        { availableFrom: '2027-01-30' },
        'near 60 days',
        'availability.late',
      ],
      ['61 days are not', { startBy: '2026-12-01' }, { availableFrom: '2027-01-31' }, 'broken 61 days'],
      ['尽快 is no date', { startBy: '尽快' }, { availableFrom: '2027-01-31' }, 'kept', 'availability.unknown'],
    ],
  ],
  [
    'age',
    age,
    [
      ['surely below sixteen', {}, { born: 2011 }, 'broken 1 years', 'age.below'],
      ['perhaps sixteen', {}, { born: 2010 }, 'kept', 'age.unsure'],
      ['surely sixteen', {}, { born: 2009 }, 'kept', 'age.met'],
      ['a wish of the employer is no law', { age: { max: 35 } }, { born: 1960 }, 'kept'],
      ['a legal limit is', { age: { max: 60, legal: true } }, { born: 1964 }, 'broken 1 years', 'age.above'],
      ['perhaps still within it', { age: { max: 60, legal: true } }, { born: 1965 }, 'kept'],
      ['a legal least age', { age: { min: 18, legal: true } }, { born: 2009 }, 'broken 1 years'],
      ['not stated', {}, {}, 'kept'],
    ],
  ],
  [
    'refusals',
    refusals,
    [
      ['nothing refused', { employer: '青岛示例机械有限公司' }, {}, 'kept', 'refusals.none'],
      [
        'a short name refuses the full one',
        { employer: '青岛示例机械有限公司' },
        { refuses: { employers: ['示例机械'] } },
        'broken',
        'refusals.employer',
      ],
      [
        'a full name refuses the short',
        { employer: '示例机械' },
        { refuses: { employers: ['青岛示例机械有限公司'] } },
        'broken',
      ],
      [
        'an empty name refuses nobody',
        { employer: '示例机械', industry: 'C34' },
        { refuses: { employers: ['', '示'], industries: [''] } },
        'kept',
      ],
      [
        'an industry and all below it',
        { industry: 'H6210' },
        { refuses: { industries: ['H62'] } },
        'broken',
        'refusals.industry',
      ],
      ['another industry stays', { industry: 'H61' }, { refuses: { industries: ['H62'] } }, 'kept'],
      [
        'every shift refused',
        { shifts: ['night', 'twoShift'] },
        { refuses: { shifts: ['night', 'twoShift'] } },
        'broken',
        'refusals.shifts',
      ],
      ['one shift left', { shifts: ['night', 'day'] }, { refuses: { shifts: ['night'] } }, 'kept'],
      ['夜班 refuses 三班倒 too', { shifts: ['threeShift'] }, { refuses: { shifts: ['night'] } }, 'broken'],
      ['but not 两班倒', { shifts: ['twoShift'] }, { refuses: { shifts: ['night'] } }, 'kept'],
      [
        'an occupation by its class',
        { occupations: sure('4-02-02-01') },
        { refuses: { occupations: ['4-02'] } },
        'broken',
        'refusals.occupation',
      ],
      [
        'an occupation itself',
        { occupations: sure('4-02-02-01') },
        { refuses: { occupations: ['4-02-02-01'] } },
        'broken',
      ],
      [
        'codes are compared by parts',
        { occupations: sure('4-02-02-01') },
        { refuses: { occupations: ['4-0'] } },
        'kept',
      ],
      [
        'a doubtful reading refuses nothing',
        { occupations: [{ code: '4-02-02-01', confidence: 0.5 }] },
        { refuses: { occupations: ['4-02'] } },
        'kept',
      ],
    ],
  ],
]

describe.each(TABLE)('%s', (_, aspect, rows) => {
  test.each(rows)('%s', (_, job, talent, expected, key) => {
    const { born, ...rest } = { born: undefined, ...talent }
    const judgement = judge(aspect, job, { ...rest, ...(born === undefined ? {} : { born }) })
    expect(outcome(judgement)).toBe(expected)
    if (key) expect(judgement.reason.key).toBe(key)
  })
})
