import { readdirSync } from 'node:fs'
import { lazily, readTable } from '../../table.ts'
import { officialWords } from './official.ts'
import { makeTrie, type Trie } from './trie.ts'

/** Codes of the 大典, the most likely one first. */
export type Codes = readonly string[]

/** An open head leaves the occupation to the field before it (测试经理), a closed one decides itself (Java讲师). */
export type Head = { class: string; open: boolean; codes: Codes }

/**
 * What the lexicon knows of one word. `job`: the word names a job. `field`: the word names a field, with codes by
 * class of the head that follows (`*` = any open head or none). `head`: the word may end a title.
 */
export type Word = {
  text: string
  job?: Codes
  /** The job may be many things (实习生, 普工): the code is a guess, marked `?` in the tables. */
  vague?: boolean
  official?: boolean
  field?: Record<string, Codes>
  head?: Head
}

export type Lexicon = {
  word: (text: string) => Word | undefined
  words: Trie<Word>
  all: () => Word[]
  /** Words that leave the job as it is (高级, 急聘), by their text. */
  modifiers: ReadonlySet<string>
}

const SPECIAL: ReadonlySet<string> = new Set(['modifiers.tsv', 'heads.tsv', 'topics.tsv'])

/** No occupation of its own: 普工, 操作工. Such a word takes the field before it, as any open head. */
const UNPLACED = '8-00-00-00'

const toJob = (text: string, cell: string): Word => {
  const vague = cell.startsWith('?')
  const job = (vague ? cell.slice(1) : cell).split('|')
  const head: Head = { class: 'worker', open: true, codes: job }
  return { text, job, vague: vague || job[0] === UNPLACED, ...(job[0] === UNPLACED && { head }) }
}

const readJobs = (put: (word: Word) => void): void => {
  const files = readdirSync(new URL('../../../data/titles/', import.meta.url))
  for (const file of files.filter((name) => !SPECIAL.has(name)).sort())
    for (const [codes = '', names = ''] of readTable(`titles/${file}`))
      for (const text of names.split('、')) put(toJob(text, codes))
}

const readFields = (put: (word: Word) => void): void => {
  for (const [text = '', cells = ''] of readTable('titles/topics.tsv')) {
    const pairs = cells.split(' ').map((cell) => cell.split('='))
    put({ text, field: Object.fromEntries(pairs.map(([key = '', codes = '']) => [key, codes.split('|')])) })
  }
}

const readHeads = (put: (word: Word) => void): void => {
  for (const [text = '', name = '', kind, codes = ''] of readTable('titles/heads.tsv'))
    put(toHead(text, name, kind === 'open', codes === '' ? [] : codes.split('|')))
}

/** A closed head is a job of its own (销售, 司机). */
const toHead = (text: string, name: string, open: boolean, codes: Codes): Word => ({
  text,
  head: { class: name, open, codes },
  ...(open ? {} : { job: codes }),
})

/** The lexicon of titles: names of the 大典, then what employers write; the curated word wins over the derived one. */
export const lexicon = lazily((): Lexicon => {
  const known = new Map<string, Word>()
  const put = (word: Word): void => void known.set(word.text, { ...known.get(word.text), official: false, ...word })
  officialWords().forEach(put)
  readHeads(put)
  readJobs(put)
  readFields(put)
  return {
    word: (text) => known.get(text),
    words: makeTrie(known),
    all: () => [...known.values()],
    modifiers: new Set(readTable('titles/modifiers.tsv').map(([text = '']) => text)),
  }
})
