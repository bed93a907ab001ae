import {
  classifyTitle,
  cleanTitle,
  type EducationLevel,
  type Fen,
  findSkills,
  readExperience,
  readHighestEducation,
  readMobile,
  readPlace,
  readResidentId,
  readSalary,
} from '@renshu/codes'
import { rangeOf } from '../records/job.ts'
import { heldCertificates } from '../records/talent.ts'
import { readBirthYear } from '../values/date.ts'
import { readWishedPlaces } from '../values/place.ts'
import { readHistory, type PastJob, yearsWorked } from './history.ts'
import { type Label, labelled } from './labels.ts'
import { type SectionName, sectionsOf } from './sections.ts'

/** What a CV was understood as, for its author to correct; undefined where it says nothing. */
export interface CvFacts {
  name: string | undefined
  born: number | undefined
  education: EducationLevel | undefined
  years: number | undefined
  wishes: { title: string; occupation: string | undefined }[]
  places: string[]
  salary: { min?: Fen; max?: Fen } | undefined
  certificates: string[]
  skills: string[]
  history: PastJob[]
}

/** A line of a CV is a sentence or two; what is longer is no CV, and would be looked at again and again. */
const LONGEST_LINE = 400
const MOST = { text: 20_000, wishes: 5, places: 10, certificates: 30, skills: 60, history: 20 }
const SEPARATOR = /[、,，/|｜;；\t]|\s{2,}/
/** A word at the top of a CV that is not a name. */
const NOT_A_NAME =
  /简历|求职|应聘|信息|资料|意向|岗位|个人|履历|性别|年龄|学历|电话|^(?:男|女|本科|大专|硕士|已婚|未婚)$/
const NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}$/u
const FIRST_LINES = 4

function nameOf(fields: ReadonlyMap<Label, string>, lines: readonly string[]): string | undefined {
  const stated = fields.get('name')?.split(/[\s|｜,，(（]/)[0]
  if (stated && stated.length <= 30) return stated
  const parts = lines.slice(0, FIRST_LINES).flatMap((line) => line.split(/[\s|｜,，/]+/).slice(0, 2))
  return parts.find((part) => NAME.test(part) && !NOT_A_NAME.test(part) && readPlace(part).kind !== 'division')
}

function bornOf(fields: ReadonlyMap<Label, string>, text: string, asOf: string): number | undefined {
  const stated = readBirthYear(fields.get('born') ?? '')
  if (stated) return stated
  const id = /(?<!\d)\d{17}[\dXx](?![\dXx])/.exec(text)?.[0]
  const born = id ? readResidentId(id).born : undefined
  if (born) return Number(born.slice(0, 4))
  const age =
    /^(\d{2})\s*周?岁?$/.exec(fields.get('age') ?? '')?.[1] ??
    /(?<!\d)(\d{2})\s*周?岁(?!以)/.exec(text.slice(0, 400))?.[1]
  return age ? Number(asOf.slice(0, 4)) - Number(age) : undefined
}

const DEGREE = /学历|毕业|学位|本科|大专|专科|硕士|博士|中专|高中|学院|大学/

function educationOf(
  fields: ReadonlyMap<Label, string>,
  sections: ReadonlyMap<SectionName, string[]>,
  lines: string[],
) {
  const texts = [
    fields.get('education'),
    sections.get('education')?.join('\n'),
    lines.filter((line) => DEGREE.test(line)).join('\n'),
  ]
  for (const text of texts) {
    const reading = text ? readHighestEducation(text) : undefined
    if (reading?.kind === 'level') return reading.level
  }
  return undefined
}

function yearsOf(fields: ReadonlyMap<Label, string>, text: string, history: readonly PastJob[], asOf: string) {
  const told = fields.get('years') ?? /\d{1,2}\s*年(?:以上)?(?:的)?(?:相关)?(?:工作|从业)?(?:经验|经历)/.exec(text)?.[0]
  const reading = told ? readExperience(told) : undefined
  return reading?.kind === 'years' ? reading.min : yearsWorked(history, asOf)
}

/** Parts of the wish that name neither a place nor a pay nor a way to be reached: the jobs wished for. */
function wishesOf(fields: ReadonlyMap<Label, string>, lines: readonly string[]): string[] {
  const stated = fields.get('wish')
  const told = stated ? [stated] : lines.filter((line) => labelled([line]).size === 0)
  return told
    .flatMap((line) => line.split(SEPARATOR))
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part) && part.length <= 40)
    .filter(
      (part) => readSalary(part).kind !== 'range' && readPlace(part).kind === 'unknown' && !readMobile(part).valid,
    )
    .map((part) => cleanTitle(part).title)
    .filter((title) => classifyTitle(title).length > 0)
}

function placesOf(fields: ReadonlyMap<Label, string>, wish: readonly string[]): string[] {
  const stated = fields.get('place')
  const told = stated ? [stated] : wish.flatMap((line) => line.split(SEPARATOR))
  return [...new Set(told.flatMap((part) => readWishedPlaces(part, undefined).codes))]
}

function salaryOf(fields: ReadonlyMap<Label, string>, wish: readonly string[]) {
  const told = [fields.get('salary') ?? '', ...wish.flatMap((line) => line.split(SEPARATOR))]
  return told.map((part) => rangeOf(readSalary(part))).find((range) => range !== undefined)
}

/**
 * Reads the text of a CV by the readers of tables: name, year of birth, wishes, places, pay, education, years,
 * certificates, skills and former jobs.
 * @param asOf ISO date from which ages and present jobs are counted
 */
export function readCv(written: string, asOf: string): CvFacts {
  const lines = written
    .slice(0, MOST.text)
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter(Boolean)
  const text = lines.join('\n')
  const sections = sectionsOf(text)
  const fields = labelled([...(sections.get('person') ?? []), ...(sections.get('wish') ?? []), ...lines])
  const history = readHistory(sections.get('work') ?? []).slice(0, MOST.history)
  const wish = sections.get('wish') ?? []
  const told = wishesOf(fields, wish)
  // Who says no wish may want what he did last.
  const titles = told.length > 0 ? told : history.slice(0, 1).flatMap(({ title }) => title || [])
  return {
    name: nameOf(fields, sections.get('person') ?? []),
    born: bornOf(fields, text, asOf),
    education: educationOf(fields, sections, lines),
    years: yearsOf(fields, text, history, asOf),
    wishes: [...new Set(titles)]
      .slice(0, MOST.wishes)
      .map((title) => ({ title, occupation: classifyTitle(cleanTitle(title).title)[0]?.code })),
    places: placesOf(fields, wish).slice(0, MOST.places),
    salary: salaryOf(fields, wish),
    // Any one of several joined alternatives is none that the person can be said to hold.
    certificates: heldCertificates([text])
      .filter((code) => !code.includes('|'))
      .slice(0, MOST.certificates),
    skills: findSkills(text).slice(0, MOST.skills),
    history,
  }
}
