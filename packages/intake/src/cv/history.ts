import { classifyTitle, cleanTitle } from '@renshu/codes'
import { labelled } from './labels.ts'

/** A former job; months as `2021-03`, a year alone where no month is written, null for until now or not said. */
export interface PastJob {
  employer: string
  title: string
  from: string | null
  until: string | null
  text: string
}

const MONTH = String.raw`((?:19|20)\d{2})(?:\s*[-./年]\s*(1[0-2]|0?[1-9])(?!\d)\s*月?(?:\s*[-./]?\s*\d{1,2}\s*日)?|\s*年)?`
const NOW = String.raw`至今|现在|今|目前|present|now`
const RANGE = new RegExp(String.raw`${MONTH}\s*(?:--|[-–—~～至到]|to)+\s*(?:${MONTH}|(${NOW}))`, 'iu')

const monthOf = (year: string | undefined, month: string | undefined): string | null =>
  year ? (month ? `${year}-${month.padStart(2, '0')}` : year) : null

interface Begun {
  from: string | null
  until: string | null
  /** The line without its range. */
  rest: string
}

function rangeIn(line: string): Begun | undefined {
  const plain = line.normalize('NFKC')
  const found = RANGE.exec(plain)
  if (!found) return undefined
  const [whole, fromYear, fromMonth, untilYear, untilMonth] = found
  const rest = `${plain.slice(0, found.index)}\t${plain.slice(found.index + whole.length)}`
  return { from: monthOf(fromYear, fromMonth), until: monthOf(untilYear, untilMonth), rest }
}

const EMPLOYER =
  /(?:公司|集团|工厂|厂|店|酒店|宾馆|饭店|餐厅|医院|诊所|学校|大学|学院|中学|小学|幼儿园|银行|中心|事务所|工作室|超市|商场|物业|研究所|研究院|设计院|合作社|项目部|门诊|局|社|站|园|company|ltd|inc\.?|co\.)(?:[(（][^)）]*[)）])?$/i
/** A title that is read with less confidence may be anything. */
const SURE = 0.3

const isTitle = (words: string): boolean => (classifyTitle(cleanTitle(words).title)[0]?.confidence ?? 0) >= SURE

const partsOf = (line: string): string[] =>
  line
    .split(/[\t|｜]|\s{2,}|(?<=\p{Script=Han})\s(?=\p{Script=Han})|\s[-–—·/]\s/u)
    .map((part) => part.replaceAll(/^[\s,，;；:：\-–—·●•*()（）]+|[\s,，;；:：\-–—·●•*(（]+$/g, ''))
    .filter(Boolean)

const LONGEST = { employer: 80, title: 60, text: 1000 }

/** Employer and title among the parts of a line. */
function named(parts: readonly string[]): { employer?: string; title?: string } {
  const employer = parts.find((part) => EMPLOYER.test(part) && part.length <= LONGEST.employer)
  const others = parts.filter((part) => part !== employer && part.length <= LONGEST.title)
  const title = others.find(isTitle) ?? (employer ? others[0] : undefined)
  return { ...(employer && { employer }), ...(title && { title }) }
}

/** Lines after the one with the range in which employer and title may stand. */
const SOON = 2

function jobOf({ from, until, rest }: Begun, lines: readonly string[]): PastJob {
  const fields = labelled([rest, ...lines])
  let { employer = fields.get('employer'), title = fields.get('title') } = named(partsOf(rest))
  let used = 0
  for (const [at, line] of lines.slice(0, SOON).entries()) {
    if (employer && title) break
    const isLabelled = labelled([line]).size > 0
    const found = isLabelled ? {} : named(partsOf(line))
    if (!isLabelled && !found.employer && !found.title) break
    employer ??= found.employer
    title ??= found.title
    used = at + 1
  }
  const text = lines
    .slice(used)
    .filter((line) => !labelled([line]).has('employer'))
    .join('\n')
  return { employer: employer ?? '', title: title ?? '', from, until, text: text.slice(0, LONGEST.text) }
}

/** Former jobs in the lines of a section: each begins where a span of time stands. */
export function readHistory(lines: readonly string[]): PastJob[] {
  const begun: { range: Begun; lines: string[] }[] = []
  let before: string[] = []
  for (const line of lines) {
    const range = rangeIn(line)
    // The employer may stand on the line before its years.
    if (range) begun.push({ range: { ...range, rest: `${before.at(-1) ?? ''}\t${range.rest}` }, lines: [] })
    else begun.at(-1)?.lines.push(line)
    before = range || begun.length > 0 ? [] : [line]
  }
  return begun.map(({ range, lines: after }) => jobOf(range, after)).filter(({ employer, title }) => employer || title)
}

const monthNumber = (month: string, isEnd: boolean): number =>
  Number(month.slice(0, 4)) * 12 + (month.length > 4 ? Number(month.slice(5)) - 1 : isEnd ? 11 : 0)

/** Whole years worked, spans that overlap counted once. @param asOf `2026-03-02`, until when present jobs count */
export function yearsWorked(history: readonly PastJob[], asOf: string): number | undefined {
  const worked = new Set<number>()
  const now = monthNumber(asOf.slice(0, 7), true)
  for (const { from, until } of history) {
    if (!from) continue
    const last = Math.min(until ? monthNumber(until, true) : now, now)
    for (let month = monthNumber(from, false); month <= last; month++) worked.add(month)
  }
  return worked.size > 0 ? Math.floor(worked.size / 12) : undefined
}
