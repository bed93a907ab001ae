import { readJson, writeTable } from './source.ts'

type Entry = { code: string; name: string }

/** Names the source shortens; the wording is that of the classification (and of GB/T 6565-2015). */
const MENDED: Record<string, string> = {
  '2-01-06-06': '地球科学研究人员',
  '2-01-07-00': '农业科学研究人员',
}

const tidy = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）').trim()

const entries = readJson<Entry[]>('occupation_dadian_2022.json')
const rows = entries.map(({ code, name }) => [code, MENDED[code] ?? tidy(name)])
writeTable('occupations.tsv', ['中华人民共和国职业分类大典（2022年版） code name'], rows)
