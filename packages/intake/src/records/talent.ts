import {
  type EmploymentType,
  findCertificates,
  findSkills,
  readAge,
  readEmploymentTypes,
  readResidentId,
} from '@renshu/codes'
import { NATIONWIDE, type Talent } from '@renshu/match'
import { readBirthYear, readDate, readStart } from '../values/date.ts'
import { readNames } from '../values/items.ts'
import type { RowView } from '../values/row-view.ts'
import { clausesOf } from '../values/sentences.ts'
import { intern, readTerms } from '../values/words.ts'
import { guessesOf, rangeOf } from './job.ts'
import { joinValues } from './job-reading.ts'
import { readRefusals } from './refusals.ts'
import type { TalentReading } from './talent-reading.ts'

/** A certificate one lacks, lost or is still working for is none. */
const NOT_HELD = /没有|无[^线人]{0,6}证|未取得|未考|尚未|正在考|备考|在考|准备考|打算考|想考|暂无|过期/

export const heldCertificates = (texts: string[]): string[] => {
  const clauses = texts.flatMap(clausesOf).filter((clause) => !NOT_HELD.test(clause))
  return [...new Set(clauses.flatMap((clause) => findCertificates(clause).map((one) => one.code)))]
}

const skillNames = (view: RowView): string[] => view.all('skills').flatMap(({ value }) => readNames(value))

/** Who looks for work as X is taken to bring the skill that X is named after, as the job's title names it too. */
const skillsOf = (view: RowView, { wishes }: TalentReading): string[] => {
  const titles = wishes.map(({ title }) => title.title)
  return findSkills([...skillNames(view), ...titles, joinValues(view, 'description')].join('\n')).map(intern)
}

/** Age is as old as the form it stands on, so it needs a day to count from. */
const bornFromAge = (view: RowView, asOf: string | undefined): number | undefined => {
  const reading = readAge(view.first('age'))
  const age = /^\d{2}\s*(周?岁)?$/.test(view.first('age')) ? Number.parseInt(view.first('age'), 10) : undefined
  const day = readDate(view.first('date')) ?? asOf
  const years = age ?? (reading.kind === 'range' && reading.min === reading.max ? reading.min : undefined)
  return years === undefined || day === undefined ? undefined : Number(day.slice(0, 4)) - years
}

const bornOf = (view: RowView, asOf: string | undefined): number | undefined => {
  const stated = readBirthYear(view.first('birth'))
  if (stated !== undefined) return stated
  const id = view.first('idNumber') ? readResidentId(view.first('idNumber')) : undefined
  return id?.born ? Number(id.born.slice(0, 4)) : bornFromAge(view, asOf)
}

/** "30公里", "20km", "800米" or a bare number of kilometres. */
export const readKilometres = (text: string): number | undefined => {
  const found = /^(?:约|大约|不超过|最远)?\s*(\d+(?:\.\d+)?)\s*(公里|千米|km|里|米|m)?\s*(?:以内|内|之内)?$/i.exec(
    text.normalize('NFKC').trim(),
  )
  if (!found) return undefined
  const unit = found[2]?.toLowerCase()
  const kilometres = Number(found[1]) * (unit === '米' || unit === 'm' ? 0.001 : unit === '里' ? 0.5 : 1)
  return kilometres > 0 && kilometres <= 500 ? kilometres : undefined
}

const placesOf = ({ wished }: TalentReading): Pick<Talent, 'places' | 'remote'> => ({
  places: wished ? [...(wished.anywhere ? [NATIONWIDE] : []), ...wished.codes].map(intern) : [],
  ...(wished?.remote && { remote: true }),
})

const employmentOf = (view: RowView, reading: TalentReading): EmploymentType[] | undefined => {
  const column = readEmploymentTypes(view.first('employment'))
  const told = column.length > 0 ? column : reading.wishes.flatMap((wish) => wish.title.facts.employment)
  return told.length > 0 ? [...new Set(told)] : undefined
}

const without = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

type TalentFields = { [Name in keyof Talent]: Talent[Name] | undefined }

/** The person of a row, without name, number or any other mark of identity. */
export const toTalent = (view: RowView, reading: TalentReading, id: string, asOf?: string): Talent => {
  const about = joinValues(view, 'description')
  const inWish = reading.wishes.map((wish) => wish.title.facts.salary).find((salary) => salary !== undefined)
  const fields: TalentFields = {
    id,
    wishes: reading.wishes.map(({ title, occupations }) => ({
      title: title.title,
      occupations: guessesOf(occupations),
    })),
    ...placesOf(reading),
    home: reading.home?.kind === 'division' ? reading.home.codes[0] : undefined,
    commuteKm: readKilometres(view.first('commute')),
    salary: rangeOf(reading.salary ?? inWish),
    education: reading.education?.kind === 'level' ? reading.education.level : undefined,
    years: reading.experience?.kind === 'years' ? reading.experience.min : undefined,
    born: bornOf(view, asOf),
    certificates: heldCertificates([joinValues(view, 'certificates'), joinValues(view, 'skills'), about]),
    skills: skillsOf(view, reading),
    employment: employmentOf(view, reading),
    availableFrom: readStart(view.first('availableFrom'), asOf),
    refuses: readRefusals(view),
    terms: readTerms([about, ...skillNames(view)].join('\n')),
    updatedOn: readDate(view.first('date')),
  }
  return without(fields) as Talent
}
