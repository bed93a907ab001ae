/** Random numbers of one record: started anew for each, so that any record can be made without those before it. */
export type Dice = {
  /** @param stream which of the things made from one seed, a whole number; @param number which record of it */
  start: (seed: number, stream: number, number: number) => void
  /** 0 ≤ x < 1, in steps of 2⁻³². */
  roll: () => number
  /** A whole number from 0 to `count` − 1. */
  below: (count: number) => number
  happens: (probability: number) => boolean
  /** From the standard normal distribution. */
  normal: () => number
}

const UINT = 2 ** 32
/** After these the three starting words have reached every bit. */
const MIXING = 15

/** sfc32 of Chris Doty-Humphrey (PractRand); its words stay in an Int32Array, where they are never boxed. */
export function makeDice(): Dice {
  const words = new Int32Array(4)
  const next = (): number => {
    const b = words[1]!
    const c = words[2]!
    const sum = (words[0]! + b + words[3]!) | 0
    words[3] = words[3]! + 1
    words[0] = b ^ (b >>> 9)
    words[1] = c + (c << 3)
    words[2] = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  const roll = (): number => next() / UINT
  return {
    start(seed, stream, number) {
      words[0] = seed % UINT
      words[1] = number
      words[2] = Math.floor(seed / UINT) ^ (stream << 24)
      words[3] = 1
      for (let round = 0; round < MIXING; round++) next()
    },
    roll,
    below: (count) => Math.floor(roll() * count),
    happens: (probability) => roll() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll()),
  }
}
