import type { Fitness } from '@renshu/contracts'
import { type Fit, isFit, isNearMiss, isTelling, type Job, judgeFit, reasonText, type Scene } from '@renshu/match'
import type { Language } from '../../platform/http/index.ts'
import type { Seeking } from '../talents/index.ts'
import { recordsOf } from './market/records.ts'

/** A fit stands before a near miss, and that before anything else; among such the one with more points. */
const standing = (fit: Fit): number => (isFit(fit) ? 2 : isNearMiss(fit) ? 1 : 0)
const byStanding = (one: Fit, other: Fit): number => standing(other) - standing(one) || other.points - one.points

/**
 * The definition's judgement of one pair in words: every factor with its points, every broken constraint. Of somebody
 * whose wishes differ in pay it is that of the pay, and the wishes with it, for which the posting suits him best.
 */
export function fitnessOf(
  job: Job,
  talent: Seeking,
  scene: Scene,
  language: Language,
): Fitness & { fits: boolean; near: boolean } {
  const fits = recordsOf(talent).map((record) => judgeFit(job, record, scene))
  const fit = fits.toSorted(byStanding)[0]!
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
