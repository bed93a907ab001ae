import type { Scene } from '../../aspect.ts'
import type { Job, Talent } from '../../types.ts'
import type { Classes } from '../classes/classes.ts'
import { type Side, TRAITS, traitNumber, typeBits } from '../classes/traits.ts'
import type { Asked } from '../classes/verdicts.ts'
import type { Question } from '../kernel/index.ts'
import {
  ALL_TYPES,
  packMagnitudes,
  packMinimumMagnitudes,
  packMinimumOrdinals,
  packOrdinals,
  packTypes,
} from '../sieve-words.ts'

type TraitClasses = { jobs: Classes; talents: Classes }[]
type Site = Pick<Job, 'places' | 'remote'>
type Mobility = Pick<Talent, 'places' | 'home' | 'commuteKm' | 'remote'>

const [EDUCATION, EXPERIENCE, AVAILABILITY, SALARY, EMPLOYMENT, PLACE] = (
  ['education', 'experience', 'availability', 'salary', 'employment', 'place'] as const
).map(traitNumber) as [number, number, number, number, number, number]

/** Places of work with a bit of their own; the last bit stands for all others, and for work from anywhere. */
export const MOST_SITES = 31
const ELSEWHERE = 2 ** MOST_SITES
const EVERYWHERE = 0xffffffff

/** Bits that skills share, in two words; the last of the second is set in every row. */
const SKILL_BITS = 63
export const ANY_SKILL = 0x80000000

/** A bit for each skill, so that every bit is set in about as many records. @param counts records that have each skill */
export function spreadSkills(counts: Uint32Array): Uint8Array {
  const bits = new Uint8Array(counts.length)
  const load = new Float64Array(SKILL_BITS)
  const byCount = Uint32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b)
  for (const skill of byCount) {
    let lightest = 0
    for (let bit = 1; bit < SKILL_BITS; bit++) if (load[bit]! < load[lightest]!) lightest = bit
    bits[skill] = lightest
    load[lightest]! += counts[skill]!
  }
  return bits
}

/**
 * What the kernel compares: for every record five words of levels and bits, and for every question their minima and
 * masks. A row is dropped only when the definition surely breaks one of its constraints.
 */
export class Sieve {
  readonly #classes: TraitClasses
  readonly #scene: Scene
  readonly #sites: readonly string[]
  readonly #skillBits: Uint8Array
  /** Levels and bits by class, worked out once. */
  readonly #known = { jobs: TRAITS.map(() => [] as number[]), talents: TRAITS.map(() => [] as number[]) }
  readonly #wishMasks = new Map<string, number>()

  /**
   * @param sites division codes of the places of work that get a bit, at most {@link MOST_SITES}
   * @param skillBits of each skill, see {@link spreadSkills}
   */
  constructor(classes: TraitClasses, scene: Scene, sites: readonly string[], skillBits: Uint8Array) {
    this.#classes = classes
    this.#scene = scene
    this.#sites = sites.slice(0, MOST_SITES)
    this.#skillBits = skillBits
  }

  /** Writes the words of a record, in the order of SIEVE_WORDS. */
  words(side: Side, codes: Uint32Array, skills: ArrayLike<number>, words: Uint32Array): void {
    const levels = {
      education: this.#piece(side, EDUCATION, codes),
      years: this.#piece(side, EXPERIENCE, codes),
      availability: this.#piece(side, AVAILABILITY, codes),
    }
    words[0] = packOrdinals(levels, this.#piece(side, EMPLOYMENT, codes))
    words[1] = packMagnitudes(this.#piece(side, SALARY, codes))
    words[2] = this.#piece(side, PLACE, codes)
    words[3] = 0
    words[4] = ANY_SKILL
    for (let at = 0; at < skills.length; at++) {
      const bit = this.skillBit(skills[at]!)
      words[3 + (bit >> 5)]! |= 1 << (bit & 31)
    }
  }

  /** The bit of a skill among the 63 that all share; a skill that came later gets one by its number. */
  skillBit(skill: number): number {
    return this.#skillBits[skill] ?? skill % SKILL_BITS
  }

  /** @param isNear whether rows that miss one constraint by little must pass too */
  question(asks: Side, codes: Uint32Array, asked: readonly Asked[], isNear: boolean): Question {
    const least = (trait: number) => (isNear ? asked[trait]!.nearFrom : asked[trait]!.keptFrom)
    const levels = { education: least(EDUCATION), years: least(EXPERIENCE), availability: least(AVAILABILITY) }
    return {
      minimumOrdinals: packMinimumOrdinals(levels),
      types: packTypes(isNear ? ALL_TYPES : this.#piece(asks, EMPLOYMENT, codes)),
      minimumMagnitudes: packMinimumMagnitudes(least(SALARY)),
      placeMask: isNear ? EVERYWHERE : this.#piece(asks, PLACE, codes),
      skillsLowMask: 0,
      skillsHighMask: ANY_SKILL,
    }
  }

  #piece(side: Side, trait: number, codes: Uint32Array): number {
    const known = this.#known[side][trait]!
    const code = codes[trait]!
    return (known[code] ??= this.#work(side, trait, this.#classes[trait]![side].parts[code]))
  }

  #work(side: Side, trait: number, part: unknown): number {
    if (trait === EMPLOYMENT) return typeBits(part as Parameters<typeof typeBits>[0])
    if (trait === PLACE) return side === 'jobs' ? this.#sitesOf(part as Site) : this.#reachedBy(part as Mobility)
    return TRAITS[trait]!.levels!(this.#scene.asOf)[side].of(part)
  }

  #sitesOf({ places, remote }: Site): number {
    if (remote || places.length === 0) return ELSEWHERE
    let mask = 0
    for (const place of places) {
      const site = this.#sites.indexOf(place)
      mask |= site < 0 ? ELSEWHERE : 1 << site
    }
    return mask >>> 0
  }

  /** A place of work is kept when one of the wishes keeps it; only who has none is judged by the home. */
  #reachedBy(mobility: Mobility): number {
    if (mobility.places.length === 0) return this.#kept(mobility)
    let mask = ELSEWHERE
    for (const place of mobility.places) {
      const known = this.#wishMasks.get(place) ?? this.#kept({ places: [place] })
      this.#wishMasks.set(place, known)
      mask |= known
    }
    return mask >>> 0
  }

  #kept(mobility: Mobility): number {
    const { aspect } = TRAITS[PLACE]!
    let mask = ELSEWHERE
    for (const [bit, site] of this.#sites.entries())
      if (!aspect.judge({ places: [site] }, mobility, this.#scene).failure) mask |= 1 << bit
    return mask >>> 0
  }
}
