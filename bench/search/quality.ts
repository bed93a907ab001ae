import {
  occupation,
  readPlace,
  readSalary,
  readWelfare,
  classifyTitle,
  readEmploymentTypes,
  readEducation,
} from '@renshu/codes'
import { type Document, type Parts, SearchIndex } from '@renshu/search'
import { labelled, type Quality } from './labels.ts'
import { DEPTH, mean, ndcg } from './ndcg.ts'
import { TODAY } from './town.ts'

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

/** nDCG@10 over the labelled questions, and how many of them found nothing. */
export function measureQuality(parts: Parts, tell?: (line: string) => void): Quality {
  const index = new SearchIndex(parts)
  for (const row of labelled('postings')) index.put(toPosting(row))
  const questions = labelled('queries').map(toLabelled)
  let empty = 0
  const shares = questions.map(({ text, grades }) => {
    const { hits, total } = index.search({ text, on: TODAY, limit: DEPTH })
    if (total === 0) empty++
    const found = hits.map(({ id }) => grades.get(id) ?? 0)
    const share = ndcg(found, grades.values())
    tell?.(`${share.toFixed(2)} ${text} (${total}): ${hits.map(({ id }) => `${id}:${grades.get(id) ?? 0}`).join(' ')}`)
    return share
  })
  return { ndcg: mean(shares), empty, of: questions.length }
}
