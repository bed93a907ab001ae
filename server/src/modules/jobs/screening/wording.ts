import { readAge } from '@renshu/codes'
import { fold, type Folded } from './fold.ts'
import type { Signal } from './signal.ts'
import { WORDING_RULES, type WordingRule } from './wording-rules.ts'

type Field = 'title' | 'description'

const BEFORE = 12

function found(
  field: Field,
  typed: string,
  { at }: Folded,
  from: number,
  to: number,
): Pick<Signal, 'found' | 'field' | 'from' | 'to'> {
  const [start, end] = [at[from]!, at[to - 1]! + 1]
  return { found: typed.slice(start, end), field, from: start, to: end }
}

function* hits(field: Field, typed: string, folded: Folded, rule: WordingRule): Generator<Signal> {
  const { kind, weight, why, pattern, unless } = rule
  for (const { index, 0: words } of folded.text.matchAll(pattern)) {
    if (unless?.test(folded.text.slice(Math.max(0, index - BEFORE), index))) continue
    yield { kind, weight, why, ...found(field, typed, folded, index, index + words.length) }
  }
}

/** 35岁以下, 18-45周岁, 年龄不超过40岁. */
const AGE =
  /年龄(?:要求|限制|范围)?[:：]?(?:在)?\d{2}(?:周?岁)?[-~—至到]\d{2}(?:周?岁)?(?:之间|以[内下])?|年龄(?:要求|限制)?[:：]?(?:在)?(?:不超过|不大于)?\d{2}(?:周?岁)(?:以[内下])?|(?<!\d)\d{2}(?:周?岁)?[-~—至到]\d{2}周?岁(?:之间)?|(?<!\d)\d{2}周?岁(?:\(?含?\)?)?(?:及|或)?以[内下]|不超过\d{2}周?岁/g
/** Customers and children have ages too. */
const OTHERS =
  /(?:孩子|儿童|幼儿|学员|学生|宝宝|婴幼儿|客户|用户|会员|老人|人群|宝贝|青少年|小朋友|面向|针对|为)[^,，。;；\n]{0,8}$/
/** Below it a limit is looked at; from it on it is told to the author only. */
const LOOKED_AT = 45
/** From here on statutory retirement is near, and social insurance may set the limit. */
const NEAR_RETIREMENT = 58

function* ageLimits(field: Field, typed: string, folded: Folded): Generator<Signal> {
  for (const { index, 0: words } of folded.text.matchAll(AGE)) {
    if (OTHERS.test(folded.text.slice(Math.max(0, index - BEFORE), index))) continue
    const reading = readAge(words)
    if (reading.kind !== 'range' || reading.max === undefined || reading.max >= NEAR_RETIREMENT) continue
    const weight = reading.max <= LOOKED_AT ? 'look' : 'note'
    yield { kind: 'age', weight, why: 'ageLimit', ...found(field, typed, folded, index, index + words.length) }
  }
}

const WEIGHTS = { stop: 0, look: 1, note: 2 }
/** The heaviest first, then in the order of the text. */
const order = (a: Signal, b: Signal): number => WEIGHTS[a.weight] - WEIGHTS[b.weight] || (a.from ?? 0) - (b.from ?? 0)

/** What a text says that it may not, or that somebody should look at; deterministic, with the place of every word. */
export function screenText(field: Field, typed: string): Signal[] {
  const folded = fold(typed)
  const all = WORDING_RULES.flatMap((rule) => [...hits(field, typed, folded, rule)])
  return [...all, ...ageLimits(field, typed, folded)].toSorted(order)
}

const CLAUSE = /[^,，。;；!！?？\n]*[,，。;；!！?？\n]?/g
const LABEL =
  /^[\s\d、.．()（）•·*-]*(?:性别|年龄|婚姻状况|婚育|户籍|户口|籍贯|民族|联系方式|联系人|联系电话|电话|手机|微信|要求|限制|身体)*[:：\s]*(?:要求|限)?$/
const LETTER = /[\p{L}\p{N}]/u

function cleanClause(clause: string, start: number, signals: readonly Signal[]): string {
  const inside = signals.filter(({ from, to }) => from! < start + clause.length && to! > start)
  if (inside.length === 0) return clause
  let rest = ''
  for (let place = 0; place < clause.length; place++)
    if (!inside.some(({ from, to }) => from! <= start + place && start + place < to!)) rest += clause[place]!
  const words = rest.replace(/[,，。;；!！?？\n]$/, '')
  if (LABEL.test(words) || !LETTER.test(words)) return clause.endsWith('\n') ? '\n' : ''
  return rest
}

/** The text without what was found in it; a clause of which nothing is left goes with its mark. Notes stay. */
export function cleanText(field: Field, typed: string): string {
  const signals = screenText(field, typed).filter(({ weight }) => weight !== 'note')
  let start = 0
  let text = ''
  for (const [clause] of typed.matchAll(CLAUSE)) {
    text += cleanClause(clause, start, signals)
    start += clause.length
  }
  return text
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/[,，;；]+(?=[。\n]|$)/g, (marks) => (marks.length > 1 ? marks[0]! : marks))
    .trim()
}
