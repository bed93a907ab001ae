import {
  findCertificates,
  findSkills,
  readAge,
  readEmploymentTypes,
  readShifts,
  type SalaryReading,
  readIndustry,
} from '@renshu/codes'
import type { Job } from '@renshu/match'
import { isOpenEnd, isPartialDate, readDate, readLastDay, readStart } from '../values/date.ts'
import { ageAsked, educationAsked, yearsAsked } from '../values/sentences.ts'
import { intern, readTerms } from '../values/words.ts'
import type { RowView } from '../values/row-view.ts'
import { joinValues, type JobReading } from './job-reading.ts'
import type { Note } from './reject.ts'

/** Guesses kept per title; the engine looks at the best few only. */
const MAX_OCCUPATIONS = 3

export const guessesOf = (readings: JobReading['occupations']): Job['occupations'] =>
  readings.slice(0, MAX_OCCUPATIONS).map(({ code, confidence }) => ({ code: intern(code), confidence }))

export const rangeOf = (reading: SalaryReading | undefined): Job['salary'] => {
  if (reading?.kind !== 'range') return undefined
  const { min, max } = reading
  if (min === undefined && max === undefined) return undefined
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** Certificates by code; one that is required anywhere is required. A column of its own requires unless it says 优先. */
const certificatesOf = (view: RowView, reading: JobReading): Job['certificates'] => {
  const texts = [joinValues(view, 'certificates'), reading.title.text, reading.description]
  const found = findCertificates(texts.filter((text) => text !== '').join('\n'))
  // A tag is a keyword of the posting, not a demand.
  const tagged = findCertificates(reading.tags.join('，'))
  const required = new Map(tagged.map(({ code }) => [code, false]))
  for (const one of found) required.set(one.code, one.required || required.get(one.code) === true)
  return [...required].map(([code, required]) => ({ code, required }))
}

const ageOf = (view: RowView, description: string): Job['age'] => {
  const column = view.first('age')
  const reading = column ? readAge(column) : undefined
  if (reading?.kind !== 'range') return ageAsked(description)
  const { min, max } = reading
  return min === undefined && max === undefined
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

const industryOf = (text: string): string | undefined => {
  const reading = text ? readIndustry(text) : undefined
  return reading?.kind === 'industry' && reading.codes.length === 1 ? reading.codes[0] : undefined
}

const yearsOf = ({ experience, description }: JobReading): number | undefined =>
  experience?.kind === 'years' ? experience.min : yearsAsked(description)

const educationOf = ({ education, description }: JobReading): Job['education'] =>
  education?.kind === 'level' ? education.level : educationAsked(description)

const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** The column decides; what the title and the tags say counts only where it is empty. */
const kindsOf = <T>(column: string, facts: T[], tags: string, read: (text: string) => T[]): T[] | undefined =>
  filled(column ? read(column) : []) ?? filled([...new Set([...facts, ...(tags ? read(tags) : [])])])

const placesOf = ({ place, title }: JobReading): Pick<Job, 'places' | 'remote'> => {
  const places = place?.kind === 'division' ? place.codes : place ? [] : title.facts.places
  return { places: places.map(intern), ...(place?.remote && { remote: true }) }
}

const without = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

/** Dates that are there and say nothing usable. */
export const dateNotes = (view: RowView, asOf?: string): Note[] => {
  const date = view.first('date')
  const start = view.first('startBy')
  const until = view.first('validUntil')
  const notes: Note[] = []
  if (date && !isPartialDate(date) && !readDate(date)) notes.push(view.note('date', date, 'value.unreadable'))
  if (start && asOf && !readStart(start, asOf)) notes.push(view.note('startBy', start, 'value.unreadable'))
  if (until && !isOpenEnd(until) && !readLastDay(until)) notes.push(view.note('validUntil', until, 'value.unreadable'))
  return notes
}

type JobFields = { [Name in keyof Job]: Job[Name] | undefined }

/** The job of a row: its columns, and where they are empty what title, tags and description say. */
export const toJob = (view: RowView, reading: JobReading, id: string, asOf?: string): Job => {
  const { title, tags, description } = reading
  const { facts } = title
  const tagText = tags.join('，')
  const updated = readDate(view.first('date'))
  const employer = view.first('employer')
  const fields: JobFields = {
    id,
    title: title.title,
    occupations: guessesOf(reading.occupations),
    ...placesOf(reading),
    salary: rangeOf(reading.salary ?? facts.salary),
    education: educationOf(reading),
    years: yearsOf(reading),
    age: ageOf(view, description),
    certificates: certificatesOf(view, reading),
    skills: findSkills([title.title, ...tags, joinValues(view, 'skills'), description].join('\n')).map(intern),
    employment: kindsOf(view.first('employment'), facts.employment, tagText, readEmploymentTypes),
    shifts: kindsOf(view.first('shift'), facts.shifts, tagText, readShifts),
    startBy: readStart(view.first('startBy'), asOf),
    employer: employer ? intern(employer) : undefined,
    industry: industryOf(view.first('industry')),
    terms: readTerms(description),
    updatedOn: updated === undefined ? undefined : intern(updated),
  }
  return without(fields) as Job
}
