import { readJson, writeTable } from './source.ts'

type Entry = { code: string; name: string; level: number }

const tidy = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）').trim()

/**
 * The source leaves out a middle class (中类) whose only small class repeats it (A0190 without A019). The standard
 * numbers both, under one name, so the middle class is put back: 473 in all, as the standard counts.
 */
const withMiddle = (entry: Entry, known: ReadonlySet<string>): Entry[] => {
  const middle = entry.code.slice(0, 4)
  if (entry.level !== 4 || known.has(middle)) return [entry]
  return [{ code: middle, name: entry.name, level: 3 }, entry]
}

/** The source gives 飞机制造 the code of its own middle class. */
const mended = (entry: Entry): Entry => (entry.name === '飞机制造' ? { ...entry, code: 'C3741', level: 4 } : entry)

const entries = readJson<Entry[]>('gbt4754_2017.json').map(mended)
const known = new Set(entries.map((entry) => entry.code))
const rows = entries.flatMap((entry) => withMiddle(entry, known)).map(({ code, name }) => [code, tidy(name)])
const middles = rows.filter(([code]) => code?.length === 4).length
if (middles !== 473) throw new Error(`GB/T 4754-2017 has 473 middle classes, found ${middles}`)
writeTable('industries.tsv', ['GB/T 4754-2017 国民经济行业分类 code name'], rows)
