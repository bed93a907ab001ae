import {
  classifyTitle,
  cleanTitle,
  type CleanTitle,
  type EducationReading,
  type ExperienceReading,
  type OccupationReading,
  type PlaceReading,
  readEducation,
  readExperience,
  type SalaryReading,
} from '@renshu/codes'
import type { RawRow } from '../files/source.ts'
import { readNames } from '../values/items.ts'
import { readPlaceCells } from '../values/place.ts'
import type { RowView } from '../values/row-view.ts'
import { readSalaryCells, salaryText } from '../values/salary.ts'
import type { Note } from './reject.ts'

/** What the columns of a posting were understood as; a reading is absent where the columns are empty. */
export type JobReading = {
  title: CleanTitle
  occupations: OccupationReading[]
  place?: PlaceReading
  salary?: SalaryReading
  education?: EducationReading
  experience?: ExperienceReading
  /** Cells with a value that is neither. */
  unread: ('education' | 'experience')[]
  tags: string[]
  description: string
}

const MAX_CONTEXT = 2000

export const joinValues = (
  view: RowView,
  field: 'description' | 'tags' | 'skills' | 'certificates' | 'welfare',
): string =>
  view
    .all(field)
    .map(({ value }) => value)
    .join('\n')

/** Reads the columns of a posting whose title is known to be there. */
export const readJobColumns = (view: RowView): JobReading => {
  const title = cleanTitle(view.first('title'))
  const description = joinValues(view, 'description')
  const tags = view.all('tags').flatMap(({ value }) => readNames(value))
  const category = view.first('category')
  const context = {
    tags,
    ...(category && { category }),
    ...(description && { description: description.slice(0, MAX_CONTEXT) }),
  }
  const place = readPlaceCells(view.all('place'))
  const salary = readSalaryCells(view.all('salary'))
  return {
    title,
    occupations: classifyTitle(title.title, context),
    ...(place && { place }),
    ...(salary && { salary }),
    ...readTerms(view.first('education'), view.first('experience')),
    tags,
    description,
  }
}

const isUnread = (cell: string): boolean =>
  cell !== '' && readEducation(cell).kind === 'unknown' && readExperience(cell).kind === 'unknown'

/**
 * Boards put both into one column ("1-3年本科") or into the other's, so each is looked for in both cells.
 * `unread` names the cells that say neither.
 */
export const readTerms = (
  educationCell: string,
  experienceCell: string,
): Pick<JobReading, 'education' | 'experience' | 'unread'> => {
  const cells = [educationCell, experienceCell].filter((cell) => cell !== '')
  const education = cells.map(readEducation).find((reading) => reading.kind === 'level')
  const experience = [...cells]
    .reverse()
    .map(readExperience)
    .find((reading) => reading.kind === 'years')
  const unread: JobReading['unread'] = []
  if (isUnread(educationCell)) unread.push('education')
  if (isUnread(experienceCell)) unread.push('experience')
  return { unread, ...(education && { education }), ...(experience && { experience }) }
}

const LOST_DIGITS = /^\d(\.\d+)?E\+\d{2}$/i

/** Notes of a row about cells the file itself could not give: formulas, errors, numbers cut short. */
export const cellNotes = (view: RowView, notes: RawRow['notes'] = []): Note[] => {
  const cut = (['id', 'phone', 'idNumber'] as const).filter((field) => LOST_DIGITS.test(view.first(field)))
  return [
    ...notes.map(({ column, reason }) => ({ ...view.note('title', '', reason), column })),
    ...cut.map((field) => view.note(field, view.first(field), 'cell.digitsLost')),
  ]
}

/** Values that were there and could not be read. */
export const unreadNotes = (view: RowView, reading: JobReading): Note[] => {
  const notes: Note[] = []
  if (reading.place?.kind === 'ambiguous') notes.push(view.note('place', reading.place.text, 'place.ambiguous'))
  if (reading.place?.kind === 'unknown') notes.push(view.note('place', reading.place.text, 'value.unreadable'))
  if (reading.salary?.kind === 'unknown')
    notes.push(view.note('salary', salaryText(view.all('salary')), 'value.unreadable'))
  for (const field of reading.unread) notes.push(view.note(field, view.first(field), 'value.unreadable'))
  return notes
}
