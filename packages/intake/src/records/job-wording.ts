import { type HeadcountReading, readHeadcount, readWelfare, type Welfare } from '@renshu/codes'
import type { RowView } from '../values/row-view.ts'
import { joinValues, type JobReading } from './job-reading.ts'

/** What a row says for people to read. */
export type JobWording = {
  line: number
  description: string
  /** Absent where the row names no number. */
  headcount?: number
  welfare: Welfare[]
  /** Whether the row has an id of its own: another reading of the file then gives the same. */
  hasOwnId: boolean
}

const countOf = (reading: HeadcountReading | undefined): number | undefined =>
  reading?.kind === 'count' ? (reading.max ?? reading.min) : undefined

/** Column, tags and description together: welfare is offered wherever it stands. */
export const wordingOf = (view: RowView, { title, tags, description }: JobReading, line: number): JobWording => {
  const column = view.first('headcount')
  const headcount = countOf(column ? readHeadcount(column) : title.facts.headcount)
  const said = readWelfare([joinValues(view, 'welfare'), tags.join('，'), description].join('\n'))
  return {
    line,
    description,
    ...(headcount !== undefined && { headcount }),
    welfare: [...new Set([...title.facts.welfare, ...said])],
    hasOwnId: view.first('id') !== '',
  }
}
