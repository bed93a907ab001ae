import type { Job, OccupationGuess, Scene, Talent } from '@renshu/match'
import { skillBag } from '@renshu/match'

/** How many of the job's rarest skills a candidate is looked up by. */
const RAREST = 3
/** `6-30-05-01` belongs to the 小类 `6-30-05`. */
const PARTS_OF_A_GROUP = 3

/** The 小类 of occupations, without repetition; a wider code has none. */
const groupsOf = (occupations: readonly OccupationGuess[]): string[] => {
  const parts = occupations.map(({ code }) => code.split('-'))
  const groups = parts.filter(({ length }) => length >= PARTS_OF_A_GROUP)
  return [...new Set(groups.map((code) => code.slice(0, PARTS_OF_A_GROUP).join('-')))]
}

export const groupsOfJob = (job: Job): string[] => groupsOf(job.occupations)

export const groupsOfTalent = (talent: Talent): string[] =>
  groupsOf(talent.wishes.flatMap(({ occupations }) => occupations))

/** The skills of a job that fewest bring, as the scene weighs them. */
export function rarestSkills(job: Job, { corpus }: Scene): string[] {
  const rarestFirst = skillBag.ofJob(job, corpus).sort(([, a], [, b]) => b - a)
  return rarestFirst.slice(0, RAREST).map(([skill]) => skill)
}
