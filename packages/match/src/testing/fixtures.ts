import { DEFAULT_SETTINGS } from '../settings.ts'
import { countCorpus } from '../corpus.ts'
import type { Scene } from '../aspect.ts'
import { LEARNED_TITLES } from '../titles.ts'
import type { Job, Talent } from '../types.ts'

export const AS_OF = '2026-11-21'

/** A forklift driver's job in 黄岛; every test changes what it is about. */
export const makeJob = (change: Partial<Job> = {}): Job => ({
  id: 'job-1',
  title: '叉车司机',
  occupations: [{ code: '6-30-05-01', confidence: 0.9 }],
  places: ['370211'],
  salary: { min: 600_000, max: 800_000 },
  education: 'junior',
  years: 1,
  certificates: [],
  skills: [],
  terms: [],
  updatedOn: '2026-11-01',
  ...change,
})

/** Somebody who fits {@link makeJob}. */
export const makeTalent = (change: Partial<Talent> = {}): Talent => ({
  id: 'talent-1',
  wishes: [{ title: '叉车工', occupations: [{ code: '6-30-05-01', confidence: 0.9 }] }],
  places: ['370200'],
  salary: { min: 650_000 },
  education: 'senior',
  years: 3,
  born: 1985,
  certificates: [],
  skills: [],
  terms: [],
  updatedOn: '2026-11-10',
  ...change,
})

export const makeScene = (jobs: Job[], talents: Talent[], change: Partial<Scene> = {}): Scene => ({
  settings: DEFAULT_SETTINGS,
  asOf: AS_OF,
  corpus: countCorpus(jobs, talents),
  titles: LEARNED_TITLES,
  ...change,
})
