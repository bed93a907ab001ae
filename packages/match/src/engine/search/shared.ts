import type { Scene } from '../../aspect.ts'
import { toPoints } from '../../definition.ts'
import { skillBag, textBag } from '../../factors/bags.ts'
import type { Side } from '../classes/index.ts'
import { firstWhere } from '../halving.ts'
import type { Books } from '../segment/encoder.ts'
import { FULL_REACH, type Postings } from '../segment/postings.ts'
import { ANY_SKILL } from './sieve.ts'
import { MASS_MASK, WORD_SHIFT } from '../segment/segment.ts'

type Lists = { start: Uint32Array; of: Uint16Array | Uint32Array; total: Uint32Array | Float64Array }
const BAGS = { skills: { bag: skillBag, factor: 'skills' }, words: { bag: textBag, factor: 'text' } } as const

/** Steps of the share of a whole mass for which the points are tabled, and what rounding can make of one. */
const BOUNDS = 256
const ROUNDING = 1e-6

/** Bits of skills as the sieve holds them. */
export type SkillMask = { low: number; high: number }
const NO_SKILL: SkillMask = { low: 0, high: 0 }

/**
 * Points for the skills or words that two records share. The asker's masses are spread out by item, each answerer adds
 * up its own; masses are whole numbers (see `bag.ts`).
 */
export class Shared {
  readonly #kind: 'skills' | 'words'
  readonly #isPacked: boolean
  readonly #asksForJob: boolean
  /** Points where both state something and share nothing. */
  readonly #nothing: number
  readonly #books: Books
  readonly #toPoints: (gained: number, total: number) => number
  /** Points where one side states nothing. */
  readonly unknown: number
  readonly #full: number
  /** Points for each of the {@link BOUNDS} steps of the share. */
  readonly #pointsByReach: Uint16Array
  #masses = new Uint32Array(1024)
  /** Bits of the heaviest n skills, for each n; points that all but those can give. */
  readonly #masks: SkillMask[] = [NO_SKILL]
  readonly #leftPoints: number[] = []
  /** 256 values for each of the eight bytes of the bits. */
  readonly #byteMasses = new Uint32Array(8 * 256)
  /** Steps of the share of the asker's mass that one unit of mass makes. */
  #steps = 0
  #asker: { lists: Lists; from: number; to: number; total: number } | undefined

  constructor(kind: 'skills' | 'words', asks: Side, { settings }: Scene, books: Books) {
    const { bag, factor } = BAGS[kind]
    const weight = settings.weights[factor]
    this.#kind = kind
    this.#isPacked = kind === 'words'
    this.#nothing = toPoints(bag.share(0, 1, settings), weight)
    this.#asksForJob = asks === 'jobs'
    this.#books = books
    this.#toPoints = (gained, total) => toPoints(bag.share(gained, total, settings), weight)
    this.unknown = toPoints(bag.unknown(settings), weight)
    this.#pointsByReach = Uint16Array.from({ length: BOUNDS + 1 }, (_, reach) => this.#toPoints(reach, BOUNDS))
    this.#full = Math.max(this.unknown, toPoints(1, weight))
  }

  /** The most points any record can get from this asker. */
  get most(): number {
    return this.#asker ? this.#full : this.unknown
  }

  begin(lists: Lists, record: number): void {
    // A question that broke off has left its masses behind.
    this.end()
    const [from, to] = [lists.start[record]!, lists.start[record + 1]!]
    this.#asker = from === to ? undefined : { lists, from, to, total: lists.total[record] ?? 0 }
    this.#steps = BOUNDS / (lists.total[record] ?? 1)
    const vocabulary = this.#books[this.#kind]
    if (this.#masses.length < vocabulary.words.length) {
      this.#masses = new Uint32Array(vocabulary.words.length * 2)
    }
    for (let at = from; at < to; at++) {
      const item = lists.of[at]!
      const number = this.#isPacked ? item >>> WORD_SHIFT : item
      const weight = vocabulary.weight(number)
      this.#masses[number] = this.#isPacked && !this.#asksForJob ? weight * (item & MASS_MASK) : weight
    }
  }

  end(): void {
    if (!this.#asker) return
    const { lists, from, to } = this.#asker
    const shift = this.#isPacked ? WORD_SHIFT : 0
    for (let at = from; at < to; at++) this.#masses[lists.of[at]! >>> shift] = 0
    this.#asker = undefined
  }

  points(lists: Lists, record: number): number {
    const from = lists.start[record]!
    const to = lists.start[record + 1]!
    return this.pointsOf(lists, record, from, to)
  }

  /** {@link points} of a record whose items are known to lie in [from, to) of the lists. */
  pointsOf(lists: Lists, record: number, from: number, to: number): number {
    if (this.#asker === undefined || from === to) return this.unknown
    const gained = this.#isPacked ? this.#sumWords(lists.of, from, to) : this.#sumSkills(lists.of, from, to)
    if (gained === 0) return this.#nothing
    return this.#toPoints(gained, this.#asksForJob ? this.#asker.total : lists.total[record]!)
  }

  /**
   * The most points that a record with these bits can get.
   *
   * @param totals of the answering side; only jobs have any
   */
  mostPoints(low: number, high: number, totals: Uint32Array, record: number): number {
    if (this.#asker === undefined || (low === 0 && high === ANY_SKILL)) return this.unknown
    const mass = this.#mostMass(low, high)
    if (mass === 0) return this.#nothing
    const reach = 1 + Math.floor(mass * (this.#asksForJob ? this.#steps : BOUNDS / totals[record]!) + ROUNDING)
    return this.#pointsByReach[reach > BOUNDS ? BOUNDS : reach]!
  }

  /**
   * The bits of those skills of which a record must have one to get the points: without all of them, too little is left
   * to share. Nothing when it may get them otherwise.
   */
  maskFor(needed: number): SkillMask | undefined {
    if (!this.#asker || needed <= this.unknown) return undefined
    let heaviest = 0
    while (heaviest < this.#leftPoints.length && this.#leftPoints[heaviest]! >= needed) heaviest++
    return this.#masks[heaviest]
  }

  /** The most mass that a record with these bits can share. */
  #mostMass(low: number, high: number): number {
    const masses = this.#byteMasses
    return (
      masses[low & 0xff]! +
      masses[0x100 | ((low >>> 8) & 0xff)]! +
      masses[0x200 | ((low >>> 16) & 0xff)]! +
      masses[0x300 | (low >>> 24)]! +
      masses[0x400 | (high & 0xff)]! +
      masses[0x500 | ((high >>> 8) & 0xff)]! +
      masses[0x600 | ((high >>> 16) & 0xff)]! +
      masses[0x700 | (high >>> 24)]!
    )
  }

  /** For every value of every byte of the bits the mass of the skills it stands for, each from the value without its highest bit. */
  #tabulate(bitMasses: Uint32Array): void {
    const masses = this.#byteMasses
    for (let bit = 0; bit < bitMasses.length; bit++) {
      const from = (bit >> 3) << 8
      const highest = 1 << (bit & 7)
      for (let rest = 0; rest < highest; rest++) masses[from + highest + rest] = masses[from + rest]! + bitMasses[bit]!
    }
  }

  /** Which bits the asker's skills have, the heaviest first, and what can still be got when none of those before is shared. */
  spreadBits(bitOf: (skill: number) => number): void {
    this.#masks.length = 1
    this.#leftPoints.length = 0
    if (!this.#asker) return
    const { lists, from, to, total } = this.#asker
    const skills = Array.from(lists.of.subarray(from, to)).sort((a, b) => this.#masses[b]! - this.#masses[a]!)
    let left = this.#asksForJob ? skills.reduce((sum, skill) => sum + this.#masses[skill]!, 0) : 0
    let { low, high } = NO_SKILL
    const bitMasses = new Uint32Array(64)
    for (const skill of skills) {
      // What a job's total is depends on the job, so for a talent every skill may be the one that tells.
      this.#leftPoints.push(this.#asksForJob ? this.#toPoints(left, total) : Infinity)
      left -= this.#masses[skill]!
      const bit = bitOf(skill)
      bitMasses[bit]! += this.#masses[skill]!
      if (bit < 32) low |= 1 << bit
      else high |= 1 << (bit - 32)
      this.#masks.push({ low: low >>> 0, high: high >>> 0 })
    }
    this.#tabulate(bitMasses)
  }

  /**
   * Calls with every record that may share so many skills that they give the points needed, perhaps more than once; false
   * when the lists cannot tell who those are, and nobody has been called. Only for skills.
   *
   * @param needed points, more than {@link unknown}; asked again between lists, since it rises
   */
  eachSharer(postings: Postings, needed: () => number, visit: (record: number) => void): boolean {
    if (!this.#asker) return true
    const { lists, from, to } = this.#asker
    const skills = Array.from(lists.of.subarray(from, to)).filter((skill) => skill + 1 < postings.start.length)
    if (!postings.reach) return this.#eachByWeight(skills, postings, needed, visit)
    this.#eachByReach(skills, postings, postings.reach, needed, visit)
    return true
  }

  /** The heaviest skill first: who has none of those before can share no more than what is left. */
  #eachByWeight(
    skills: number[],
    { start, record, isListed }: Postings,
    needed: () => number,
    visit: (record: number) => void,
  ): boolean {
    const { total } = this.#asker!
    skills.sort((a, b) => this.#masses[b]! - this.#masses[a]!)
    let left = skills.reduce((sum, skill) => sum + this.#masses[skill]!, 0)
    const leftFrom = skills.map((skill) => (left -= this.#masses[skill]!) + this.#masses[skill]!)
    const isOpen = (at: number) => this.#toPoints(leftFrom[at]!, total) >= needed()
    if (skills.some((skill, at) => !isListed[skill] && isOpen(at))) return false
    for (const [i, skill] of skills.entries()) {
      if (!isOpen(i)) break
      for (let at = start[skill]!; at < start[skill + 1]!; at++) visit(record[at]!)
    }
    return true
  }

  /** In the list of its heaviest shared skill a job stands by what it can share at most. */
  #eachByReach(
    skills: number[],
    { start, record }: Postings,
    reach: Uint16Array,
    needed: () => number,
    visit: (record: number) => void,
  ): void {
    for (const skill of skills) {
      const least = this.#leastReach(needed())
      for (let at = start[skill]!; at < start[skill + 1]! && reach[at]! >= least; at++) visit(record[at]!)
    }
  }

  /** The smallest share of a job's weight that gives the points: found by halving. */
  #leastReach(points: number): number {
    return firstWhere(0, FULL_REACH + 1, (reach) => this.#toPoints(reach, FULL_REACH) >= points)
  }

  #sumSkills(of: Lists['of'], from: number, to: number): number {
    const masses = this.#masses
    let gained = 0
    for (let at = from; at < to; at++) gained += masses[of[at]!]!
    return gained
  }

  #sumWords(of: Lists['of'], from: number, to: number): number {
    const masses = this.#masses
    let gained = 0
    if (this.#asksForJob)
      for (let at = from; at < to; at++) gained += masses[of[at]! >>> WORD_SHIFT]! * (of[at]! & MASS_MASK)
    else for (let at = from; at < to; at++) gained += masses[of[at]! >>> WORD_SHIFT]!
    return gained
  }
}
