/** Random numbers that come out the same for the same seed, so that the made-up city can be made again. */
export interface Dice {
  /** 0 ≤ x < 1. */
  roll: () => number
  /** A whole number from 0 to `count` − 1. */
  below: (count: number) => number
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number
  /** True in `share` of a hundred cases. */
  happens: (share: number) => boolean
  oneOf: <T>(values: readonly T[]) => T
  /** The same values in another order. */
  shuffled: <T>(values: readonly T[]) => T[]
}

const UINT = 2 ** 32

/** The mulberry32 of Tommy Ettinger: 32 bits of state are plenty for some ten thousand records. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / UINT
  }
  const below = (count: number): number => Math.floor(roll() * count)
  return {
    roll,
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (share) => roll() * 100 < share,
    oneOf: (values) => values[below(values.length)]!,
    shuffled(values) {
      const list = [...values]
      for (let at = list.length - 1; at > 0; at--) {
        const other = below(at + 1)
        ;[list[at], list[other]] = [list[other]!, list[at]!]
      }
      return list
    },
  }
}

/**
 * `count` names in the measure of their shares, to the last one exact (largest remainders), in the order given.
 * @example apportion(10, { a: 66, b: 34 }) // seven times a, three times b
 */
export function apportion<K extends string>(count: number, shares: Readonly<Record<K, number>>): K[] {
  const names = Object.keys(shares) as K[]
  const total = names.reduce((sum, name) => sum + shares[name], 0)
  const exact = names.map((name) => (count * shares[name]) / (total || 1))
  const whole = exact.map(Math.floor)
  const missing = count - whole.reduce((sum, each) => sum + each, 0)
  const byRemainder = [...names.keys()].toSorted((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b)
  for (const at of byRemainder.slice(0, missing)) whole[at]! += 1
  return names.flatMap((name, at) => Array.from({ length: whole[at]! }, () => name))
}
