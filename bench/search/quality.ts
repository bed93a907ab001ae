import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  occupation,
  readPlace,
  readSalary,
  readWelfare,
  classifyTitle,
  readEmploymentTypes,
  readEducation,
} from '@renshu/codes'
import { ALL_PARTS, type Document, type Parts, SearchIndex } from '@renshu/search'
import { TODAY } from './town.ts'

export const ALL = ALL_PARTS
const DEPTH = 10

const rows = (name: string): string[][] =>
  readFileSync(fileURLToPath(new URL(`labels/${name}.tsv`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

const toPosting = ([
  id = '',
  title = '',
  employer = '',
  place = '',
  pay = '',
  benefits = '',
  skills = '',
  text = '',
]: string[]): Document => {
  const where = readPlace(`青岛市${place}`)
  const salary = readSalary(pay)
  const said = `${benefits} ${text}`
  const leading = classifyTitle(title, { description: text }).slice(0, 1)
  const education = readEducation(text)
  return {
    id,
    title,
    names: [employer],
    skills: skills.split(' ').filter(Boolean),
    tags: [...leading.map(({ code }) => occupation(code)?.name ?? ''), ...benefits.split(' ').filter(Boolean)],
    description: text,
    codes: {
      place: where.kind === 'division' ? where.codes : [],
      occupation: leading.map(({ code }) => code),
      welfare: readWelfare(said),
      employment: readEmploymentTypes(`${title} ${text}`),
      education: education.kind === 'level' ? [education.level] : [],
    },
    ...(salary.kind === 'range' && {
      pay: { ...(salary.min && { min: salary.min }), ...(salary.max && { max: salary.max }) },
    }),
    on: TODAY,
  }
}

type Labelled = { text: string; grades: Map<string, number> }
const toLabelled = ([text = '', ...byGrade]: string[]): Labelled => ({
  text,
  grades: new Map(
    byGrade.flatMap((ids, at) =>
      ids
        .split(' ')
        .filter(Boolean)
        .map((id) => [id, 3 - at] as const),
    ),
  ),
})

const gain = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)

/** nDCG@10 over the labelled questions, and how many of them found nothing. */
export function measureQuality(
  parts: Parts,
  tell?: (line: string) => void,
): { ndcg: number; empty: number; of: number } {
  const index = new SearchIndex(parts)
  for (const row of rows('postings')) index.put(toPosting(row))
  const questions = rows('queries').map(toLabelled)
  let empty = 0
  const shares = questions.map(({ text, grades }) => {
    const { hits, total } = index.search({ text, on: TODAY, limit: DEPTH })
    if (total === 0) empty++
    const best = gain([...grades.values()].toSorted((a, b) => b - a))
    const share = gain(hits.map(({ id }) => grades.get(id) ?? 0)) / best
    tell?.(`${share.toFixed(2)} ${text} (${total}): ${hits.map(({ id }) => `${id}:${grades.get(id) ?? 0}`).join(' ')}`)
    return share
  })
  return { ndcg: shares.reduce((sum, share) => sum + share, 0) / shares.length, empty, of: questions.length }
}
