import { lazily, readTable } from '../table.ts'

/**
 * An entry of 中华人民共和国职业分类大典 (2022 edition): 大类 1, 中类 2, 小类 3, 职业 4.
 * Codes grow by two digits a level: `4`, `4-02`, `4-02-06`, `4-02-06-01`.
 * `digital` and `green` are the marks S and L of the edition; a missing mark says nothing.
 */
export type Occupation = {
  code: string
  name: string
  level: 1 | 2 | 3 | 4
  parent?: string
  digital?: boolean
  green?: boolean
}

const parentOf = (code: string): string => code.slice(0, Math.max(code.lastIndexOf('-'), 0))

const toOccupation = ([code = '', name = '']: string[]): Occupation => {
  const level = code.split('-').length as Occupation['level']
  return level === 1 ? { code, name, level } : { code, name, level, parent: parentOf(code) }
}

const table = lazily(() => readTable('occupations.tsv').map(toOccupation))
const byCode = lazily(() => new Map(table().map((entry) => [entry.code, entry])))

/** All 2,176 entries in the order of the classification. */
export const occupations = (): readonly Occupation[] => table()

/** @example occupation('6-18-01-01')?.name // 车工 */
export const occupation = (code: string): Occupation | undefined => byCode().get(code)

/** From the 大类 down to the entry itself; [] for a code that is not in the table. */
export const occupationPath = (code: string): Occupation[] => {
  const entry = occupation(code)
  return entry ? [...(entry.parent ? occupationPath(entry.parent) : []), entry] : []
}

/**
 * The deepest level two occupations have in common: 4 the same 职业, 3 the same 小类 … 0 nothing.
 * Works on the codes alone, so it costs nothing per pair. A code of a higher level counts to its own depth.
 * @example sharedLevel('6-18-01-01', '6-18-01-02') // 3: 车工 and 铣工 are both 机械冷加工人员
 */
export const sharedLevel = (a: string, b: string): 0 | 1 | 2 | 3 | 4 => {
  if (a[0] !== b[0] || a === '') return 0
  let level = 1
  for (let end = 4; end <= Math.min(a.length, b.length); end += 3) {
    if (!sameGroup(a, b, end)) break
    level += 1
  }
  return level as 1 | 2 | 3 | 4
}

/** Whether the two digits that end at `end` are equal; the ones before are known to be. */
const sameGroup = (a: string, b: string, end: number): boolean =>
  a.charCodeAt(end - 1) === b.charCodeAt(end - 1) && a.charCodeAt(end - 2) === b.charCodeAt(end - 2)
