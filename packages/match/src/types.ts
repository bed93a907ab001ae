import type { EducationLevel, EmploymentType, Fen, Shift } from '@renshu/codes'

/** An occupation of the 职业分类大典 2022 (`4-02-02-01`) that a title was read as. */
export type OccupationGuess = {
  code: string
  /** 0–1; the best guess comes first. */
  confidence: number
}

/** A certificate or licence of the vocabulary in `@renshu/codes`, e.g. `forklift-n1`, `driving-a2`. */
export type CertificateCode = string

/**
 * One position on offer, as the engine sees it: codes and numbers, no free text that needs parsing.
 * A field left out is unknown, never zero and never "anything goes".
 */
export type Job = {
  id: string
  title: string
  occupations: OccupationGuess[]
  /** GB/T 2260 codes (6 digits) or street codes (9 digits) of every place of work; empty = not stated. */
  places: string[]
  /** The work can be done from anywhere. */
  remote?: boolean
  /** Monthly pay before tax in fen; a side left out is open ("以上", "以下"). Absent = negotiable or not stated. */
  salary?: { min?: Fen; max?: Fen }
  /** Minimum education; `none` when the posting says 不限. */
  education?: EducationLevel
  /** Minimum years of experience; 0 when the posting says 不限 or 应届. */
  years?: number
  /** Years of age wished for. Never a hard constraint unless `legal`. */
  age?: { min?: number; max?: number; legal?: boolean }
  certificates: { code: CertificateCode; required: boolean }[]
  /** Skill names of the vocabulary in `@renshu/codes`, without repetition. */
  skills: string[]
  employment?: EmploymentType[]
  shifts?: Shift[]
  /** Last day on which work may begin, ISO date. */
  startBy?: string
  employer?: string
  /** GB/T 4754-2017 code. */
  industry?: string
  /** Words of the description, segmented, with repetition. */
  terms: string[]
  /** ISO date of posting or last confirmation. */
  updatedOn?: string
}

/** What the talent will not do, whatever the pay. */
export type Refusals = {
  employers?: string[]
  /** GB/T 4754-2017 codes; a shorter code refuses everything below it. */
  industries?: string[]
  /** 大典 codes; a shorter code refuses everything below it. */
  occupations?: string[]
  shifts?: Shift[]
}

/** One person looking for work. A field left out is unknown. */
export type Talent = {
  id: string
  /** Occupations looked for, most wanted first. */
  wishes: { title: string; occupations: OccupationGuess[] }[]
  /** Division codes in which work is wished for; a province or city reaches everything inside it, `000000` everywhere. */
  places: string[]
  /** Division code of the home; used with `commuteKm` when no place is wished for. */
  home?: string
  /** Longest way to work in kilometres, straight line. */
  commuteKm?: number
  /** Accepts (or wants) work from anywhere. */
  remote?: boolean
  /** Monthly pay before tax in fen that the wish begins at. */
  salary?: { min?: Fen; max?: Fen }
  education?: EducationLevel
  years?: number
  /** Year of birth. */
  born?: number
  certificates: CertificateCode[]
  skills: string[]
  employment?: EmploymentType[]
  /** First day on which work can begin, ISO date. */
  availableFrom?: string
  refuses?: Refusals
  terms: string[]
  updatedOn?: string
}
