import { covers } from '@renshu/codes'
import { FULL_FREQUENCY, type FactorName, type Job, type Scene, skillBag, textBag, toPoints } from '@renshu/match'
import { RECENCY, SALARY } from '../aspects.ts'
import { groupsOfJob, rarestSkills } from '../candidates.ts'
import type { Numbering } from '../numbering.ts'
import { ANSWER_SIZE } from '../peer.ts'
import { dayNumber, plainConditions } from '../stated.ts'
import { ASKED_COLUMNS, MASS_BITS, type Numbers } from './table.ts'

/**
 * One statement that judges every talent by the definition and returns the best. Points are whole hundredths in the
 * same double arithmetic, step by step, as the definition has them.
 */
export function bestTalents(job: Job, scene: Scene, numbers: Numbers, only: string[] = []): string {
  const conditions = [...only, ...classConditions, ...plainConditions(job, scene), ...mayHold(job, numbers)]
  const points = [
    'occupation_points[occupation]',
    'distance_points[distance]',
    salaryPoints(job, scene),
    experiencePoints(job, scene),
    recencyPoints(job, scene),
    skillPoints(job, scene, numbers),
    textPoints(job, scene),
  ]
  return `SELECT id FROM (
  SELECT id, ${points.join('\n    + ')} AS points
  FROM ${asked}, talents
  WHERE ${conditions.join('\n    AND ')}
) AS judged ORDER BY points DESC, id LIMIT ${ANSWER_SIZE}`
}

/** Candidates: the same 小类 or one of the rarest skills. Everybody, when the job names neither. */
export function candidateConditions(job: Job, scene: Scene, { groups, skills }: Numbers): string[] {
  const either = [
    ...overlaps('groups', groupsOfJob(job), groups),
    ...overlaps('skills', rarestSkills(job, scene), skills),
  ]
  return either.length === 0 ? [] : [`(${either.join(' OR ')})`]
}

const overlaps = (column: string, keys: string[], numbering: Numbering): string[] =>
  keys.length === 0 ? [] : [`${column} && ${arrayOf(keys.flatMap((key) => numbering.known(key) ?? []))}`]

const arrayOf = (numbers: readonly number[]): string => `'{${numbers.join(',')}}'::int[]`

/** Verdicts and weights, unpacked once per statement: the empty array that is added makes them a value of their own. */
const asked = `(
    SELECT ${ASKED_COLUMNS.map((column) => `${column} || '{}' AS ${column}`).join(', ')} FROM asked LIMIT 1
  ) AS asked`

/** As values of the scan itself, so that they come before all else: they rule out most and cost least. */
const classConditions = [
  ['occupation_points', 'occupation'],
  ['distance_points', 'distance'],
  ['refusal_points', 'refusals'],
].map(([verdicts, column]) => `(SELECT ${verdicts} || '{}' FROM asked)[${column}] >= 0`)

/** Any certificate that covers a required one will do. */
function mayHold(job: Job, { certificates }: Numbers): string[] {
  const required = job.certificates.filter((wanted) => wanted.required)
  return required.map(({ code }) => {
    const enough = [...certificates.keys()].filter((held) => covers(held, code))
    return `certificates && ${arrayOf(enough.map((held) => certificates.of(held)))}`
  })
}

/** The points of a share that SQL computes, rounded as the definition rounds. */
const roundPoints = (share: string, weight: number): string =>
  `floor(least(1, greatest(0, ${share})) * ${weight}::float8 * 100 + 0.5)`

const unknownPoints = (factor: FactorName, { settings }: Scene): number =>
  toPoints(settings.unknown[factor], settings.weights[factor])

function salaryPoints(job: Job, scene: Scene): string {
  const { settings } = scene
  const offer = SALARY.ofJob(job)
  const unknown = unknownPoints('salary', scene)
  if (!offer) return String(unknown)
  const bottom = offer.min ?? offer.max! / (1 + settings.openTop)
  const top = (offer.max ?? bottom * (1 + settings.openTop)) * (1 + settings.salaryTolerance)
  const above = top <= bottom ? '0' : roundPoints(`(${top} - wage) / ${top - bottom}`, settings.weights.salary)
  const full = toPoints(1, settings.weights.salary)
  return `CASE WHEN wage IS NULL THEN ${unknown} WHEN wage <= ${bottom} THEN ${full} ELSE ${above} END`
}

/** Whoever has too few years is ruled out before. */
function experiencePoints({ years }: Job, scene: Scene): string {
  const unknown = unknownPoints('experience', scene)
  if (years === undefined) return String(unknown)
  const full = toPoints(1, scene.settings.weights.experience)
  return `CASE WHEN years IS NULL THEN ${years === 0 ? full : unknown} ELSE ${full} END`
}

function recencyPoints(job: Job, { settings, asOf }: Scene): string {
  const today = dayNumber(asOf)!
  const posted = dayNumber(RECENCY.ofJob(job))
  const unknown = settings.unknown.recency
  const fresh = posted === undefined ? unknown : Math.max(0, 1 - Math.max(0, today - posted) / settings.staleDays)
  const renewed = `greatest(0, 1 - greatest(0, ${today} - renewed) / ${settings.staleDays}::float8)`
  // GREATEST passes over nulls.
  const either = `CASE WHEN renewed IS NULL THEN ${unknown} ELSE ${renewed} END`
  return roundPoints(`(${fresh} + ${either}) / 2`, settings.weights.recency)
}

/** One look per wished skill is cheaper for arrays this short than taking them apart. */
function skillPoints(job: Job, scene: Scene, { skills }: Numbers): string {
  const wished = skillBag.ofJob(job, scene.corpus)
  const unknown = unknownPoints('skills', scene)
  if (wished.length === 0) return String(unknown)
  const total = wished.reduce((sum, [, weight]) => sum + weight, 0)
  const gained = wished.flatMap(([skill, weight]) => {
    const number = skills.known(skill)
    return number === undefined ? [] : [`CASE WHEN ${number} = ANY (skills) THEN ${weight} ELSE 0 END`]
  })
  const share = `sqrt((${['0', ...gained].join(' + ')}) / ${total}::float8)`
  return `CASE WHEN skills = '{}' THEN ${unknown} ELSE ${roundPoints(share, scene.settings.weights.skills)} END`
}

/** Words come packed with their frequencies and are weighed by one array over the whole vocabulary. */
function textPoints(job: Job, scene: Scene): string {
  const { settings, corpus } = scene
  const wanted = textBag.ofJob(job, corpus)
  const unknown = unknownPoints('text', scene)
  if (wanted.length === 0) return String(unknown)
  const total = wanted.reduce((sum, [, weight]) => sum + weight, 0)
  const gained = `(SELECT sum(term_weights[term >> ${MASS_BITS}] * (term & ${(1 << MASS_BITS) - 1}))
      FROM (SELECT unnest(terms) AS term) AS written)`
  const share = `sqrt(least(1, ${gained} / ${total * FULL_FREQUENCY * settings.textFull}::float8))`
  return `CASE WHEN terms = '{}' THEN ${unknown} ELSE ${roundPoints(share, settings.weights.text)} END`
}
