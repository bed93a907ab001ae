import { readPlace } from '../divisions/index.ts'
import { readSalary } from '../salary/index.ts'
import { readEmploymentTypes, readHeadcount, readShifts, readWelfare } from '../terms/index.ts'
import { cutWords } from './cut-words.ts'
import { type Cut, type Draft, cut, remains } from './draft.ts'
import { PAY } from './pay.ts'
import type { CleanTitle, TitleFacts } from './reading.ts'
import { tidyTitle } from './tidy.ts'

/** 职位编号:001, J10166, CSIG02- at the start. Standards and chips are no codes. */
const CODE = new RegExp(
  [
    '(?:职位|岗位|招聘|项目|内部|需求)(?:编号|代码|编码|代号|id)[::]? ?[^()[\\]【】\\s]*',
    '编号(?:[::] ?|(?=[A-Za-z]*\\d))[^()[\\]【】\\s]+',
    '(?<![A-Za-z0-9])(?!ISO|IATF|TS1|GB|SQL|IEC|AS9|STM|ESP|FX|EN)[A-Z]{1,6}[-_]?\\d{4,}[A-Z]?(?![A-Za-z0-9])',
    '^(?!STM|H5|CAD|ISO|S7|[AB][123]|C1|N1|PLC|K12|P2P|B2|O2O|3D)(?=[A-Z]*\\d)[A-Z][A-Z0-9]{3,7}(?=[-:_]+ ?[\\u4e00-\\u9fff])',
  ].join('|'),
  'g',
)

const cutAll = (draft: Draft, pattern: RegExp, kind: Cut['kind']): void => {
  for (const found of draft.text.matchAll(pattern)) cut(draft, found.index, found[0].length, kind)
}

/** Ranges of age and experience: their hyphen is no end of a word. 0-3岁早教 is the age of children. */
const ASKED =
  /(?:年龄)?\d{2}-\d{2}周?岁(?:以[下上内]|左右|之间)?|\d{1,2}-\d{1,2}年(?!级|制)(?:以上)?(?:相关|工作)*(?:经验(?:优先|者)*)?/g
const MAY_PAY = /\d|万/
const HEADCOUNT = /\d+[人名位]|[一二三四五六七八九十若数多][名位干]/
const SALARY_WORDS = /薪|面议|日结|计件/

const readFacts = (cuts: readonly Cut[]): TitleFacts => {
  const removed = cuts.map(({ fragment }) => fragment)
  const said = removed.join(' ')
  const salary = readSalary(
    cuts
      .filter(({ kind, fragment }) => kind === 'pay' || SALARY_WORDS.test(fragment))
      // 日入500 is said like 日薪500.
      .map(({ fragment }) => fragment.replace(/([日月年])(?:收?入|均)/g, '$1薪'))
      .join(' '),
  )
  const headcount = removed.find((fragment) => HEADCOUNT.test(fragment))
  const places = cuts.filter(({ kind }) => kind === 'place').map(({ fragment }) => readPlace(fragment))
  return {
    ...(salary.kind !== 'unknown' && { salary }),
    welfare: readWelfare(said),
    employment: readEmploymentTypes(said),
    shifts: readShifts(said),
    places: [...new Set(places.flatMap((place) => (place.kind === 'division' ? place.codes : [])))],
    ...(headcount && { headcount: readHeadcount(headcount) }),
    ...(/急/.test(said) && { urgent: true }),
    removed,
  }
}

const noFacts = (): TitleFacts => ({ welfare: [], employment: [], shifts: [], places: [], removed: [] })

/** What is left is no job: the kind of employment (实习生, 小时工) is then the best name there is, else the whole text. */
const keepSomething = (text: string, tidied: string, facts: TitleFacts): CleanTitle => {
  const kept = facts.removed.find((fragment) => readEmploymentTypes(fragment).length > 0)
  const removed = kept ? facts.removed.filter((fragment) => fragment !== kept) : []
  return { text, title: kept ?? (tidied || text), facts: { ...facts, removed } }
}

/**
 * The job alone, and what the title says beside it: pay, welfare, employment, shifts, places, headcount, urgency.
 * Fields of work in brackets stay with the job. The title is never empty for a text that is not.
 * @example cleanTitle('急聘!!叉车司机(包吃住)8k').title // '叉车司机'
 */
export const cleanTitle = (text: string): CleanTitle => {
  const tidied = tidyTitle(text)
  const draft: Draft = { text: tidied, cuts: [] }
  cutAll(draft, CODE, 'code')
  if (MAY_PAY.test(tidied)) {
    cutAll(draft, ASKED, 'noise')
    cutAll(draft, PAY, 'pay')
  }
  cutWords(draft)
  const facts = draft.cuts.length > 0 ? readFacts(draft.cuts.sort((a, b) => a.at - b.at)) : noFacts()
  const title = remains(draft)
  return /[\p{L}\p{N}]/u.test(title) ? { text, title, facts } : keepSomething(text, tidied, facts)
}
