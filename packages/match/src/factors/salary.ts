import type { Fen } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import type { Settings } from '../settings.ts'

type Pay = { min?: Fen; max?: Fen }

/**
 * Full when the whole offer lies above the wish, falling to nothing where the wish begins at the tolerance above the
 * offer; beyond it the job is out of the question. An open top is never exceeded.
 */
export const salary = aspect<Pay | undefined, Pay | undefined>({
  ofJob: (job) => job.salary,
  ofTalent: (talent) => talent.salary,
  judge(offer, wish, { settings }) {
    const values = { ...prefix('offer', offer), ...prefix('wish', wish) }
    const unknown = (key: 'salary.jobUnknown' | 'salary.talentUnknown') => ({
      share: settings.unknown.salary,
      reason: { key, values } as const,
    })
    if (!offer || (offer.min === undefined && offer.max === undefined)) return unknown('salary.jobUnknown')
    if (wish?.min === undefined) return unknown('salary.talentUnknown')
    const limit = offer.max === undefined ? Infinity : offer.max * (1 + settings.salaryTolerance)
    const share = salaryShare(offer, wish.min, settings)
    if (wish.min > limit) {
      const by = wish.min - offer.max!
      const isNear = by <= offer.max! * (settings.salaryTolerance + settings.near.salary)
      return { share, failure: { by, unit: 'fen', isNear }, reason: { key: 'salary.below', values: { ...values, by } } }
    }
    return { share, reason: { key: wish.min <= (offer.min ?? 0) ? 'salary.met' : 'salary.within', values } }
  },
})

function salaryShare(offer: Pay, wish: Fen, settings: Settings): number {
  const bottom = offer.min ?? offer.max! / (1 + settings.openTop)
  const top = (offer.max ?? bottom * (1 + settings.openTop)) * (1 + settings.salaryTolerance)
  if (wish <= bottom) return 1
  return Math.max(0, (top - wish) / (top - bottom))
}

const prefix = (name: 'offer' | 'wish', pay: Pay | undefined) => ({
  ...(pay?.min !== undefined && { [`${name}Min`]: pay.min }),
  ...(pay?.max !== undefined && { [`${name}Max`]: pay.max }),
})
