import { occupation, sharedLevel } from '@renshu/codes'
import { type Scene, aspect } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'
import type { Settings } from '../settings.ts'
import type { Job, OccupationGuess, Talent } from '../types.ts'

type Wish = Talent['wishes'][number]
type Offer = Pick<Job, 'title' | 'occupations'>
type Common = { closeness: number; level: 0 | 1 | 2 | 3 | 4; code: string }
type Comparison = { share: number; similarity: number; common: Common | undefined; wish: Wish }

/**
 * How close a wished occupation is to the one on offer, 0–1: the common level in the 大典 tree, as sure as the less sure
 * of the two readings, and the learned similarity of the two titles, in the proportion the settings give.
 */
function compareOccupations(offer: Offer, wish: Wish, { settings, titles }: Scene): Comparison {
  const common = deepestCommon(offer.occupations, wish.occupations, settings.tree)
  const raw = titles.similarity(titles.vector(offer.title), titles.vector(wish.title))
  const similarity = Math.max(0, (raw - settings.titleFloor) / (1 - settings.titleFloor))
  const share = common ? (1 - settings.titlePart) * common.closeness + settings.titlePart * similarity : similarity
  return { share: offer.title === wish.title ? 1 : share, similarity, common, wish }
}

/** The pair of readings that stand closest in the tree; undefined when one side has none. */
function deepestCommon(offered: OccupationGuess[], wished: OccupationGuess[], tree: Settings['tree']) {
  let best: Common | undefined
  for (const a of offered)
    for (const b of wished) {
      const level = sharedLevel(a.code, b.code)
      const closeness = tree[level] * Math.min(a.confidence, b.confidence)
      if (!best || closeness > best.closeness) best = { closeness, level, code: a.code }
    }
  return best
}

/**
 * The best of the talent's wishes counts, the earlier one among equals. A job that has nothing to do with any wish is
 * out of the question, but only when both sides could be read.
 */
export const occupationFactor = aspect<Offer, Wish[]>({
  ofJob: ({ title, occupations }) => ({ title, occupations }),
  ofTalent: (talent) => talent.wishes,
  judge(offer, wishes, scene) {
    let best: Comparison | undefined
    for (const wish of wishes) {
      const compared = compareOccupations(offer, wish, scene)
      if (!best || compared.share > best.share) best = compared
    }
    if (!best) return { share: scene.settings.unknown.occupation, reason: { key: 'occupation.unknown', values: {} } }
    const isForeign = best.common !== undefined && best.share < scene.settings.leastOccupation
    return {
      share: best.share,
      ...(isForeign && { failure: { isNear: false } }),
      reason: explainComparison(offer, best),
    }
  },
})

function explainComparison(offer: Offer, { wish, similarity, common }: Comparison): Reason {
  const values = { job: offer.title, wish: wish.title, similarity: Math.round(similarity * 100) }
  if (offer.title === wish.title) return { key: 'occupation.equal', values }
  if (!common || common.level === 0) return { key: 'occupation.title', values }
  const level = common.level
  return { key: `occupation.level${level}`, values: { ...values, name: nameAt(common.code, level) } }
}

function nameAt(code: string, level: number): string {
  for (let node = occupation(code); node; node = node.parent ? occupation(node.parent) : undefined)
    if (node.level === level) return node.name
  return code
}
