import { FAMILIES, type Family, SKILLED, SPECIALITIES } from './certificate-table.ts'

/** A certificate or licence a person can hold. */
export type Certificate = {
  /** Stable id: `forklift-n1`, `driving-a2`; alternatives are joined: `driving-a1|driving-a2`. */
  code: string
  name: string
  en: string
  /** The regulation or standard that defines it. */
  rule: string
  /** The training or examination that gives it. */
  givenBy: string
  /** Codes of what its holder may do as well by that rule, beside those they cover in turn. */
  implies?: string[]
}

type Row = { certificate: Certificate; words: string[] }

const lines = (rows: string): string[][] =>
  rows
    .trim()
    .split('\n')
    .map((line) => line.split('|'))

const list = (field = ''): string[] => field.split(' ').filter(Boolean)

const readFamily = ({ rule, givenBy, rows }: Family): Row[] =>
  lines(rows).map(([code = '', name = '', en = '', words, implies]) => ({
    certificate: { code, name, en, rule, givenBy, ...(implies && { implies: list(implies) }) },
    words: list(words),
  }))

const SKILL_LEVELS = [
  { level: 5, zh: '五级/初级工', en: 'level 5' },
  { level: 4, zh: '四级/中级工', en: 'level 4' },
  { level: 3, zh: '三级/高级工', en: 'level 3' },
  { level: 2, zh: '二级/技师', en: 'level 2' },
  { level: 1, zh: '一级/高级技师', en: 'level 1' },
] as const
type SkillLevel = (typeof SKILL_LEVELS)[number]

type Skill = { slug: string; name: string; en: string; rule: string; givenBy: string }

const levelRow = ({ slug, name, en, rule, givenBy }: Skill, { level, zh, en: levelName }: SkillLevel): Row => ({
  certificate: {
    code: `${slug}-${level}`,
    name: `${name}（${zh}）`,
    en: `${en}, ${levelName}`,
    rule,
    givenBy,
    implies: level === 5 ? [slug] : [`${slug}-${level + 1}`, slug],
  },
  words: [],
})

/** One row for the trade without a level and one for each level, which covers the level below and the trade. */
const readSkilled = ({ rule, givenBy, rows }: Family): Row[] =>
  lines(rows).flatMap(([slug = '', name = '', en = '', words]) => {
    const skill = { slug, name, en, rule, givenBy }
    const any = { code: slug, name: `${name}（未说明等级）`, en, rule, givenBy }
    return [{ certificate: any, words: list(words) }].concat(SKILL_LEVELS.map((level) => levelRow(skill, level)))
  })

export type Speciality = { slug: string; zh: string; en: string; grades: number[]; words: string[] }

export const specialities: readonly Speciality[] = lines(SPECIALITIES).map(
  ([slug = '', zh = '', en = '', second, words]) => ({
    slug,
    zh,
    en,
    grades: second ? [1, 2] : [1],
    words: list(words),
  }),
)

const readSpecialities = (grades: readonly Certificate[]): Row[] =>
  grades.flatMap((grade) =>
    specialities
      .filter((speciality) => speciality.grades.includes(Number(grade.code.at(-1))))
      .map(({ slug, zh, en, grades: held }) => ({
        certificate: {
          ...grade,
          code: `${grade.code}-${slug}`,
          name: grade.name.replace('未说明专业', zh),
          en: grade.en.replace('speciality not stated', en),
          implies: [
            grade.code,
            ...(grade.code === 'constructor-1' && held.includes(2) ? [`constructor-2-${slug}`] : []),
          ],
        },
        words: [],
      })),
  )

const readAll = (): Map<string, Row> => {
  const rows = [...FAMILIES.flatMap(readFamily), ...readSkilled(SKILLED)]
  const grades = rows.map((row) => row.certificate).filter(({ code }) => /^constructor-[12]$/.test(code))
  return new Map([...rows, ...readSpecialities(grades)].map((row) => [row.certificate.code, row]))
}

let table: Map<string, Row> | undefined
const rows = (): Map<string, Row> => (table ??= readAll())

/** Every certificate of the vocabulary. */
export const certificates = (): readonly Certificate[] => [...rows().values()].map((row) => row.certificate)

/** The words each certificate is found by, as the table gives them. */
export const certificateWords = (): readonly { code: string; words: string[] }[] =>
  [...rows().values()].map(({ certificate, words }) => ({ code: certificate.code, words }))

const ALTERNATIVES = '|'

/** One code for any one of several certificates. @example anyOf(['driving-a1', 'driving-a2']) // 'driving-a1|driving-a2' */
export const anyOf = (codes: readonly string[]): string => codes.join(ALTERNATIVES)

/** @example certificate('forklift-n1')?.name // '叉车司机 N1' */
export const certificate = (code: string): Certificate | undefined => {
  const parts = code.split(ALTERNATIVES).map((part) => rows().get(part)?.certificate)
  const [first] = parts
  if (!first || parts.length === 1) return first
  const known = parts.filter((part) => part !== undefined)
  const unique = (field: 'rule' | 'givenBy'): string => [...new Set(known.map((part) => part[field]))].join('；')
  return {
    code,
    name: known.map((part) => part.name).join('或'),
    en: known.map((part) => part.en).join(' or '),
    rule: unique('rule'),
    givenBy: unique('givenBy'),
  }
}

const coveredBy = new Map<string, ReadonlySet<string>>()

/** Everything a certificate covers, itself included, followed through the table once. */
const reach = (code: string): ReadonlySet<string> => {
  const known = coveredBy.get(code)
  if (known) return known
  const reached = new Set([code])
  for (const step of reached) for (const next of rows().get(step)?.certificate.implies ?? []) reached.add(next)
  coveredBy.set(code, reached)
  return reached
}

/**
 * Whether the holder of one certificate may do what another asks for, by regulation; never for a neighbour.
 * Any part of joined alternatives will do on either side.
 * @example covers('driving-a2', 'driving-b2') // true; covers('electric-high', 'electric-low') // false
 */
export const covers = (held: string, wanted: string): boolean => {
  if (held === wanted) return true
  if (!held.includes(ALTERNATIVES) && !wanted.includes(ALTERNATIVES)) return reach(held).has(wanted)
  return held.split(ALTERNATIVES).some((part) => wanted.split(ALTERNATIVES).some((goal) => reach(part).has(goal)))
}
