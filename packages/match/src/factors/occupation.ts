import { type TitleVector, occupation as occupationOf, sharedLevel } from '@renshu/codes'
import { type Scene, aspect, because } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'
import type { Settings } from '../settings.ts'
import type { Job, OccupationGuess, Talent } from '../types.ts'

type Wish = Talent['wishes'][number]
/** A title and what it was read as: what a job offers and what a talent wishes for have the same shape. */
export type Offer = Pick<Job, 'title' | 'occupations'>
/** The vectors of two titles, for whoever has them at hand, and the dot product of their directions, if that is. */
type KnownTitles = { offered: TitleVector; wished: TitleVector; dot: number | undefined }
type Common = { closeness: number; level: 0 | 1 | 2 | 3 | 4; code: string }
type Comparison = { share: number; common: Common | undefined; wish: Wish }

/**
 * How close a wished occupation is to the one on offer, 0–1: the common level in the 大典 tree, as sure as the less sure
 * of the two readings, and the learned similarity of the two titles, in the proportion the settings give.
 */
function compareOccupations(offer: Offer, wish: Wish, scene: Scene, known?: KnownTitles): Comparison {
  const common = deepestCommon(offer.occupations, wish.occupations, scene.settings.tree)
  return {
    share: areEqual(offer, wish) ? 1 : shareOf(common, similarityOf(offer, wish, scene, known), scene.settings),
    common,
    wish,
  }
}

const shareOf = (common: Common | undefined, similarity: number, { titlePart }: Settings): number =>
  common ? (1 - titlePart) * common.closeness + titlePart * similarity : similarity

/** Of the two titles, 0–1 from the floor on. */
function similarityOf(offer: Offer, wish: Wish, { settings, titles }: Scene, known?: KnownTitles): number {
  const raw = known
    ? titles.similarity(known.offered, known.wished, known.dot)
    : titles.similarity(titles.vector(offer.title), titles.vector(wish.title))
  return Math.max(0, (raw - settings.titleFloor) / (1 - settings.titleFloor))
}

const areEqual = (offer: Offer, wish: Wish): boolean => offer.title !== '' && offer.title === wish.title

/** The pair of readings that stand closest in the tree; undefined when one side has none. */
function deepestCommon(offered: OccupationGuess[], wished: OccupationGuess[], tree: Settings['tree']) {
  let best: Common | undefined
  for (const a of offered)
    for (const b of wished) {
      const sure = Math.min(a.confidence, b.confidence)
      // Closeness only grows with the level: a pair as doubtful as this cannot come closer.
      if (best && tree[4] * sure <= best.closeness) continue
      const level = sharedLevel(a.code, b.code)
      const closeness = tree[level] * sure
      if (!best || closeness > best.closeness) best = { closeness, level, code: a.code }
    }
  return best
}

/**
 * The best of the talent's wishes counts, the earlier one among equals. A job that is foreign to every wish is out of the
 * question; a doubtful reading on either side rules nobody out.
 */
export const occupation = aspect<Offer, Wish[]>({
  ofJob: ({ title, occupations }) => ({ title, occupations }),
  ofTalent: (talent) => talent.wishes,
  judge(offer, wishes, scene) {
    let best: Comparison | undefined
    let isForeign = true
    for (const wish of wishes) {
      const compared = compareOccupations(offer, wish, scene)
      isForeign &&= isSurelyForeign(offer, compared, scene.settings)
      if (!best || compared.share > best.share) best = compared
    }
    if (!best) return { share: scene.settings.unknown.occupation, explain: because('occupation.unknown') }
    const { share } = best
    if (!isForeign) return { share, explain: becauseCompared(offer, best, scene) }
    return { share, failure: { isNear: false }, explain: becauseForeign(offer, best, scene) }
  },
})

/** One wish alone, in numbers: the share it gives, and whether the job is foreign to it. */
export function judgeWish(
  offer: Offer,
  wish: Wish,
  scene: Scene,
  known?: KnownTitles,
): { share: number; isForeign: boolean } {
  const compared = compareOccupations(offer, wish, scene, known)
  return { share: compared.share, isForeign: isSurelyForeign(offer, compared, scene.settings) }
}

const surest = (guesses: OccupationGuess[]): number => guesses[0]?.confidence ?? 0

function isSurelyForeign(offer: Offer, { wish, common, share }: Comparison, settings: Settings): boolean {
  const sure = Math.min(surest(offer.occupations), surest(wish.occupations))
  return sure >= settings.sureReading && (common?.level ?? 0) < 2 && share < settings.leastOccupation
}

const valuesOf = (offer: Offer, wish: Wish, scene: Scene) => ({
  job: offer.title,
  wish: wish.title,
  similarity: Math.round(similarityOf(offer, wish, scene) * 100),
})

const becauseForeign =
  (offer: Offer, { wish }: Comparison, scene: Scene) =>
  (): Reason => ({
    key: 'occupation.foreign',
    values: valuesOf(offer, wish, scene),
  })

const becauseCompared =
  (offer: Offer, { wish, common }: Comparison, scene: Scene) =>
  (): Reason => {
    const values = valuesOf(offer, wish, scene)
    if (areEqual(offer, wish)) return { key: 'occupation.equal', values }
    if (!common || common.level === 0) return { key: 'occupation.title', values }
    const { code, level } = common
    return { key: `occupation.level${level}`, values: { ...values, name: nameAt(code, level) } }
  }

function nameAt(code: string, level: number): string {
  for (let node = occupationOf(code); node; node = node.parent ? occupationOf(node.parent) : undefined)
    if (node.level === level) return node.name
  return code
}
