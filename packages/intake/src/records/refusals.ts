import { classifyTitle, type OccupationReading, readShifts, SHIFTS, type Shift, readIndustry } from '@renshu/codes'
import type { Refusals } from '@renshu/match'
import { normaliseName } from '../columns/names.ts'
import { readNames } from '../values/items.ts'
import type { RowView } from '../values/row-view.ts'
import { clausesOf } from '../values/sentences.ts'

const NEGATION =
  /不接受|不能接受|不上|不想|不愿意?|不去|不做|不干|不从事|不考虑|不要|拒绝|回避|不倒|不能?熬?(?=夜班|倒班)|无法/
const SHIFT_WORD = /夜班|倒班|两班|三班|轮班|大夜|熬夜|通宵/
const EMPLOYER = /[^，。；、：:\s]{2,30}?(?:公司|集团|工厂|厂|酒店|超市|商行|单位)/g
const OBJECT =
  /(?:不做|不干|不从事|不考虑|不接受|不愿意?做|不想做|拒绝)(?:任何)?([^，。；、\s]{2,12}?)(?:类?(?:的)?(?:工作|岗位|职位))?$/
/** Only a title that names a job for sure may bar a whole occupation. */
const SURE = 0.6

/** Three shifts go round the clock; two shifts may be early and late ones. */
const NIGHT_SHIFTS: readonly Shift[] = ['night', 'threeShift']
const ROTATING_SHIFTS: readonly Shift[] = ['twoShift', 'threeShift', 'rotating']

/** Shifts meant by a refusal: 夜班 bars nights and the rotation that surely contains them, 倒班 every rotation. */
export const refusedShifts = (clause: string): Shift[] => {
  if (!SHIFT_WORD.test(clause)) return []
  const named = readShifts(clause.replace(NEGATION, ''))
  const implied = /倒班|轮班/.test(clause) ? ROTATING_SHIFTS : /夜|通宵/.test(clause) ? NIGHT_SHIFTS : []
  return [...new Set([...named.filter((shift) => shift !== 'day' && shift !== 'flexible'), ...implied])]
}

type Found = { shifts: Shift[]; employers: string[]; occupations: string[]; industries: string[] }

const barOccupation = (object: string): Pick<Found, 'occupations' | 'industries'> => {
  if (object.endsWith('行业')) {
    const reading = readIndustry(object)
    return { occupations: [], industries: reading.kind === 'industry' ? reading.codes : [] }
  }
  const best: OccupationReading | undefined = classifyTitle(object)[0]
  return { occupations: best && best.confidence >= SURE ? [best.code] : [], industries: [] }
}

const readClause = (clause: string): Found => {
  const shifts = refusedShifts(clause)
  const employers =
    clause
      .replace(NEGATION, ' ')
      .match(EMPLOYER)
      ?.map((name) => name.trim()) ?? []
  const object = shifts.length === 0 && employers.length === 0 ? OBJECT.exec(clause)?.[1] : undefined
  return { shifts, employers, ...(object ? barOccupation(object) : { occupations: [], industries: [] }) }
}

/** Columns whose name already says no: 不接受, 回避单位. */
const REFUSING_COLUMN = /不|拒绝|回避|refus|avoid|exclu|notaccept/

/** Even there somebody adds what is possible: "两班倒可以". */
const ACCEPTED = /^[^不]*(?:可以|能接受|可接受|都行|没问题)/

const refusalClauses = (view: RowView): string[] => {
  const named = view.all('refuses').flatMap(({ column, value }) => {
    const clauses = readNames(value).flatMap(clausesOf)
    return REFUSING_COLUMN.test(normaliseName(column))
      ? clauses
          .filter((clause) => !ACCEPTED.test(clause))
          .map((clause) => (NEGATION.test(clause) ? clause : `不接受${clause}`))
      : clauses
  })
  const told = view.all('description').flatMap(({ value }) => (NEGATION.test(value) ? clausesOf(value) : []))
  return [...named, ...told].filter((clause) => NEGATION.test(clause))
}

/** "只上白班" refuses everything else. */
const DAY_ONLY = /只(?:能|想|愿意?)?(?:上|做|干|要|接受)?(?:长|正常)?白班/
const NOT_DAY = SHIFTS.filter((shift) => shift !== 'day' && shift !== 'flexible')

const toldDayOnly = (view: RowView): readonly Shift[] =>
  [...view.all('refuses'), ...view.all('description')].some(({ value }) => DAY_ONLY.test(value)) ? NOT_DAY : []

const NO = /^(否|不|不能|不可以|不接受|无|no|n|false|0)/i

/** 能否夜班: 否, or a list of the shifts that are possible. */
const shiftsOfColumn = (view: RowView): Shift[] =>
  view.all('shift').flatMap(({ column, value }) => {
    if (NO.test(value)) return refusedShifts(SHIFT_WORD.test(value) ? value : column)
    const possible = readShifts(value)
    const dayOnly = possible.length === 1 && possible[0] === 'day'
    return dayOnly ? NOT_DAY : []
  })

/** What a person will not do, from columns of that name and from sentences such as "不上夜班" or "不去某某公司". */
export const readRefusals = (view: RowView): Refusals | undefined => {
  const found = refusalClauses(view).map(readClause)
  const lists = {
    shifts: [...new Set([...found.flatMap((one) => one.shifts), ...shiftsOfColumn(view), ...toldDayOnly(view)])],
    employers: [...new Set(found.flatMap((one) => one.employers))],
    occupations: [...new Set(found.flatMap((one) => one.occupations))],
    industries: [...new Set(found.flatMap((one) => one.industries))],
  }
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0)
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}
