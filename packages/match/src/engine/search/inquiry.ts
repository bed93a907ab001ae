import type { Scene } from '../../aspect.ts'
import type { Side } from '../classes/index.ts'
import type { Question } from '../kernel/index.ts'
import { FOREIGN } from '../occupation/book.ts'
import { ShortLists } from '../occupation/short-lists.ts'
import type { Books } from '../segment/encoder.ts'
import { SIFTED, type Segment } from '../segment/segment.ts'
import type { Best } from './best.ts'
import { Candidates, MOST_CANDIDATES } from './candidates.ts'
import { CeilingOrder } from './ceiling-order.ts'
import { ClassWalk } from './class-walk.ts'
import { type Asker, BATCH, Judge } from './judge.ts'
import { ListWalk } from './list-walk.ts'
import { Marks } from './marks.ts'
import { ROOM, type Ranking, Rankings } from './rankings.ts'
import { ANY_SKILL, type Sieve } from './sieve.ts'

/** Parts of the points outside the short lists, by which their classes are taken in turn. */
const BANDS = [1, 0.7, 0.45, -1] as const

/** With fewer rows than this to a class, going through the classes one by one costs more than looking at their rows. */
const ROWS_PER_CLASS = 8

/** Ranked rows that are sifted at a time. */
const RANKED = 128

/** Candidates that are collected before they are judged: few at first, so that there is soon a least that counts. */
const FIRST_WAVE = 128

/** When more than so many wait, all are judged. */
const MOST_WAITING = (MOST_CANDIDATES - FIRST_WAVE) / 2

/** Rows that the kernel goes through, and where it notes those that pass. */
type Sifted = Pick<Segment, 'kernel' | 'sieve' | 'found'>

/** One side asking the other, one question at a time. */
export class Inquiry {
  readonly #asks: Side
  readonly #sieve: Sieve
  readonly #walk: ClassWalk
  readonly #judge: Judge
  /** Rows of the short lists, and of all other classes. */
  readonly #listed: Rankings
  readonly #others: Rankings
  readonly #sharers = new Marks()
  readonly #candidates = new Candidates()
  #wave = FIRST_WAVE
  #question!: Question

  /** @param room rows that are kept in the order in which an asker's occupations call for them */
  constructor(asks: Side, scene: Scene, books: Books, sieve: Sieve, room = ROOM) {
    this.#listed = new Rankings(room)
    this.#others = new Rankings(room)
    this.#asks = asks
    this.#sieve = sieve
    this.#walk = new ClassWalk(new ShortLists(scene, asks, books.occupations))
    this.#judge = new Judge(asks, scene, books, this.#walk)
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
    const judge = this.#judge
    judge.begin(asker, wanted, comesBefore)
    judge.skills.spreadBits((skill) => this.#sieve.skillBit(skill))
    this.#question = this.#sieve.question(this.#asks, judge.codes, judge.asked, judge.isNear)
    this.#walk.begin(asker.segment.occupations, asker.record)
    // A question that broke off has left its candidates behind.
    this.#candidates.clear()
    this.#wave = FIRST_WAVE
    for (const [number, segment] of segments.entries())
      if (segment.classes) this.#askShortLists(segment, number)
      else this.#askUnsorted(segment, number)
    for (const [number, segment] of segments.entries()) if (segment.classes) this.#askRest(segment, number)
    judge.end()
    return { fits: judge.fits, misses: judge.misses }
  }

  /** Classes whose points are known, best first, until none can reach the least that counts. */
  #askShortLists(segment: Segment, number: number): void {
    if (this.#hasSmallClasses(segment)) this.#askRanked(segment, number)
    else this.#askListed(segment, number)
    this.#judgeSifted(segment, number, Infinity, true)
  }

  /** @param most points of the first classes that are of interest */
  #askListed(segment: Segment, number: number, most = Infinity): void {
    const { from, to } = segment.classes!
    const { open } = this.#judge
    const walk = new ListWalk(this.#walk.listed)
    while (walk.step()) {
      const { occupation, points } = walk
      if (points + open < this.#judge.least) return
      if (points <= most && occupation < from.length)
        this.#askRows(segment, number, from[occupation]!, to[occupation]!, points, true)
    }
  }

  #askRanked(segment: Segment, number: number): void {
    const { listed } = this.#walk
    const ranking = this.#listed.of(segment, listed, () => new ListWalk(listed))
    const beyond = this.#askRanking(ranking, segment, number, true)
    if (beyond !== undefined) this.#askListed(segment, number, beyond)
  }

  /** @returns points of the classes that the ranking has no room for, if they are of interest */
  #askRanking(ranking: Ranking, segment: Segment, number: number, isExact: boolean): number | undefined {
    const { open } = this.#judge
    const { rows, points, found } = ranking
    for (let from = 0, to = 0; (to = ranking.reach(from + RANKED)) > from; from = to) {
      if (points[from]! + open < this.#judge.least) return undefined
      const passed = this.#sift(ranking, from, to, points[from]!)
      for (let at = 0; at < passed; at++) this.#add(segment, rows, found[at]!, points[found[at]!]!)
      if (this.#candidates.size >= this.#wave) this.#judgeSifted(segment, number, BATCH, isExact)
    }
    return ranking.pointsBeyond
  }

  /**
   * The classes outside the short lists. Where their few points must be made up for by skills, only who shares enough of
   * them is looked at; otherwise all rows are.
   */
  #askRest(segment: Segment, number: number): void {
    const { skills, least, open } = this.#judge
    const needed = least - this.#walk.mostOfRest - open
    if (needed > 0) return
    if (needed + skills.most > skills.unknown && this.#askSharers(segment, number)) return
    if (this.#hasSmallClasses(segment)) this.#askOthers(segment, number)
    else this.#askAll(segment, number)
  }

  /** Whether the lists could tell who shares enough. */
  #askSharers(segment: Segment, number: number): boolean {
    const ceiling = this.#walk.mostOfRest
    const judge = this.#judge
    const candidates = this.#candidates
    const bound = ceiling + judge.pay + judge.skills.most
    // Where every record has one row, both go by the same numbers.
    const isRow = segment.size.rows === segment.size.records
    this.#sharers.begin(segment.size.records)
    const couldTell = judge.skills.eachSharer(
      segment.postings!,
      () => judge.least - ceiling - judge.rest - judge.pay,
      (record) => {
        if (!this.#sharers.isNew(record)) return
        if (isRow) this.#add(segment, segment.rows, record, ceiling)
        else candidates.push(record, ceiling, judge.pay, bound)
        if (candidates.size >= FIRST_WAVE) judge.judge(segment, number, candidates, Infinity, judge.active, false)
      },
    )
    judge.judge(segment, number, candidates, Infinity, judge.active, false)
    return couldTell
  }

  #hasSmallClasses({ size }: Segment): boolean {
    return size.rows < this.#walk.size * ROWS_PER_CLASS
  }

  /** In the order of the rows, but what may give much before what cannot, so that the least rises soon. */
  #askAll(segment: Segment, number: number): void {
    const { order, from, to } = segment.classes!
    const { open } = this.#judge
    const ceilings = this.#walk.ceilingsOfRest()
    for (let band = 0; band + 1 < BANDS.length; band++) {
      const [above, below] = [BANDS[band]! * this.#walk.mostOfRest, BANDS[band + 1]! * this.#walk.mostOfRest]
      for (const occupation of order) {
        const ceiling = ceilings[occupation]!
        if (ceiling & FOREIGN || ceiling > above || ceiling <= below || ceiling + open < this.#judge.least) continue
        this.#askRows(segment, number, from[occupation]!, to[occupation]!, ceiling, false)
      }
    }
    this.#judgeSifted(segment, number, Infinity, false)
  }

  #askOthers(segment: Segment, number: number): void {
    const { listed } = this.#walk
    // To bring the rows into an order costs more than looking at all of them once.
    if (!this.#others.isAskedAgain(segment, listed)) {
      this.#sweep(segment, number, this.#walk.mostOfRest)
      return
    }
    const { order } = segment.classes!
    const ranking = this.#others.of(segment, listed, () => new CeilingOrder(order, this.#walk.ceilingsOfRest()))
    const beyond = this.#askRanking(ranking, segment, number, false)
    if (beyond === undefined) this.#judgeSifted(segment, number, Infinity, false)
    else this.#sweep(segment, number, beyond)
  }

  /** All rows, each with what its own class can give at most. @param most points of the classes that are of interest */
  #sweep(segment: Segment, number: number, most: number): void {
    const ceilings = this.#walk.ceilingsOfRest()
    this.#askEach(segment, number, most, (record) => {
      const highest = highestOf(ceilings, segment.occupations, record)
      return highest > most ? -1 : highest
    })
  }

  /** A delta is small: a class that is on no short list gives no more than any of those. */
  #askUnsorted(segment: Segment, number: number): void {
    if (segment.size.rows === 0) return
    this.#walk.noteListed()
    this.#askEach(segment, number, this.#walk.mostOfAll, (record) => this.#walk.mostNoted(segment.occupations, record))
  }

  /** @param ceilingOf the most points of a record's occupation, below 0 when it is out */
  #askEach(segment: Segment, number: number, most: number, ceilingOf: (record: number) => number): void {
    const { size, rows, found } = segment
    const { open } = this.#judge
    for (let from = 0; from < size.rows; from += SIFTED) {
      const passed = this.#sift(segment, from, Math.min(from + SIFTED, size.rows), most)
      for (let at = 0; at < passed; at++) {
        const ceiling = ceilingOf(rows.record[found[at]!]!)
        if (ceiling >= 0 && ceiling + open >= this.#judge.least) this.#add(segment, rows, found[at]!, ceiling)
      }
      if (this.#candidates.size >= this.#wave) this.#judgeSifted(segment, number, BATCH, false)
    }
    this.#judgeSifted(segment, number, Infinity, false)
  }

  #askRows(segment: Segment, number: number, from: number, to: number, occupation: number, isExact: boolean): void {
    const { rows, found } = segment
    for (let start = from; start < to; start += SIFTED) {
      const passed = this.#sift(segment, start, start + SIFTED < to ? start + SIFTED : to, occupation)
      for (let at = 0; at < passed; at++) this.#add(segment, rows, found[at]!, occupation)
      if (this.#candidates.size >= this.#wave) this.#judgeSifted(segment, number, BATCH, isExact)
    }
  }

  /** Adds a candidate if it can reach the best. */
  #add({ skills }: Segment, { record, words }: Segment['rows'], row: number, occupation: number): void {
    const judge = this.#judge
    const pay = judge.payOf(words.magnitudes[row]!)
    const skilled = judge.skills.mostPoints(words.skillsLow[row]!, words.skillsHigh[row]!, skills.total, record[row]!)
    const bound = occupation + pay + skilled
    if (bound + judge.rest >= judge.least) this.#candidates.push(record[row]!, occupation, pay, bound)
  }

  /** @param most candidates that are judged now; the others wait, because the least may rise beyond them */
  #judgeSifted(segment: Segment, number: number, most: number, isExact: boolean): void {
    const candidates = this.#candidates
    this.#judge.judge(segment, number, candidates, most, this.#judge.unsifted, isExact)
    // Where most of them stay, they are not to be looked through again and again.
    if (candidates.size > MOST_WAITING) this.#judgeSifted(segment, number, Infinity, isExact)
    this.#wave = 2 * candidates.size + FIRST_WAVE
  }

  /** Lets the rows through that may reach the best with so many points for the occupation: how many have been found. */
  #sift({ kernel, sieve, found }: Sifted, from: number, to: number, occupation: number): number {
    this.#demandSkills(occupation)
    return kernel.sift(sieve, from, to, this.#question, found.byteOffset)
  }

  /** Lets the sieve drop who shares none of the skills without which too few points are left. */
  #demandSkills(occupationPoints: number): void {
    const { skills, least, rest, pay } = this.#judge
    const mask = skills.maskFor(least - occupationPoints - rest - pay)
    this.#question.skillsLowMask = mask ? mask.low : 0
    this.#question.skillsHighMask = mask ? mask.high : ANY_SKILL
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
