import type { Talent } from '@renshu/match'
import { groupsOfTalent } from '../candidates.ts'
import { Numbering } from '../numbering.ts'
import { type Stated, statedBy } from '../stated.ts'
import { SKILLS } from '../aspects.ts'

/** Marks a talent who wishes for no place: such a one is nowhere out of place. */
export const NO_PLACE = 'pnone'

const FIGURES = ['education', 'years', 'wage', 'employment', 'available', 'born'] as const satisfies (keyof Stated)[]

/** The columns that are searched for tokens. */
const WORDS = ['groups', 'skills', 'terms', 'places', 'certificates']

export const TABLES = `CREATE TABLE talents (
  id TEXT, education INTEGER, years REAL, wage REAL, employment INTEGER, available INTEGER, born INTEGER,
  ${WORDS.map((column) => `${column} TEXT`).join(', ')}
);
CREATE VIRTUAL TABLE words USING fts5 (${WORDS.join(', ')}, content = talents, tokenize = ascii);`

/** Skills and words are any text; as tokens they are numbers, so that no tokenizer takes them apart. */
export class Tokens {
  readonly #skills = new Numbering()
  readonly #terms = new Numbering()
  readonly #certificates = new Numbering()

  skill = (skill: string): string => `s${this.#skills.of(skill)}`
  term = (term: string): string => `t${this.#terms.of(term)}`
  group = (group: string): string => `g${group.replaceAll('-', 'x')}`
  place = (code: string): string => `p${code}`
  certificate = (code: string): string => `c${this.#certificates.of(code)}`
  /** Every certificate that somebody holds. */
  held = (): string[] => [...this.#certificates.keys()]
}

/** One row of an INSERT. */
export function rowOf(talent: Talent, tokens: Tokens): string {
  const stated = statedBy(talent)
  const words = [
    groupsOfTalent(talent).map(tokens.group),
    SKILLS.ofTalent(talent).map(tokens.skill),
    talent.terms.map(tokens.term),
    talent.places.length === 0 ? [NO_PLACE] : talent.places.map(tokens.place),
    talent.certificates.map(tokens.certificate),
  ]
  const figures = FIGURES.map((figure) => stated[figure] ?? 'NULL')
  return `(${[quote(talent.id), ...figures, ...words.map((bag) => quote(bag.join(' ')))].join(',')})`
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
