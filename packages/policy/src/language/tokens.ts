import { readValue, type Type, type Value } from '../exact/value.ts'
import { ExpressionError } from '../faults.ts'

/** Words with a meaning of their own; nothing else may have these names. They stand between spaces. */
export const WORDS = ['且', '或', '非', '属于', '不超过', '不低于', '至', '满', '若', '则', '否则', '今日'] as const

export type Token = { at: number; text: string } & (
  | { is: 'constant'; type: Type; value: Value }
  | { is: 'name' | 'word' | 'quoted' | 'sign' | 'end' }
)

/** Full-width and mathematical spellings of the signs. */
const SIGNS: Record<string, string> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '＋': '+',
  '−': '-',
  '－': '-',
  '×': '*',
  '÷': '/',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
}
/** A longer expression is no clause any more, and reading it could exhaust the stack. */
const MOST_TOKENS = 1000
const UNIT_TYPES: Record<string, Type['is']> = {
  元: 'money',
  万元: 'money',
  '%': 'ratio',
  个月: 'months',
  年: 'months',
  天: 'days',
  '': 'integer',
}
const FORM =
  /\s+|(?<date>\d{4}-\d{2}-\d{2})|(?<number>\d+(?:\.\d+)?)(?<unit>[\p{L}%]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|[“"](?<quoted>[^“”"]*)[”"]|(?<sign>>=|<=|!=|[-+*/=<>()[\]{},≥≤≠＞＜＝＋−－×÷（），、])/uy

/** @throws ExpressionError at a character that begins nothing */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < source.length; at = FORM.lastIndex) {
    FORM.lastIndex = at
    const groups = FORM.exec(source)?.groups
    if (!groups) throw new ExpressionError(at, `看不懂“${source[at]}”`, `“${source[at]}” means nothing here`)
    const token = tokenOf(groups, at)
    if (token) tokens.push(token)
    if (tokens.length > MOST_TOKENS)
      throw new ExpressionError(at, `式子太长，最多 ${MOST_TOKENS} 项`, `too long, ${MOST_TOKENS} parts at most`)
  }
  return [...tokens, { is: 'end', at: source.length, text: '' }]
}

function tokenOf({ date, number, unit, name, quoted, sign }: Record<string, string | undefined>, at: number) {
  if (date) return constant({ is: 'date' }, date, at)
  if (number) {
    const is = UNIT_TYPES[unit!]
    if (!is) throw new ExpressionError(at, `没有单位“${unit}”`, `there is no unit “${unit}”`)
    return constant({ is } as Type, number + unit!, at)
  }
  if (name) return { is: WORDS.some((word) => word === name) ? ('word' as const) : ('name' as const), text: name, at }
  if (quoted !== undefined) return { is: 'quoted' as const, text: quoted, at }
  return sign ? { is: 'sign' as const, text: SIGNS[sign] ?? sign, at } : undefined
}

function constant(type: Type, written: string, at: number): Token {
  const value = readValue(type, written)
  if (value === undefined) throw new ExpressionError(at, `“${written}”不成立`, `“${written}” is no value`)
  return { is: 'constant', type, value, text: written, at }
}
