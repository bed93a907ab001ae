import { lazily, readTable } from '../table.ts'

/**
 * An entry of GB/T 4754-2017 国民经济行业分类: 门类 1 (`I`), 大类 2 (`I65`), 中类 3 (`I651`), 小类 4 (`I6511`).
 * Codes carry the letter of their 门类 at every level.
 */
export type Industry = { code: string; name: string; level: 1 | 2 | 3 | 4; parent?: string }

/** Length of a code at each level, the 门类 first. */
const LENGTHS = [1, 3, 4, 5]

const toIndustry = ([code = '', name = '']: string[]): Industry => {
  const depth = LENGTHS.indexOf(code.length)
  const level = (depth + 1) as Industry['level']
  return level === 1 ? { code, name, level } : { code, name, level, parent: code.slice(0, LENGTHS[depth - 1]) }
}

const table = lazily(() => readTable('industries.tsv').map(toIndustry))
const byCode = lazily(() => new Map(table().map((entry) => [entry.code, entry])))

/** All entries in the order of the standard. */
export const industries = (): readonly Industry[] => table()

/** @example industry('I651')?.name // 软件开发 */
export const industry = (code: string): Industry | undefined => byCode().get(code)
