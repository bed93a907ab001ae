import type { Fen } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import type { Reason, Values } from '../reasons/index.ts'
import type { Settings } from '../settings.ts'

type Pay = { min?: Fen; max?: Fen }

/**
 * Full when the whole offer lies above the wish, falling to nothing where the wish begins at the tolerance above the
 * offer; beyond it the job is out of the question. An open top is never exceeded.
 */
export const salary = aspect<Pay | undefined, Pay | undefined>({
  ofJob: (job) => inOrder(job.salary),
  ofTalent: (talent) => inOrder(talent.salary),
  judge(offer, wish, { settings }) {
    const values = { ...prefix('offer', offer), ...prefix('wish', wish) }
    const unknown = (key: 'salary.jobUnknown' | 'salary.talentUnknown') => ({
      share: settings.unknown.salary,
      reason: { key, values } as const,
    })
    if (!offer) return unknown('salary.jobUnknown')
    if (wish?.min === undefined) return unknown('salary.talentUnknown')
    const share = salaryShare(offer, wish.min, settings)
    const by = wish.min - (offer.max ?? Infinity)
    // Compared as whole fen: a fraction of a fen must not decide.
    if (by > 0 && by > Math.round((offer.max ?? 0) * settings.salaryTolerance)) {
      const isNear = by <= Math.round(offer.max! * (settings.salaryTolerance + settings.near.salary))
      return { share, failure: { by, unit: 'fen', isNear }, reason: { key: 'salary.below', values: { ...values, by } } }
    }
    return { share, reason: explainFit(offer, wish.min, values) }
  },
})

function explainFit(offer: Pay, wish: Fen, values: Values): Reason {
  if (wish <= (offer.min ?? 0)) return { key: 'salary.met', values }
  if (offer.max === undefined) return { key: 'salary.openTop', values: { ...values, by: wish - offer.min! } }
  if (wish <= offer.max) return { key: 'salary.within', values }
  return { key: 'salary.tolerated', values: { ...values, by: wish - offer.max } }
}

const isMoney = (amount: Fen | undefined): amount is Fen =>
  amount !== undefined && Number.isFinite(amount) && amount >= 0

/** A range given the wrong way round is turned; what is no amount of money is left out. */
function inOrder(pay: Pay | undefined): Pay | undefined {
  const bounds = { ...(isMoney(pay?.min) && { min: pay.min }), ...(isMoney(pay?.max) && { max: pay.max }) }
  if (bounds.min === undefined && bounds.max === undefined) return undefined
  if (bounds.min === undefined || bounds.max === undefined || bounds.min <= bounds.max) return bounds
  return { min: bounds.max, max: bounds.min }
}

function salaryShare(offer: Pay, wish: Fen, settings: Settings): number {
  const bottom = offer.min ?? offer.max! / (1 + settings.openTop)
  const top = (offer.max ?? bottom * (1 + settings.openTop)) * (1 + settings.salaryTolerance)
  if (wish <= bottom) return 1
  return top <= bottom ? 0 : Math.max(0, (top - wish) / (top - bottom))
}

const prefix = (name: 'offer' | 'wish', pay: Pay | undefined) => ({
  ...(pay?.min !== undefined && { [`${name}Min`]: pay.min }),
  ...(pay?.max !== undefined && { [`${name}Max`]: pay.max }),
})
