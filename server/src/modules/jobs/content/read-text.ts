import {
  classifyTitle,
  cleanTitle,
  division,
  findCertificates,
  findSkills,
  fullName,
  isWithin,
  readEmploymentTypes,
  readHeadcount,
  readPlace,
  readSalary,
  readShifts,
  readWelfare,
} from '@renshu/codes'
import type { JobDraft, MonthlyPay } from '@renshu/contracts'
import { educationAsked, yearsAsked } from '@renshu/intake'
import type { Signal } from '../screening/signal.ts'
import { cleanText, screenText } from '../screening/wording.ts'

const LONGEST_TITLE = 60
const MOST_OCCUPATIONS = 5
const MOST_PLACES = 5
const MOST_SKILLS = 60
const CONTEXT = 2000

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)

const TITLE_LABEL =
  /^(?:【?(?:招聘|诚聘|急聘|急招|高薪诚聘)?(?:岗位|职位)(?:名称)?】?|诚聘|招聘|急聘|急招|招)\s*[:：]?\s*/
/** A heading of a section is no title. */
const HEADING =
  /^[【[(（]?(?:岗位|职位|工作|任职|公司|福利|薪资|招聘)[^,，]{0,4}(?:职责|要求|描述|内容|条件|简介|介绍|待遇|信息|启事|公告)/
const LABELLED = /(?:岗位|职位)(?:名称)?\s*[:：]\s*([^\n,，。;；]{2,40})/

/** What is offered: the labelled line, else the first that is no heading. */
function titleOf(text: string): string {
  const labelled = LABELLED.exec(text)?.[1]
  const first = labelled ?? linesOf(text).find((line) => !HEADING.test(line) && /\p{L}/u.test(line)) ?? text
  const [clause = first] = first.split(/[,，。;；！!]/)
  const said =
    clause
      .replace(TITLE_LABEL, '')
      .replace(/\d+\s*[名人位].*$/, '')
      .trim() || clause.trim()
  return cleanTitle(said).title.slice(0, LONGEST_TITLE) || said.slice(0, LONGEST_TITLE)
}

const PLACE_LINE = /(?:工作)?(?:地点|地址|地区|区域|位于|坐落)/

/** Places named where the text speaks of the place of work, else anywhere; those of the city before others. */
function placesOf(text: string, city: string): JobDraft['places'] {
  const told = linesOf(text).filter((line) => PLACE_LINE.test(line))
  for (const part of [...told, text]) {
    const reading = readPlace(part)
    const codes = reading.kind === 'division' ? reading.codes : reading.kind === 'ambiguous' ? reading.candidates : []
    const inside = codes.filter((code) => isWithin(code, city))
    const chosen = inside.length > 0 ? inside : reading.kind === 'division' ? codes : []
    const fine = chosen.filter((code) => division(code))
    if (fine.length > 0) return fine.slice(0, MOST_PLACES).map((place) => ({ place, name: fullName(place) }))
  }
  return []
}

const PAY = /(?:薪|工资|待遇|月入|底薪|元|[kK千万])/

function salaryOf(text: string): MonthlyPay | null {
  for (const line of linesOf(text).flatMap((one) => one.split(/[,，。;；]/))) {
    if (!PAY.test(line) || !/[\d一二两三四五六七八九]/.test(line)) continue
    const reading = readSalary(line)
    if (reading.kind !== 'range' || (reading.min === undefined && reading.max === undefined)) continue
    const { min, max } = reading
    return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  }
  return null
}

const COUNT =
  /(?:招聘?|需|缺)(?:人数)?\s*[:：]?\s*[\d一二两三四五六七八九十]+\s*[名人位]?|[\d一二两三四五六七八九十]+\s*(?:名|人|位)(?!以上)/

function openingsIn(text: string): number | null {
  const said = COUNT.exec(text)?.[0]
  const reading = said ? readHeadcount(said) : undefined
  return reading?.kind === 'count' ? reading.min : null
}

export interface TextReading extends Omit<JobDraft, 'welfare' | 'certificates' | 'signals' | 'market'> {
  welfare: string[]
  certificates: { code: string; required: boolean }[]
  signals: Signal[]
}

/** What a pasted text says, by the readers of the national codes; nothing is guessed that it does not say. */
export function readText(text: string, city: string): TextReading {
  const title = titleOf(text)
  const years = yearsAsked(text)
  return {
    title,
    occupations: classifyTitle(title, { description: text.slice(0, CONTEXT) })
      .slice(0, MOST_OCCUPATIONS)
      .map(({ code, name, confidence }) => ({ code, name, confidence })),
    places: placesOf(text, city),
    openings: openingsIn(text),
    salary: salaryOf(text),
    education: educationAsked(text) ?? null,
    years: years === undefined ? null : Math.ceil(years),
    employment: readEmploymentTypes(text),
    shifts: readShifts(text),
    welfare: readWelfare(text),
    certificates: findCertificates(text).map(({ code, required }) => ({ code, required })),
    skills: findSkills(text).slice(0, MOST_SKILLS),
    cleaned: cleanText('description', text),
    signals: screenText('description', text),
  }
}
