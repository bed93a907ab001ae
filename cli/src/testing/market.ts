import { buildIndex, type Job, type Talent } from '@renshu/match'
import { rankLists, type Side } from '../match/lists.ts'

const FORKLIFT = [{ code: '6-30-05-01', confidence: 0.9 }]

export const JOBS: Job[] = [
  {
    id: 'J-001',
    title: '叉车司机',
    occupations: FORKLIFT,
    places: ['370211'],
    salary: { min: 600_000, max: 800_000 },
    education: 'junior',
    years: 1,
    certificates: [{ code: 'forklift-n1', required: true }],
    skills: ['叉车'],
    employer: '青岛示例港务有限公司',
    terms: [],
    updatedOn: '2026-02-20',
  },
  { id: 'J-002', title: '月嫂', occupations: [], places: ['110105'], certificates: [], skills: [], terms: [] },
]

export const TALENTS: Talent[] = [
  {
    id: 'T-001',
    wishes: [{ title: '叉车司机', occupations: FORKLIFT }],
    places: ['370211'],
    salary: { min: 650_000 },
    education: 'senior',
    years: 3,
    certificates: ['forklift-n1'],
    skills: ['叉车'],
    terms: [],
  },
  {
    id: 'T-002',
    wishes: [{ title: '叉车工', occupations: FORKLIFT }],
    places: ['370200'],
    salary: { min: 500_000 },
    education: 'junior',
    years: 2,
    certificates: [],
    skills: ['叉车'],
    terms: [],
  },
]

/** The lists of a small made-up market: T-001 fits J-001, T-002 lacks the certificate, J-002 is far from both. */
export function listsFrom(side: Side) {
  const sides = { jobs: JOBS, talents: TALENTS }
  return [...rankLists(side, sides, buildIndex({ ...sides, asOf: '2026-03-01' }), { top: 20, near: 3 })]
}
