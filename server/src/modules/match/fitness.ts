import type { Fitness } from '@renshu/contracts'
import { isFit, isNearMiss, isTelling, type Job, judgeFit, reasonText, type Scene, type Talent } from '@renshu/match'
import type { Language } from '../../platform/http/index.ts'

/** The definition's judgement of one pair in words: every factor with its points, every broken constraint. */
export function fitnessOf(
  job: Job,
  talent: Talent,
  scene: Scene,
  language: Language,
): Fitness & { fits: boolean; near: boolean } {
  const fit = judgeFit(job, talent, scene)
  return {
    points: fit.points,
    reasons: fit.factors.map(({ name, points, max, reason }) => ({
      factor: name,
      points: Math.round(points * 100),
      of: max * 100,
      text: reasonText(reason, language),
      telling: isTelling(reason),
    })),
    missing: fit.broken.map(({ constraint, reason }) => ({ constraint, text: reasonText(reason, language) })),
    fits: isFit(fit),
    near: isNearMiss(fit),
  }
}
