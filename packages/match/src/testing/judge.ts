import type { AnyAspect, Judgement, Scene } from '../aspect.ts'
import type { Reason, ReasonKey } from '../reasons/index.ts'
import type { TitleComparer } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { makeScene } from './fixtures.ts'

/**
 * What one aspect says of a job and a talent of whom nothing is known but what is given: the outcome in a word or three,
 * the key of the reason and, for a factor, the share of its points.
 */
export type Rule = [
  says: string,
  job: Partial<Job>,
  talent: Partial<Talent>,
  outcome: string,
  key: ReasonKey,
  share?: number,
]

/** A judgement with its reason asked for. */
export function judge(
  aspect: AnyAspect,
  job: Partial<Job>,
  talent: Partial<Talent>,
  scene: Partial<Scene> = {},
): Judgement & { reason: Reason } {
  const [one, other] = [makeBareJob(job), makeBareTalent(talent)]
  const judgement = aspect.judge(aspect.ofJob(one), aspect.ofTalent(other), makeScene([one], [other], scene))
  return { ...judgement, reason: judgement.explain() }
}

export const makeBareJob = (stated: Partial<Job>): Job => ({
  id: 'job-1',
  title: '',
  occupations: [],
  places: [],
  certificates: [],
  skills: [],
  terms: [],
  ...stated,
})

export const makeBareTalent = (stated: Partial<Talent>): Talent => ({
  id: 'talent-1',
  wishes: [],
  places: [],
  certificates: [],
  skills: [],
  terms: [],
  ...stated,
})

/** `kept`, `near 2 years`, `broken 3 levels`, `broken`: the outcome of a judgement in a word or three. */
export function outcome({ failure }: Judgement): string {
  if (!failure) return 'kept'
  const { isNear, by, unit } = failure
  return [isNear ? 'near' : 'broken', ...(by === undefined ? [] : [by, unit])].join(' ')
}

/**
 * Equal titles are alike, others as the table says ("叉车司机|会计"), else not at all. The vector of a title is the title.
 */
export const toyTitles = (alike: Record<string, number>): TitleComparer =>
  ({
    vector: (title: string) => title,
    similarity: (a: string, b: string) => (a === b ? 1 : (alike[`${a}|${b}`] ?? 0)),
  }) as unknown as TitleComparer
