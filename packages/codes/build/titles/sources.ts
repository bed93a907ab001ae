import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One English label of a foreign occupation; labels of one `occupation` name the same job. */
export type Label = { occupation: string; text: string }

const tidy = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ')

/** Rows of a CSV text (RFC 4180: quoted fields may hold commas, quotes and line ends). */
export function* parseCsv(text: string): Generator<string[]> {
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  while (field.lastIndex < text.length) {
    const found = field.exec(text)
    if (!found) break
    row.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === ',') continue
    yield row
    row = []
  }
}

/** ESCO occupations: preferred, alternative and hidden labels of `esco_occupations_en.csv`. */
export function readEsco(folder: string): Label[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(folder, 'esco_occupations_en.csv'), 'utf8'))
  const columns = ['preferredLabel', 'altLabels', 'hiddenLabels'].map((name) => header.indexOf(name))
  const code = header.indexOf('code')
  return rows.flatMap((row) => {
    const labels = columns.flatMap((column) => (row[column] ?? '').split('\n')).map(tidy)
    const occupation = `esco:${row[code]}`
    return [...new Set(labels)].filter(Boolean).map((text) => ({ occupation, text }))
  })
}

/** O*NET occupations: titles of `onet_alternate_titles.txt`. */
export function readOnet(folder: string): Label[] {
  const lines = readFileSync(join(folder, 'onet_alternate_titles.txt'), 'utf8').split('\n').slice(1)
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length > 1)
    .map(([soc = '', title = '']) => ({ occupation: `onet:${soc}`, text: tidy(title) }))
}

/** 职业分类大典 names that end the tree, by the code of their 小类. */
export function readDadian(folder: string): Label[] {
  type Node = { code: string; name: string; level: number }
  const nodes = JSON.parse(readFileSync(join(folder, 'occupation_dadian_2022.json'), 'utf8')) as Node[]
  return nodes
    .filter((node) => node.level === 4)
    .map((node) => ({ occupation: node.code.slice(0, 7), text: node.name }))
}

const NOTE = /\[[^\]]*\]|【[^】]*】|\([^)]*\)|（[^）]*）|<[^>]*>|\{[^}]*\}/g
const PART_OF_SPEECH = /^\s*(?:n|v|vt|vi|adj|adv|a|ad|pl|prep|abbr|phr|web|un|suf|pref)\.\s*/

const cleanMeanings = (text: string): string[] => {
  const parts = text.replace(NOTE, ' ').split(/\\n|[,，;；、/|。]/)
  const words = parts.map((part) =>
    part
      .trim()
      .replace(PART_OF_SPEECH, '')
      .replace(/[\s.:："'…“”]/g, ''),
  )
  return [...new Set(words)].filter(
    (word) => /^[\p{Script=Han}0-9a-zA-Z]{1,12}$/u.test(word) && /\p{Script=Han}/u.test(word),
  )
}

/** English head word or phrase → Chinese meanings, in the order of the ECDICT entry. */
export function readDictionary(file: string, knows: (word: string) => boolean): Map<string, string[]> {
  const dictionary = new Map<string, string[]>()
  for (const row of parseCsv(readFileSync(file, 'utf8'))) {
    const word = tidy(row[0] ?? '')
    const meaning = row[3] ?? ''
    if (!/^[a-z0-9][a-z0-9 \-'.&]*$/.test(word) || /复数|过去|现在分词|变形|人名/.test(meaning)) continue
    if (!(word.match(/[a-z]+/g) ?? []).every(knows)) continue
    const meanings = cleanMeanings(meaning).slice(0, 8)
    if (meanings.length > 0) dictionary.set(word, meanings)
  }
  return dictionary
}

/** `words.txt`, `phrases.txt`: English, then Chinese in order of preference. */
export function readLexicon(file: string, separator: RegExp): Map<string, string[]> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(
    lines.map((line) => {
      const at = line.search(separator)
      return [
        line.slice(0, at),
        line
          .slice(at + 1)
          .split(' ')
          .filter(Boolean),
      ]
    }),
  )
}

/** A line of `titles-zh.txt`: Chinese titles of one job and the English titles of that job. */
export type Group = { titles: string[]; glosses: string[] }

export const readGroups = (file: string): Group[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' = ') && !line.startsWith('#'))
    .map((line) => {
      const [titles = '', glosses = ''] = line.split(' = ')
      return { titles: titles.split(' '), glosses: glosses.split(';').map(tidy) }
    })
