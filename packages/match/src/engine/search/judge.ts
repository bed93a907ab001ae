import type { Scene } from '../../aspect.ts'
import { type Side, TRAITS, traitNumber } from '../classes/index.ts'
import { type Asked, BROKEN, NEAR, POINTS, STEP_BITS, UNJUDGED, Verdicts } from '../classes/verdicts.ts'
import type { Books } from '../segment/encoder.ts'
import { type Codes, type Segment, codeOf } from '../segment/segment.ts'
import { salaryOf } from '../sieve-words.ts'
import { Best } from './best.ts'
import { type Candidates, DISORDER } from './candidates.ts'
import type { ClassWalk } from './class-walk.ts'
import { Shared } from './shared.ts'

/** A record of the asking side. */
export type Asker = { segment: Segment; record: number }

/** A found record: segment times this, plus its number there. */
export const SEGMENT_SIZE = 2 ** 26

const SALARY = traitNumber('salary')

/** Candidates judged at a time. */
export const BATCH = 64

/** What one question wants of every record beside its occupation, and who has been found so far. */
export class Judge {
  readonly #verdicts: Verdicts[]
  readonly #walk: ClassWalk
  readonly skills: Shared
  readonly words: Shared
  asked: Asked[] = []
  codes = new Uint32Array(TRAITS.length)
  #rows: Uint16Array[] = []
  /** The most points of each step of pay. */
  #pays!: Uint16Array
  /** Traits that can say something to this asker, and those of them that the sieve has not decided. */
  active: number[] = []
  unsifted: number[] = []
  #current: number[] = []
  /** The most points that the pay can give, and the most that the other traits and the words can. */
  pay = 0
  rest = 0
  #mayMiss = 0
  /** Fewest points that still count for anything. */
  least = -1
  fits!: Best
  misses!: Best
  readonly #from = new Uint32Array(BATCH)
  readonly #to = new Uint32Array(BATCH)
  readonly #skilled = new Uint16Array(BATCH)
  readonly #left = new Uint16Array(BATCH)
  readonly #touched = new Uint16Array(BATCH)

  constructor(asks: Side, scene: Scene, books: Books, walk: ClassWalk) {
    this.#verdicts = TRAITS.map((trait, i) => new Verdicts(trait, asks, books.traits[i]!, scene))
    this.#walk = walk
    this.skills = new Shared('skills', asks, scene, books)
    this.words = new Shared('words', asks, scene, books)
  }

  /** Whether those who miss one constraint by little are asked for too. */
  get isNear(): boolean {
    return this.#mayMiss > 0
  }

  /** The most points that everything but the occupation can give. */
  get open(): number {
    return this.rest + this.pay + this.skills.most
  }

  begin(
    { segment, record }: Asker,
    wanted: { k: number; near: number },
    comesBefore: (a: number, b: number) => boolean,
  ): void {
    this.fits = new Best(wanted.k, comesBefore)
    this.misses = new Best(wanted.near, comesBefore)
    this.#mayMiss = this.misses.least === Infinity ? 0 : 1
    this.least = this.#leastOfBoth
    for (let trait = 0; trait < TRAITS.length; trait++) this.codes[trait] = codeOf(segment.codes, record, trait)
    this.asked = this.#verdicts.map((verdicts, trait) => verdicts.ask(this.codes[trait]!))
    this.#rows = this.asked.map(({ row }) => row)
    this.active = TRAITS.flatMap((_, trait) => (this.asked[trait]!.isIdle ? [] : [trait]))
    this.unsifted = this.active.filter((trait) => this.isNear || !TRAITS[trait]!.isSifted)
    this.skills.begin(segment.skills, record)
    this.words.begin(segment.words, record)
    this.pay = this.asked[SALARY]!.most
    this.#pays = this.asked[SALARY]!.mostBySteps!
    this.rest = this.asked.reduce((sum, { most }) => sum + most, this.words.most) - this.pay
  }

  /** The most points of pay for a row with this word of the sieve. */
  payOf(magnitudes: number): number {
    const step = salaryOf(magnitudes) >> STEP_BITS
    const most = this.#pays[step]!
    return most === UNJUDGED ? this.#verdicts[SALARY]!.mostAt(this.asked[SALARY]!, step) : most
  }

  end(): void {
    this.skills.end()
    this.words.end()
    this.fits.settle()
    this.misses.settle()
  }

  /**
   * Judges the best candidates of a segment as far as they can still reach the best, and forgets them and all that cannot.
   *
   * @param most candidates that are judged; those after them wait
   * @param traits that the sieve has not decided. @param isExact whether the points of the occupations are exact, not just
   *   the most they can be
   */
  judge(
    segment: Segment,
    number: number,
    candidates: Candidates,
    most: number,
    traits: number[],
    isExact: boolean,
  ): void {
    this.#current = traits
    const order = candidates.sort()
    const { bounds, size } = candidates
    let from = 0
    for (; from < size && from < most; from += BATCH) {
      if (bounds[order[from]!]! + DISORDER + this.rest < this.least) break
      this.#judgeSome(segment, number, candidates, order.subarray(from, Math.min(size, from + BATCH)), isExact)
    }
    if (from < most) candidates.clear()
    else candidates.dropBefore(from)
  }

  #judgeSome(segment: Segment, number: number, candidates: Candidates, places: Uint16Array, isExact: boolean): void {
    this.#fetchSkills(segment, candidates.records, places)
    const left = this.#addSkills(segment, candidates, places)
    this.#fetchTraits(segment, candidates.records, left)
    for (let at = 0; at < left; at++) {
      const place = this.#left[at]!
      this.#finish(
        segment,
        number,
        candidates.records[place]!,
        candidates.occupations[place]!,
        this.#skilled[at]!,
        isExact,
      )
    }
  }

  /**
   * What every candidate needs from memory is asked for before it is used, in loops that wait for none of it, so that the
   * waits for many of them pass at the same time.
   */
  #fetchSkills({ skills }: Segment, records: Uint32Array, places: Uint16Array): void {
    const { start, of } = skills
    const [from, to, touched] = [this.#from, this.#to, this.#touched]
    for (let at = 0; at < places.length; at++) {
      const record = records[places[at]!]!
      from[at] = start[record]!
      to[at] = start[record + 1]!
    }
    for (let at = 0; at < places.length; at++) touched[at] = of[from[at]!]! + of[to[at]! - 1]!
  }

  #fetchTraits({ codes }: Segment, records: Uint32Array, left: number): void {
    for (let at = 0; at < left; at++) this.#touched[at] = codes.of[records[this.#left[at]!]! * codes.stride]!
  }

  /** Notes the places and the points of those that can still reach the best: how many they are. */
  #addSkills({ skills }: Segment, { records, occupations, pays }: Candidates, places: Uint16Array): number {
    const least = this.least - this.rest
    let left = 0
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!
      const skilled = this.skills.pointsOf(skills, records[place]!, this.#from[at]!, this.#to[at]!)
      this.#left[left] = place
      this.#skilled[left] = skilled
      left += Number(occupations[place]! + pays[place]! + skilled >= least)
    }
    return left
  }

  /** The rest of a judgement; comparing titles comes last, because it costs most. */
  #finish(
    segment: Segment,
    number: number,
    record: number,
    occupationPoints: number,
    skilled: number,
    isExact: boolean,
  ): void {
    const sifted = this.#judgeTraits(segment.codes, record)
    if (sifted < 0) return
    const { words } = this
    const best = sifted & BROKEN ? this.misses : this.fits
    const least = best.least
    let points = (sifted & POINTS) + occupationPoints + skilled
    if (points + words.most < least) return
    points += words.points(segment.words, record)
    if (points < least) return
    if (!isExact) {
      const occupation = this.#walk.exactPoints(segment.occupations, record)
      if (occupation < 0) return
      points += occupation - occupationPoints
    }
    best.add(number * SEGMENT_SIZE + record, points)
    this.least = this.#leastOfBoth
  }

  get #leastOfBoth(): number {
    return this.#mayMiss ? Math.min(this.fits.least, this.misses.least) : this.fits.least
  }

  /** Points of the traits, with {@link BROKEN} when one constraint is missed by little; -1 when the record is out. */
  #judgeTraits({ of, stride, low, high }: Codes, record: number): number {
    const current = this.#current
    const rows = this.#rows
    const from = record * stride
    let points = 0
    let missed = 0
    for (let at = 0; at < current.length; at++) {
      const trait = current[at]!
      const upper = high[trait]!
      const answering = upper === 0 ? of[from + low[trait]!]! : of[from + low[trait]!]! + of[from + upper]! * 65_536
      let verdict = rows[trait]![answering]!
      if (verdict >= NEAR) {
        if (verdict === UNJUDGED) verdict = this.#verdicts[trait]!.decide(this.asked[trait]!, answering)
        if (verdict >= NEAR && (++missed > this.#mayMiss || !(verdict & NEAR))) return -1
      }
      points += verdict & POINTS
    }
    return missed ? points | BROKEN : points
  }
}
