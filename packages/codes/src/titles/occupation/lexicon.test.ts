import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { occupation } from '../../occupations/index.ts'
import { readTable } from '../../table.ts'
import { lexicon } from './lexicon.ts'

const files = readdirSync(new URL('../../../data/titles/', import.meta.url)).sort()
const jobFiles = files.filter((file) => !['modifiers.tsv', 'heads.tsv', 'topics.tsv'].includes(file))
const jobs = jobFiles.flatMap((file) =>
  readTable(`titles/${file}`).flatMap(([codes = '', names = '']) =>
    names.split('、').map((name) => ({ file, name, codes: codes.replace('?', '').split('|') })),
  ),
)

test('the lexicon knows well over ten thousand names of jobs', () => {
  expect(jobs.length).toBeGreaterThan(10_000)
})

test('every code of the tables is an occupation of the fourth level', () => {
  const fields = readTable('titles/topics.tsv').map(([name = '', cells = '']) => ({
    name,
    codes: cells.split(' ').flatMap((cell) => (cell.split('=')[1] ?? '').split('|')),
  }))
  const heads = readTable('titles/heads.tsv').map(([name = '', , , codes = '']) => ({ name, codes: codes.split('|') }))
  const wrong = [...jobs, ...fields, ...heads].flatMap(({ name, codes }) =>
    codes.filter((code) => occupation(code)?.level !== 4).map((code) => `${name}: ${code}`),
  )
  expect(wrong).toEqual([])
})

test('no name of a job stands twice', () => {
  const seen = new Set<string>()
  const again = jobs.filter(({ name }) => seen.size === seen.add(name).size)
  expect(again).toEqual([])
})

test('every word of the tables stands in the form that titles are read in', () => {
  const names = [
    ...jobs.map(({ name }) => name),
    ...['heads', 'topics', 'modifiers'].flatMap((file) => readTable(`titles/${file}.tsv`).map(([name = '']) => name)),
  ]
  expect(names.filter((name) => name !== name.normalize('NFKC').toLowerCase().trim() || name === '')).toEqual([])
})

test('a class of head that a field names exists', () => {
  const classes = new Set(readTable('titles/heads.tsv').map(([, name]) => name))
  const named = readTable('titles/topics.tsv').flatMap(([, cells = '']) =>
    cells.split(' ').map((cell) => cell.split('=')[0] ?? ''),
  )
  expect(named.filter((name) => name !== '*' && !classes.has(name))).toEqual([])
})

test('every official name of one occupation is a word', () => {
  expect(lexicon().word('车工')?.job?.[0]).toBe('6-18-01-01')
  expect(lexicon().word('养老护理员')?.job?.[0]).toBe('4-10-01-05')
  expect(lexicon().word('测绘工程师')?.job).toBeDefined()
})
