import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Scene, type Talent, skillBag, textBag } from '@renshu/match'
import { groupsOfTalent } from '../candidates.ts'
import { Numbering } from '../numbering.ts'
import type { OnProgress } from '../peer.ts'
import { statedBy } from '../stated.ts'
import { TalentClasses } from './classes.ts'

/** A word's number and its frequency (whole 64ths, at most 141) share one integer, so that one array is taken apart. */
export const MASS_BITS = 8
const CHUNK = 1 << 20
const TALENTS_BETWEEN = 5000

/** Columns that rule out most come first, because a row is unpacked only as far as it is read. */
export const TABLE = `CREATE UNLOGGED TABLE arrived (
  occupation int NOT NULL,
  distance int NOT NULL,
  refusals int NOT NULL,
  employment int NOT NULL,
  education int,
  wage float8,
  years float8,
  born float8,
  available int,
  renewed int,
  certificates int[] NOT NULL,
  groups int[] NOT NULL,
  skills int[] NOT NULL,
  terms int[] NOT NULL,
  id text NOT NULL
)`

/** What the definition says of each class, and what each word of the job weighs: one row, replaced per question. */
export const ASKED = `CREATE TEMPORARY TABLE asked (
  occupation_points smallint[], distance_points smallint[], refusal_points smallint[], term_weights int[]
)`
export const ASKED_COLUMNS = ['occupation_points', 'distance_points', 'refusal_points', 'term_weights'] as const

/** What stands for the texts of the talents in the table. */
export class Numbers {
  readonly classes = new TalentClasses()
  readonly certificates = new Numbering()
  readonly groups = new Numbering()
  readonly skills = new Numbering()
  readonly terms = new Numbering()
}

/** One line of COPY's text format. */
function lineOf(talent: Talent, numbers: Numbers, { corpus }: Scene): string {
  const { classes, certificates, groups, skills, terms } = numbers
  const { employment, education, wage, years, born, available, renewed } = statedBy(talent)
  const bags = [
    talent.certificates.map((code) => certificates.of(code)),
    groupsOfTalent(talent).map((group) => groups.of(group)),
    skillBag.ofTalent(talent, corpus).map(([skill]) => skills.of(skill)),
    textBag.ofTalent(talent, corpus).map(([term, mass]) => (terms.of(term) << MASS_BITS) | mass),
  ]
  const row = [
    classes.occupation.of(talent),
    classes.distance.of(talent),
    classes.refusals.of(talent),
    employment,
    ...[education, wage, years, born, available, renewed].map((figure) => figure ?? '\\N'),
    ...bags.map((bag) => `{${bag.join(',')}}`),
    talent.id.replace(/[\\\t\n\r]/g, (sign) => COPY_ESCAPES[sign]!),
  ]
  return `${row.join('\t')}\n`
}

const COPY_ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Writes the file that the server copies, one pass over the talents. */
export async function writeTable(
  path: string,
  talents: Iterable<Talent>,
  scene: Scene,
  onProgress: OnProgress,
): Promise<Numbers> {
  const numbers = new Numbers()
  await pipeline(layOutChunks(talents, numbers, scene, onProgress), createWriteStream(path))
  return numbers
}

function* layOutChunks(talents: Iterable<Talent>, numbers: Numbers, scene: Scene, onProgress: OnProgress) {
  let chunk = ''
  let laidOut = 0
  for (const talent of talents) {
    chunk += lineOf(talent, numbers, scene)
    if (++laidOut % TALENTS_BETWEEN === 0) onProgress(laidOut)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
