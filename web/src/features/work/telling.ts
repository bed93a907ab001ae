import type { Fitness } from '@renshu/contracts'

type Reason = Fitness['reasons'][number]

/**
 * The reasons that tell people something, the weightiest first: what speaks for the pair with at least half of its
 * points, and what speaks against it with fewer and is not named as missing. Fillers stand in the whole list alone.
 */
export function tellingReasons({ reasons, missing }: Pick<Fitness, 'reasons' | 'missing'>): {
  good: Reason[]
  weak: Reason[]
} {
  const isMissing = ({ text }: Reason) => missing.some((each) => each.text === text)
  const told = reasons.filter(({ telling }) => telling).sort((one, other) => other.points - one.points)
  const isGood = ({ points, of }: Reason) => points * 2 >= of
  return { good: told.filter(isGood), weak: told.filter((reason) => !isGood(reason) && !isMissing(reason)) }
}
