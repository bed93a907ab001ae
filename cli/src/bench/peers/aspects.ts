import type { Fen } from '@renshu/codes'
import { type ConstraintName, DEFINITION, type FactorName, type Job, type Talent } from '@renshu/match'

/** What an aspect of the definition sees of both sides. Here, and only here, it gets a type again. */
type Parts<JobPart, TalentPart> = { ofJob: (job: Job) => JobPart; ofTalent: (talent: Talent) => TalentPart }

export type Pay = { min?: Fen; max?: Fen }

export const entryOf = (name: FactorName | ConstraintName): (typeof DEFINITION)[number] =>
  DEFINITION.find(({ factor, constraint }) => factor === name || constraint === name)!

const partsOf = <JobPart, TalentPart = JobPart>(name: FactorName | ConstraintName): Parts<JobPart, TalentPart> =>
  entryOf(name).aspect as Parts<JobPart, TalentPart>

/** A range the right way round, of amounts of money. */
export const SALARY = partsOf<Pay | undefined>('salary')
/** Days are ISO dates that can be read. */
export const RECENCY = partsOf<string | undefined>('recency')
export const AVAILABILITY = partsOf<string | undefined>('availability')
/** Only limits by law. */
export const AGE = partsOf<Job['age'], number | undefined>('age')
/** Of a talent, what certificates cover is there too. */
export const SKILLS = partsOf<string[]>('skills')
