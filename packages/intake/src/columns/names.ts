import { ALIASES, type Meaning } from './aliases.ts'
import type { Field, RecordKind } from './fields.ts'

const SIDE = /最低|最高|下限|上限|min|max|起薪|low|high|from$|to$/i
const LOWER = /最低|下限|min|起薪|low|from$/i

/** Brackets hold either a unit or remark, which is dropped, or which end of a range is meant, which is kept. */
const dropBrackets = (name: string): string =>
  name.replace(/[([【{<《](.*?)[)\]】}>》]/g, (_, inner: string) => (SIDE.test(inner) ? inner : ''))

/**
 * A header name in the form aliases are written in: half width, lower case, without brackets, stars and punctuation.
 * @example normaliseName('* 月薪（元）') // '月薪'
 */
export const normaliseName = (name: string): string =>
  dropBrackets(
    name
      .normalize('NFKC')
      .replace(/必填项?|选填项?/g, '')
      .toLowerCase(),
  )
    .replace(/单位[:：]\S+$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const PREFIX = /^(招聘|应聘|求职|招工|用工|拟招|拟聘|需求|所需|企业|公司|单位|现|岗位|职位)/
const SUFFIX = /(要求|名称|情况|信息|说明|内容|条件|name|info|list|string|str)$/

const partsOf = (name: string): string[] =>
  name
    .split(/[/、|或及和&\n]/)
    .map(normaliseName)
    .filter((part) => part.length > 1)

/** Meaning of a header name; a name of several parts (岗位/工种) counts by its first known part. */
export const meaningOf = (name: string, kind: RecordKind): Meaning | undefined => {
  const aliases = ALIASES[kind]
  const plain = normaliseName(name)
  const bare = plain.replace(SUFFIX, '').replace(/\d{1,2}$/, '')
  return (
    aliases.get(plain) ??
    partsOf(name)
      .map((part) => aliases.get(part))
      .find((meaning) => meaning !== undefined) ??
    aliases.get(bare) ??
    aliases.get(plain.replace(PREFIX, '')) ??
    aliases.get(bare.replace(PREFIX, '')) ??
    (SIDE.test(plain) ? aliases.get(plain.replace(SIDE, '')) : undefined)
  )
}

export const fieldOf = (name: string, kind: RecordKind): Field | undefined => meaningOf(name, kind)?.field

/** How many of these cells are known header names, of jobs or of talents, whichever fits better. */
export const countHeaderNames = (cells: string[]): number => {
  const short = cells.filter((cell) => cell.trim() !== '' && cell.length <= 30)
  const count = (kind: RecordKind): number => short.filter((cell) => fieldOf(cell, kind)).length
  return Math.max(count('jobs'), count('talents'))
}

const SUB_NAMES = new Set(
  '最低 最高 下限 上限 起 止 min max 最低元 最高元 省 市 区 区县 县 街道 省份 城市 详细地址 基本工资 综合工资 联系人 联系电话 电话'.split(
    ' ',
  ),
)

/** Names that stand in the lower row of a two-row header. */
export const isSubHeaderName = (name: string): boolean => SUB_NAMES.has(normaliseName(name))

/** Which end of a range a column holds, by its name: 最低工资 is `min`. */
export const sideOf = (name: string): 'min' | 'max' | undefined => {
  const plain = normaliseName(name)
  if (!SIDE.test(plain)) return undefined
  return LOWER.test(plain) ? 'min' : 'max'
}

const UNITS: [RegExp, string][] = [
  [/万元?\/?(每)?年|年薪.*万|万.*年薪/, '万/年'],
  [/年薪|元\/年|annual|yearly/, '元/年'],
  [/时薪|小时|元\/(小?时|h)|hourly/, '元/小时'],
  [/日薪|日工资|元\/[天日]|daily/, '元/天'],
  [/千元?|\bk\b/, '千/月'],
  [/万元?/, '万/月'],
]

/**
 * Unit of bare numbers under a salary header, to be written behind them: 薪资（千元） gives 千/月; empty for yuan a month.
 */
export const salaryUnitOf = (name: string): string =>
  UNITS.find(([pattern]) => pattern.test(name.normalize('NFKC').toLowerCase()))?.[1] ?? ''
