import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  classifyTitle,
  cleanTitle,
  isWithin,
  occupation,
  readEducation,
  readEmploymentTypes,
  readPlace,
  readSalary,
  readWelfare,
  segment,
} from '@renshu/codes'
import { type Document, openTo, type Parts, SearchIndex, UNSTATED } from '@renshu/search'
import { sharedData } from '../shared-data.ts'
import { labelled, type Quality } from './labels.ts'
import { DEPTH, mean, ndcg } from './ndcg.ts'
import { TODAY } from './town.ts'

type Row = Partial<Record<'id' | 'title' | 'company' | 'city' | 'salary' | 'edu' | 'tags' | 'desc', string>>

const toPosting = ({ id = '', title = '', company = '', city = '', salary = '', edu, tags = '', desc = '' }: Row) => {
  const where = readPlace(city)
  const pay = readSalary(salary)
  const [leading] = classifyTitle(cleanTitle(title).title)
  const education = readEducation(edu ?? '')
  const benefits = tags.split(/[,，;；|]/).filter(Boolean)
  return {
    id,
    title,
    names: company ? [company] : [],
    tags: [...(leading ? [occupation(leading.code)?.name ?? ''] : []), ...benefits],
    description: segment(desc.slice(0, 2000)),
    codes: {
      place: where.kind === 'division' ? where.codes : [],
      occupation: leading ? [leading.code] : [],
      welfare: readWelfare(`${title} ${benefits.join(' ')}`),
      employment: readEmploymentTypes(title),
      education: education.kind === 'level' ? [education.level] : [],
    },
    ...(pay.kind === 'range' && {
      pay: { ...(pay.min && { min: pay.min }), ...(pay.max && { max: pay.max }) },
    }),
    on: TODAY,
  } satisfies Document
}

/** Real postings, the first of each title, so that one that was posted a thousand times is one answer. */
export function realPostings(most: number): Document[] {
  const seen = new Set<string>()
  const postings: Document[] = []
  const lines = gunzipSync(readFileSync(sharedData('postings/postings_zh.jsonl.gz')))
    .toString('utf8')
    .split('\n')
  for (const line of lines) {
    if (line === '' || postings.length >= most) continue
    const row = JSON.parse(line) as Row
    const title = row.title?.normalize('NFKC').trim().toLowerCase() ?? ''
    if (title === '' || seen.has(title)) continue
    seen.add(title)
    postings.push(toPosting(row))
  }
  return postings
}

/** What must hold of a posting beside its title, as the labels write it: `place=330100 pay=800000`. */
function holds({ codes, pay }: Document, [name = '', value = '']: string[]): boolean {
  if (name === 'pay') return pay !== undefined && (pay.max ?? Infinity) >= Number(value)
  if (name === 'place') return codes.place?.some((place) => isWithin(place, value)) ?? false
  if (name === 'education') return openTo(value).includes(codes.education?.[0] ?? UNSTATED)
  const own: readonly string[] = codes[name as 'welfare' | 'employment'] ?? []
  return value.split(',').every((code) => own.includes(code))
}

interface Judged {
  text: string
  /** Of postings that answer it, by id. */
  grades: Map<string, number>
}

const matcher = (pattern: string | undefined): ((text: string) => boolean) => {
  const read = pattern ? new RegExp(pattern, 'u') : undefined
  return (text) => read?.test(text) ?? false
}

/** Questions with the postings that answer them, by the patterns of the labels. */
export function judge(postings: readonly Document[]): Judged[] {
  const titles = postings.map(({ title }) => title.normalize('NFKC').toLowerCase())
  return labelled('real-queries').flatMap(([text = '', exactly, well, somewhat, never, must = '']) => {
    const [isExact, isWell, isSomewhat, isNever] = [exactly, well, somewhat, never].map(matcher)
    const conditions = must
      .split(' ')
      .filter(Boolean)
      .map((each) => each.split('='))
    const grades = new Map<string, number>()
    for (const [at, posting] of postings.entries()) {
      const title = titles[at]!
      const grade = isExact!(title) ? 3 : isWell!(title) ? 2 : isSomewhat!(title) ? 1 : 0
      if (grade > 0 && !isNever!(title) && conditions.every((each) => holds(posting, each)))
        grades.set(posting.id, grade)
    }
    return grades.size > 0 ? { text, grades } : []
  })
}

/** nDCG@10 over the questions. */
export function measureReal(
  parts: Parts,
  postings: readonly Document[],
  questions: readonly Judged[],
  tell?: (line: string) => void,
): Quality {
  const index = new SearchIndex(parts)
  for (const posting of postings) index.put(posting)
  let empty = 0
  const titleOf = new Map(postings.map(({ id, title }) => [id, title]))
  const shares = questions.map(({ text, grades }) => {
    const { hits, total } = index.search({ text, on: TODAY, limit: DEPTH })
    if (total === 0) empty++
    const found = hits.map(({ id }) => grades.get(id) ?? 0)
    const share = ndcg(found, grades.values())
    tell?.(
      `${share.toFixed(2)} ${text} (${total}): ${hits.map(({ id }, at) => `${titleOf.get(id)}:${found[at]}`).join(' | ')}`,
    )
    return share
  })
  return { ndcg: mean(shares), empty, of: questions.length }
}
