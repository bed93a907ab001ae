import { MOST_SLOTS, SLOT_SHIFT, type Terms } from '../store/terms.ts'
import type { Group, Variant } from './groups.ts'

const WEIGHT_MASK = (1 << SLOT_SHIFT) - 1
/** Rarity in quarters: a record that comes or goes does not move the others, and a later page goes on from the first. */
const STEP = 0.25
/** Share of the questions's weight that a loosely read record must have. */
const HALF = 0.5

const rarityOf = (frequency: number, live: number): number =>
  Math.max(STEP, Math.round(Math.log(1 + live / (frequency + 1)) / STEP) * STEP)

/** Adds up what records give to a question, group by group; the columns of numbers are used again for every question. */
export class Scores {
  /** Share of the question that the record in a slot answers, 0–1. */
  total = new Float32Array(0)
  #best = new Float32Array(0)
  #weight = new Float32Array(0)
  #stage = new Uint8Array(0)
  #weakest = new Uint8Array(0)
  readonly #terms: Terms

  constructor(terms: Terms) {
    this.#terms = terms
  }

  /** Slots of records that hold all groups, or, `loose`, half of the weight of those that any has. They may be dead. */
  collect(asked: readonly Group[], slots: number, live: number, loose: boolean): number[] {
    this.#prepare(slots)
    const groups = loose ? asked.filter(({ variants }) => variants.length > 0) : asked
    const rarities = groups.map((group) => rarityOf(this.#frequency(group), live))
    const all = rarities.reduce((sum, rarity) => sum + rarity, 0)
    const seen: number[] = []
    for (const [at, group] of groups.entries()) this.#addGroup(group, rarities[at]! / all, seen)
    // What is left to rounding in a sum of shares.
    const least = (loose ? HALF : 1) - 1e-3
    return seen.filter((slot) => this.#weight[slot]! >= least)
  }

  #prepare(slots: number): void {
    if (this.total.length < slots) {
      const length = Math.min(MOST_SLOTS, Math.max(slots, this.total.length * 2, 1 << 10))
      this.total = new Float32Array(length)
      this.#weight = new Float32Array(length)
      this.#best = new Float32Array(length)
      this.#stage = new Uint8Array(length)
      this.#weakest = new Uint8Array(length)
    }
    this.total.fill(0, 0, slots)
    this.#weight.fill(0, 0, slots)
  }

  #frequency({ variants }: Group): number {
    const counts = variants.slice(0, 2).map(({ terms }) => Math.min(...this.#counts(terms)))
    return Math.max(0, ...counts)
  }

  #counts(terms: readonly number[]): number[] {
    return terms.map((term) => this.#terms.postings.count(term))
  }

  #addGroup({ variants }: Group, share: number, seen: number[]): void {
    const touched: number[] = []
    for (const variant of variants)
      if (variant.terms.length === 1) this.#raise(variant.terms[0]!, variant.boost, touched)
      else this.#raiseAll(variant, touched)
    for (const slot of touched) {
      if (this.#weight[slot] === 0) seen.push(slot)
      this.#weight[slot]! += share
      this.total[slot]! += share * this.#best[slot]!
      this.#best[slot] = 0
    }
  }

  #raise(term: number, boost: number, touched: number[]): void {
    const { pool } = this.#terms.postings
    const start = this.#terms.postings.start(term)
    const end = start + this.#terms.postings.count(term)
    const scale = boost / WEIGHT_MASK
    for (let at = start; at < end; at++) {
      const posting = pool[at]!
      this.#lift(posting >>> SLOT_SHIFT, (posting & WEIGHT_MASK) * scale, touched)
    }
  }

  #lift(slot: number, worth: number, touched: number[]): void {
    const best = this.#best[slot]!
    if (best === 0) touched.push(slot)
    if (worth > best) this.#best[slot] = worth
  }

  /** Records with every term of a variant, worth what its weakest is. */
  #raiseAll({ terms, boost }: Variant, touched: number[]): void {
    const { postings } = this.#terms
    const order = terms.toSorted((a, b) => postings.count(a) - postings.count(b))
    const first: number[] = []
    for (const [stage, term] of order.entries()) {
      const end = postings.start(term) + postings.count(term)
      for (let at = postings.start(term); at < end; at++) {
        const posting = postings.pool[at]!
        const slot = posting >>> SLOT_SHIFT
        if (this.#stage[slot] !== stage) continue
        const worth = posting & WEIGHT_MASK
        if (stage === 0) first.push(slot)
        this.#stage[slot] = stage + 1
        this.#weakest[slot] = stage === 0 ? worth : Math.min(this.#weakest[slot]!, worth)
      }
    }
    for (const slot of first) {
      if (this.#stage[slot] === order.length) this.#lift(slot, (this.#weakest[slot]! * boost) / WEIGHT_MASK, touched)
      this.#stage[slot] = 0
    }
  }
}
