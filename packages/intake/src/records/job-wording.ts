import { type HeadcountReading, readHeadcount, readWelfare, type Welfare } from '@renshu/codes'
import { isOpenEnd, readLastDay } from '../values/date.ts'
import type { RowView } from '../values/row-view.ts'
import { joinValues, type JobReading } from './job-reading.ts'

/** What a row says for people to read. */
export type JobWording = {
  line: number
  description: string
  /** Absent where the row names no number. */
  headcount?: number
  welfare: Welfare[]
  /** The last day the row names, where it names one: as it stands there, and the day where it could be read. */
  validUntil?: { column: string; value: string; day?: string }
  /** Whether the row has an id of its own: another reading of the file then gives the same. */
  hasOwnId: boolean
}

const countOf = (reading: HeadcountReading | undefined): number | undefined =>
  reading?.kind === 'count' ? (reading.max ?? reading.min) : undefined

/** What says that there is no last day names none. */
const lastDayOf = (view: RowView): JobWording['validUntil'] => {
  const value = view.first('validUntil')
  const day = readLastDay(value)
  if (value === '' || (!day && isOpenEnd(value))) return undefined
  return { column: view.column('validUntil'), value, ...(day && { day }) }
}

/** Column, tags and description together: welfare is offered wherever it stands. */
export const wordingOf = (view: RowView, { title, tags, description }: JobReading, line: number): JobWording => {
  const column = view.first('headcount')
  const headcount = countOf(column ? readHeadcount(column) : title.facts.headcount)
  const said = readWelfare([joinValues(view, 'welfare'), tags.join('，'), description].join('\n'))
  const validUntil = lastDayOf(view)
  return {
    line,
    description,
    ...(headcount !== undefined && { headcount }),
    ...(validUntil && { validUntil }),
    welfare: [...new Set([...title.facts.welfare, ...said])],
    hasOwnId: view.first('id') !== '',
  }
}
