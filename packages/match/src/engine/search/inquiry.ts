import type { Scene } from '../../aspect.ts'
import { type Side, TRAITS } from '../classes/index.ts'
import { type Asked, BROKEN, NEAR, POINTS, UNJUDGED, Verdicts } from '../classes/verdicts.ts'
import type { Question } from '../kernel/index.ts'
import { FOREIGN } from '../occupation/book.ts'
import { ShortLists } from '../occupation/short-lists.ts'
import type { Books } from '../segment/encoder.ts'
import { SIFTED, type Codes, type Segment, codeOf } from '../segment/segment.ts'
import { Best } from './best.ts'
import { ClassWalk } from './class-walk.ts'
import { Marks } from './marks.ts'
import { Shared } from './shared.ts'
import { ANY_SKILL, type Sieve } from './sieve.ts'

/** A record of the asking side. */
export type Asker = { segment: Segment; record: number }

/** A found record: segment times this, plus its number there. */
export const SEGMENT_SIZE = 2 ** 26

/** Parts of the points outside the short lists, by which their classes are taken in turn. */
const BANDS = [1, 0.7, 0.45, -1] as const

/** With fewer rows than this to a class, looking at every row costs less than looking at every class. */
const ROWS_PER_CLASS = 8

/** For fewer rows than this it does not pay to work out the least mass of skills. */
const FEW = 8

/** One side asking the other, one question at a time. */
export class Inquiry {
  readonly #asks: Side
  readonly #sieve: Sieve
  readonly #verdicts: Verdicts[]
  readonly #walk: ClassWalk
  readonly #shared: { skills: Shared; words: Shared }
  readonly #judged = new Marks()
  /** What is asked beside the occupation and the words. */
  #asked: Asked[] = []
  #rows: Uint16Array[] = []
  /** Traits that can say something to this asker, and those of them that the sieve has not decided. */
  #active: number[] = []
  #unsifted: number[] = []
  #current: number[] = []
  #question!: Question
  /** The most points that the traits can give. */
  #openTraits = 0
  #mayMiss = 0
  /** Fewest points that still count for anything. */
  #leastNow = -1
  #fits!: Best
  #misses!: Best

  constructor(asks: Side, scene: Scene, books: Books, sieve: Sieve) {
    this.#asks = asks
    this.#sieve = sieve
    this.#verdicts = TRAITS.map((trait, i) => new Verdicts(trait, asks, books.traits[i]!, scene))
    this.#walk = new ClassWalk(new ShortLists(scene, asks, books.occupations))
    this.#shared = { skills: new Shared('skills', asks, scene, books), words: new Shared('words', asks, scene, books) }
  }

  /**
   * The best K that fit and the best that break one constraint by little, as numbers of {@link SEGMENT_SIZE}.
   *
   * @param segments the answering side. @param comesBefore order of two found records with equal points
   */
  ask(
    asker: Asker,
    wanted: { k: number; near: number },
    segments: readonly Segment[],
    comesBefore: (a: number, b: number) => boolean,
  ): { fits: Best; misses: Best } {
    this.#fits = new Best(wanted.k, comesBefore)
    this.#misses = new Best(wanted.near, comesBefore)
    this.#mayMiss = this.#misses.least === Infinity ? 0 : 1
    this.#leastNow = this.#least
    const { segment, record } = asker
    this.#prepare(segment, record)
    const open = this.#open()
    this.#walk.begin(segment.occupations, record)
    for (const [number, segment] of segments.entries())
      if (segment.classes) this.#askShortLists(segment, number, open)
      else this.#askUnsorted(segment, number)
    for (const [number, segment] of segments.entries()) if (segment.classes) this.#askRest(segment, number, open)
    this.#shared.skills.end()
    this.#shared.words.end()
    this.#fits.settle()
    this.#misses.settle()
    return { fits: this.#fits, misses: this.#misses }
  }

  #prepare(segment: Segment, record: number): void {
    const codes = Uint32Array.from(TRAITS, (_, trait) => codeOf(segment.codes, record, trait))
    this.#asked = this.#verdicts.map((verdicts, trait) => verdicts.ask(codes[trait]!))
    this.#rows = this.#asked.map(({ row }) => row)
    const isNear = this.#mayMiss > 0
    this.#question = this.#sieve.question(this.#asks, codes, this.#asked, isNear)
    this.#active = TRAITS.flatMap((_, trait) => (this.#asked[trait]!.isIdle ? [] : [trait]))
    this.#unsifted = this.#active.filter((trait) => isNear || !TRAITS[trait]!.isSifted)
    this.#shared.skills.begin(segment.skills, record)
    this.#shared.skills.spreadBits((skill) => this.#sieve.skillBit(skill))
    this.#shared.words.begin(segment.words, record)
  }

  /** The most points a record can get beside those of its occupation. */
  #open(): number {
    this.#openTraits = this.#asked.reduce((sum, { most }) => sum + most, 0)
    return this.#openTraits + this.#shared.skills.most + this.#shared.words.most
  }

  get #least(): number {
    return this.#mayMiss ? Math.min(this.#fits.least, this.#misses.least) : this.#fits.least
  }

  /** Classes whose points are known, best first, until none can reach the least that counts. */
  #askShortLists(segment: Segment, number: number, open: number): void {
    const { from, to } = segment.classes!
    this.#walk.eachListed((occupation, points) => {
      if (points + open < this.#leastNow) return false
      if (occupation < from.length) this.#askRows(segment, number, from[occupation]!, to[occupation]!, points, true)
      return true
    })
  }

  /**
   * The classes outside the short lists. Where their few points must be made up for by skills, only who shares enough of
   * them is looked at; otherwise all rows are.
   */
  #askRest(segment: Segment, number: number, open: number): void {
    const needed = this.#leastNow - this.#walk.mostOfRest - open
    const { skills } = this.#shared
    if (needed > 0) return
    if (needed + skills.most > skills.unknown && this.#askSharers(segment, number, open)) return
    if (segment.size.rows < this.#walk.size * ROWS_PER_CLASS) this.#sweep(segment, number)
    else this.#askAll(segment, number, open)
  }

  /** Whether the lists could tell who shares enough. */
  #askSharers(segment: Segment, number: number, open: number): boolean {
    const ceiling = this.#walk.mostOfRest
    const { skills } = this.#shared
    const needed = () => this.#leastNow - ceiling - (open - skills.most)
    this.#judged.begin(segment.size.records)
    this.#current = this.#active
    return skills.eachSharer(segment.postings!, needed, (record) => {
      if (this.#judged.isNew(record)) this.#consider(segment, number, record, ceiling, false)
    })
  }

  /** In the order of the rows, but what may give much before what cannot, so that the least rises soon. */
  #askAll(segment: Segment, number: number, open: number): void {
    const { order, from, to } = segment.classes!
    const ceilings = this.#walk.ceilingsOfRest()
    for (let band = 0; band + 1 < BANDS.length; band++) {
      const [above, below] = [BANDS[band]! * this.#walk.mostOfRest, BANDS[band + 1]! * this.#walk.mostOfRest]
      for (const occupation of order) {
        const ceiling = ceilings[occupation]!
        if (ceiling & FOREIGN || ceiling > above || ceiling <= below || ceiling + open < this.#leastNow) continue
        this.#askRows(segment, number, from[occupation]!, to[occupation]!, ceiling, false)
      }
    }
  }

  /** All rows, each with what its own class can give at most. */
  #sweep(segment: Segment, number: number): void {
    const ceilings = this.#walk.ceilingsOfRest()
    this.#askEach(segment, number, this.#walk.mostOfRest, (record) => highestOf(ceilings, segment.occupations, record))
  }

  /** A delta is small: a class that is on no short list gives no more than any of those. */
  #askUnsorted(segment: Segment, number: number): void {
    if (segment.size.rows === 0) return
    this.#walk.noteListed()
    this.#askEach(segment, number, this.#walk.mostOfAll, (record) => this.#walk.mostNoted(segment.occupations, record))
  }

  /** @param ceilingOf the most points of a record's occupation, below 0 when it is out */
  #askEach(segment: Segment, number: number, most: number, ceilingOf: (record: number) => number): void {
    const { skills, words } = this.#shared
    const open = this.#openTraits + skills.most + words.most
    this.#eachFound(segment, 0, segment.size.rows, most, (record) => {
      const ceiling = ceilingOf(record)
      if (ceiling >= 0 && ceiling + open >= this.#leastNow) this.#consider(segment, number, record, ceiling, false)
    })
  }

  #askRows(
    segment: Segment,
    number: number,
    from: number,
    to: number,
    occupationPoints: number,
    isExact: boolean,
  ): void {
    this.#eachFound(segment, from, to, occupationPoints, (record) =>
      this.#consider(segment, number, record, occupationPoints, isExact),
    )
  }

  /** Calls with the record of each row that the sieve lets through, some rows at a time, since the least rises meanwhile. */
  #eachFound(
    segment: Segment,
    from: number,
    to: number,
    occupationPoints: number,
    visit: (record: number) => void,
  ): void {
    const { kernel, sieve, found } = segment
    const { record, words } = segment.rows
    const { skills } = this.#shared
    this.#current = this.#unsifted
    for (let start = from; start < to; start += SIFTED) {
      const needed = this.#demandSkills(occupationPoints)
      const end = start + SIFTED < to ? start + SIFTED : to
      const passed = kernel.sift(sieve, start, end, this.#question, found.byteOffset)
      const least = passed < FEW ? 0 : skills.leastMass(needed)
      for (let at = 0; at < passed; at++) {
        const row = found[at]!
        if (least > 0 && skills.mostMass(words.skillsLow[row]!, words.skillsHigh[row]!) < least) continue
        visit(record[row]!)
      }
    }
  }

  /** Lets the sieve drop who shares none of the skills without which too few points are left; returns the points needed. */
  #demandSkills(occupationPoints: number): number {
    const { skills, words } = this.#shared
    const needed = this.#leastNow - occupationPoints - this.#openTraits - words.most
    const mask = skills.maskFor(needed)
    this.#question.skillsLowMask = mask ? mask.low : 0
    this.#question.skillsHighMask = mask ? mask.high : ANY_SKILL
    return needed
  }

  /** Judges one record as far as it can still reach the best: skills first, as they rule out most. */
  #consider(segment: Segment, number: number, record: number, occupationPoints: number, isExact: boolean): void {
    const { skills, words } = this.#shared
    const skilled = skills.points(segment.skills, record)
    if (occupationPoints + skilled + this.#openTraits + words.most >= this.#leastNow)
      this.#finish(segment, number, record, occupationPoints, skilled, isExact)
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
    const { words } = this.#shared
    const best = sifted & BROKEN ? this.#misses : this.#fits
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
    this.#leastNow = this.#least
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
        if (verdict === UNJUDGED) verdict = this.#verdicts[trait]!.decide(this.#asked[trait]!, answering)
        if (verdict >= NEAR && (++missed > this.#mayMiss || !(verdict & NEAR))) return -1
      }
      points += verdict & POINTS
    }
    return missed ? points | BROKEN : points
  }
}

/** The highest ceiling of a record's occupation classes; -1 when all of them are foreign or have been visited. */
function highestOf(ceilings: Uint16Array, { start, of }: Segment['occupations'], record: number): number {
  let highest = -1
  for (let at = start[record]!; at < start[record + 1]!; at++) {
    const ceiling = ceilings[of[at]!]!
    if (!(ceiling & FOREIGN) && ceiling > highest) highest = ceiling
  }
  return highest
}
