import {
  classifyTitle,
  cleanTitle,
  type CleanTitle,
  type EducationReading,
  type ExperienceReading,
  type OccupationReading,
  type PlaceReading,
  readExperience,
  readHighestEducation,
  type SalaryReading,
} from '@renshu/codes'
import { LIST_OR_SLASH, readNames } from '../values/items.ts'
import { readPlaceCells, readWishedPlaces, type WishedPlaces } from '../values/place.ts'
import type { RowView } from '../values/row-view.ts'
import { readSalaryCells, salaryText } from '../values/salary.ts'
import type { Note } from './reject.ts'

export type WishReading = { title: CleanTitle; occupations: OccupationReading[] }

/** What the columns of a person were understood as; a reading is absent where the columns are empty. */
export type TalentReading = {
  wishes: WishReading[]
  home?: PlaceReading
  wished?: WishedPlaces
  salary?: SalaryReading
  education?: EducationReading
  experience?: ExperienceReading
}

/** Answers to "which job?" that name none. */
const ANY_JOB = /^(其他|其它|不限|均可|都行|都可以|随便|什么都行|无|暂无|any|other)$/i
const MAX_WISHES = 8

const readWishes = (view: RowView): WishReading[] => {
  const wished = view.all('wish').flatMap(({ value }) => readNames(value, LIST_OR_SLASH))
  const names = wished.length > 0 ? wished : readNames(view.first('title'), LIST_OR_SLASH)
  return [...new Set(names)]
    .filter((name) => !ANY_JOB.test(name) && /\p{L}/u.test(name))
    .slice(0, MAX_WISHES)
    .map((name) => {
      const title = cleanTitle(name)
      return { title, occupations: classifyTitle(title.title) }
    })
}

export const readTalentColumns = (view: RowView): TalentReading => {
  const home = readPlaceCells(view.all('home').slice(0, 1)) ?? undefined
  const homeCode = home?.kind === 'division' ? home.codes[0] : undefined
  const wish = view
    .all('wishPlace')
    .map(({ value }) => value)
    .join('、')
  const education = view.first('education')
  const experience = view.first('experience')
  const salary = readSalaryCells(view.all('wishSalary'))
  return {
    wishes: readWishes(view),
    ...(home && { home }),
    ...(wish && { wished: readWishedPlaces(wish, homeCode) }),
    ...(salary && { salary }),
    ...(education && isFilled(education) && { education: readHighestEducation(education) }),
    ...(experience && { experience: readExperience(experience) }),
  }
}

/** An empty list printed by a program is no value. */
export const isFilled = (text: string): boolean => !/^\[\s*\]$/.test(text)

const placeNote = (view: RowView, field: 'home' | 'wishPlace', reading: PlaceReading): Note | undefined => {
  if (reading.kind === 'ambiguous') return view.note(field, reading.text, 'place.ambiguous')
  return reading.kind === 'unknown' ? view.note(field, reading.text, 'value.unreadable') : undefined
}

/** Which of the two columns hold a value that could not be read. */
export const unreadTerms = (reading: TalentReading): ('education' | 'experience')[] =>
  (['education', 'experience'] as const).filter((field) => reading[field]?.kind === 'unknown')

export const talentNotes = (view: RowView, reading: TalentReading): Note[] => {
  const notes: (Note | undefined)[] = [
    reading.home && placeNote(view, 'home', reading.home),
    ...(reading.wished?.unread ?? []).map((one) => placeNote(view, 'wishPlace', one)),
  ]
  if (reading.salary?.kind === 'unknown') {
    notes.push(view.note('wishSalary', salaryText(view.all('wishSalary')), 'value.unreadable'))
  }
  for (const field of unreadTerms(reading)) notes.push(view.note(field, view.first(field), 'value.unreadable'))
  return notes.filter((note) => note !== undefined)
}
