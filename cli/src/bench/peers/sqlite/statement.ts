import { covers } from '@renshu/codes'
import { type Job, NATIONWIDE, type Scene } from '@renshu/match'
import { SKILLS } from '../aspects.ts'
import { groupsOfJob, rarestSkills } from '../candidates.ts'
import { ANSWER_SIZE } from '../peer.ts'
import { plainConditions } from '../stated.ts'
import { NO_PLACE, type Tokens } from './table.ts'

/** How much a hit counts in each column: like the points of occupation, skills and text; the others only sift. */
const COLUMN_WEIGHTS = '35, 25, 8, 0, 0'

/** The best talents by BM25 among those who keep what can be said as tokens and plain conditions. */
export function bestByWords(job: Job, scene: Scene, tokens: Tokens): string | undefined {
  const search = searchFor(job, scene, tokens)
  if (search === undefined) return undefined
  const conditions = [`words MATCH '${search}'`, ...plainConditions(job, scene)]
  return `SELECT json_quote(id) FROM words JOIN talents ON talents.rowid = words.rowid
WHERE ${conditions.join('\n  AND ')}
ORDER BY bm25(words, ${COLUMN_WEIGHTS}), id LIMIT ${ANSWER_SIZE};`
}

/** Candidates and, for the order, every skill and word of the job; undefined when the job has nothing to look up by. */
function searchFor(job: Job, scene: Scene, tokens: Tokens): string | undefined {
  const groups = anyOf('groups', groupsOfJob(job).map(tokens.group))
  const candidates = [...groups, ...anyOf('skills', rarestSkills(job, scene).map(tokens.skill))]
  if (candidates.length === 0) return undefined
  const counted = [
    ...groups,
    ...anyOf('skills', SKILLS.ofJob(job).map(tokens.skill)),
    ...anyOf('terms', [...new Set(job.terms)].map(tokens.term)),
  ]
  const demands = [candidates, placesReached(job, tokens), ...certificatesHeld(job, tokens), counted]
  return demands
    .filter((demand) => demand.length > 0)
    .map((demand) => `(${demand.join(' OR ')})`)
    .join(' AND ')
}

const anyOf = (column: string, tokens: readonly string[]): string[] =>
  tokens.length === 0 ? [] : [`${column} : (${tokens.join(' OR ')})`]

/** A wish for a place of the job, for what it lies in or for what lies in it. */
function placesReached({ places, remote }: Job, { place }: Tokens): string[] {
  if (remote || places.length === 0) return []
  const around = places.flatMap((code) => [code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])
  const inside = places.map((code) => `${place(code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code)}*`)
  return anyOf('places', [NO_PLACE, ...new Set([NATIONWIDE, ...around].map(place)), ...new Set(inside)])
}

/** Any certificate that covers a required one will do. */
function certificatesHeld(job: Job, { held, certificate }: Tokens): string[][] {
  const required = job.certificates.filter((wanted) => wanted.required)
  return required.map(({ code }) => {
    const enough = held().filter((one) => covers(one, code))
    return anyOf('certificates', (enough.length > 0 ? enough : [code]).map(certificate))
  })
}
