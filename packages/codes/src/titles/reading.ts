import type { SalaryReading } from '../salary/index.ts'
import type { EmploymentType, HeadcountReading, Shift, Welfare } from '../terms/index.ts'

/** What a title says beside the job itself. `places` are division codes; `removed` lists the cut fragments in order. */
export type TitleFacts = {
  salary?: SalaryReading
  welfare: Welfare[]
  employment: EmploymentType[]
  shifts: Shift[]
  places: string[]
  headcount?: HeadcountReading
  urgent?: boolean
  removed: string[]
}

/** `text` as given, `title` the job alone: `急聘！！叉车司机（包吃住）8k` has the title `叉车司机`. Never empty for a non-empty text. */
export type CleanTitle = { text: string; title: string; facts: TitleFacts }

/** A code of the 职业分类大典 2022 with a confidence in 0–1 and the reason in words. */
export type OccupationReading = { code: string; name: string; confidence: number; evidence: string }

/** What a posting says around its title. Used when the title alone does not name a job. */
export type TitleContext = { category?: string; tags?: string[]; description?: string }
