import { withDigits } from '../chinese-number.ts'
import { plain } from '../plain.ts'

/** How many people are wanted; `max` is left out where more are welcome, `several` says no number (若干). */
export type HeadcountReading = { text: string } & (
  | { kind: 'count'; min: number; max?: number }
  | { kind: 'several' }
  | { kind: 'unknown' }
)

const RANGE = /(\d+)[人名位个]?[-至到](\d+)(?:[人名位个]|$)/
const AT_LEAST = /(\d+)[人名位个]?(?:以上|\+|及以上|起)/
const AT_MOST = /(\d+)[人名位个]?(?:以下|以内)/
const EXACT = /(?:招聘?|需|缺|人数:?|名额:?)(?:人数|名额)?:?(\d+)|(\d+)(?:人|名|位|个人|个名额)|^(\d+)$/
const SEVERAL = /若干|数名|多名|数人|多人|大量|批量|^不限$|(?:人数|名额)不限|几名|名额充足/

const order = (first: number, second: number): { min: number; max: number } => ({
  min: Math.min(first, second),
  max: Math.max(first, second),
})

/** @example readHeadcount('招5人') // { kind: 'count', min: 5, max: 5, … } */
export const readHeadcount = (text: string): HeadcountReading => {
  const prepared = withDigits(plain(text)).replaceAll(' ', '')
  const range = RANGE.exec(prepared)
  if (range) return { text, kind: 'count', ...order(Number(range[1]), Number(range[2])) }
  const least = AT_LEAST.exec(prepared)
  if (least) return { text, kind: 'count', min: Number(least[1]) }
  const most = AT_MOST.exec(prepared)
  if (most) return { text, kind: 'count', ...order(1, Number(most[1])) }
  const exact = EXACT.exec(prepared)
  const count = Number(exact?.[1] ?? exact?.[2] ?? exact?.[3] ?? 0)
  if (count > 0) return { text, kind: 'count', min: count, max: count }
  return SEVERAL.test(prepared) ? { text, kind: 'several' } : { text, kind: 'unknown' }
}
