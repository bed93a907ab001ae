import type { AnyAspect, Judgement, Scene } from '../aspect.ts'
import type { Job, Talent } from '../types.ts'
import { makeJob, makeScene, makeTalent } from './fixtures.ts'

/** What one aspect says of a job and a talent that differ from the fixtures in what is given. */
export function judge(
  aspect: AnyAspect,
  job: Partial<Job>,
  talent: Partial<Talent>,
  scene: Partial<Scene> = {},
): Judgement {
  const [one, other] = [makeJob(job), makeTalent(talent)]
  return aspect.judge(aspect.ofJob(one), aspect.ofTalent(other), makeScene([one], [other], scene))
}

/** `kept`, `near 2 years`, `broken 3 levels`, `broken`: the outcome of a judgement in a word or three. */
export function outcome({ failure }: Judgement): string {
  if (!failure) return 'kept'
  const { isNear, by, unit } = failure
  return [isNear ? 'near' : 'broken', ...(by === undefined ? [] : [by, unit])].join(' ')
}
