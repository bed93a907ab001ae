import type { Fen } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import type { Reason, ReasonKey } from '../reasons/index.ts'
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
    if (!offer) return { share: settings.unknown.salary, explain: becausePay('salary.jobUnknown', offer, wish) }
    const least = wish?.min
    if (least === undefined)
      return { share: settings.unknown.salary, explain: becausePay('salary.talentUnknown', offer, wish) }
    const share = salaryShare(offer, least, settings)
    const by = least - (offer.max ?? Infinity)
    // Compared as whole fen: a fraction of a fen must not decide.
    if (by > 0 && by > Math.round((offer.max ?? 0) * settings.salaryTolerance)) {
      const isNear = by <= Math.round(offer.max! * (settings.salaryTolerance + settings.near.salary))
      return { share, failure: { by, unit: 'fen', isNear }, explain: becausePay('salary.below', offer, wish, by) }
    }
    return { share, explain: becauseKept(offer, wish, least) }
  },
})

const becausePay = (key: ReasonKey, offer: Pay | undefined, wish: Pay | undefined, by?: Fen) => (): Reason => ({
  key,
  values: { ...prefix('offer', offer), ...prefix('wish', wish), ...(by !== undefined && { by }) },
})

const becauseKept = (offer: Pay, wish: Pay | undefined, least: Fen) => (): Reason => {
  if (least <= (offer.min ?? 0)) return becausePay('salary.met', offer, wish)()
  if (offer.max === undefined) return becausePay('salary.openTop', offer, wish, least - offer.min!)()
  if (least <= offer.max) return becausePay('salary.within', offer, wish)()
  return becausePay('salary.tolerated', offer, wish, least - offer.max)()
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
