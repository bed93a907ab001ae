import { type Columns, dayNumber } from '../store/columns.ts'
import type { Answer, Filters, Hit, Question, Wish } from '../types.ts'
import { type Attempt, type Reading, readQuestion } from './attempts.ts'
import { type Distances, distancesOf, nearest } from './distances.ts'
import { countFacets } from './facets.ts'
import type { Tools } from './groups.ts'
import { Ranking } from './ranking.ts'
import { Scores } from './scores.ts'
import { Sieve } from './sieve.ts'
import { countSteps } from './steps.ts'
import { filtersOf } from './wish.ts'

/** What being new adds to a record that answers the question wholly (1), and after how many days half of it is left. */
const NEWNESS = 0.15
const HALF_LIFE = 30
/** What a wish that holds adds where wishes only rank. */
const WISH = 0.3
const STEPS = 10_000
const OLD = 365
const NEW = Float32Array.from({ length: OLD + 1 }, (_, age) => STEPS * NEWNESS * 2 ** (-age / HALF_LIFE))
/** Room for the score below the key that a page is sorted by. */
const BELOW = 100_000
const FAR = 50_000
/** So few records offer a spelling that finds so many times more. */
const FEW = 50
const MANY_TIMES = 5

type Found = {
  attempt: Attempt
  number: number
  sieve: Sieve
  candidates: readonly number[]
  /** Of the candidates. */
  bits: Uint32Array
  slots: number[]
  isScored: boolean
}

/** Answers questions over the parts of an index. */
export class Answers {
  readonly #tools: Tools
  readonly #columns: Columns
  readonly #ids: readonly (string | undefined)[]
  readonly #scores: Scores

  constructor(tools: Tools, columns: Columns, ids: readonly (string | undefined)[]) {
    this.#tools = tools
    this.#columns = columns
    this.#ids = ids
    this.#scores = new Scores(tools.terms)
  }

  answer(question: Question, live: number): Answer {
    const reading = readQuestion(question, this.#tools)
    const found = this.#find(question, reading, live)
    const distances = distancesOf(question, this.#columns)
    const page = this.#rank(question, found, distances)
    const total = found.slots.length
    return {
      total,
      ...page,
      facets: countFacets(question.facets ?? [], this.#columns, found.sieve, found),
      steps: countSteps(question.steps ?? {}, this.#columns, found.sieve, found, distances),
      understood: reading.wishes.map((wish) => ({ ...wish, applied: found.attempt.strict.includes(wish.field) })),
      instead: withWishes(found.attempt.spelled ?? this.#better(question, reading, total, live), reading),
    }
  }

  all(question: Question, live: number): string[] {
    const { slots } = this.#find(question, readQuestion(question, this.#tools), live)
    return slots.map((slot) => this.#ids[slot]!)
  }

  /** The first reading that finds something, or the one that the page before was found by. */
  #find(question: Question, { wishes, attempts }: Reading, live: number): Found {
    const { after } = question
    const only = after && Math.min(after.attempt, attempts.length - 1)
    for (const [number, attempt] of attempts.entries()) {
      if (only !== undefined && number !== only) continue
      const found = this.#try(question, wishes, attempt(), live, number)
      if (found.slots.length > 0 || only !== undefined) return found
    }
    return this.#try(question, wishes, attempts[0]!(), live, 0)
  }

  #try(question: Question, wishes: readonly Wish[], attempt: Attempt, live: number, number: number): Found {
    const insisted = filtersOf(wishes.filter(({ field }) => attempt.strict.includes(field)))
    const wished = filtersOf(wishes.filter(({ field }) => !attempt.strict.includes(field)))
    const must = [question.filters ?? {}, insisted]
    const sieve = new Sieve(this.#columns, must, wished)
    const isScored = attempt.groups.length > 0
    const all = isScored
      ? this.#scores.collect(attempt.groups, this.#ids.length, live, attempt.loose)
      : this.#unscored(question, must, sieve)
    const candidates = this.#ids.length === live ? all : all.filter((slot) => this.#ids[slot] !== undefined)
    const bits = sieve.bitsOf(candidates)
    const { needed } = sieve
    const slots = needed === 0 ? candidates : candidates.filter((_, at) => (bits[at]! & needed) === needed)
    return { attempt, number, sieve, candidates, bits, slots, isScored }
  }

  /**
   * Where no words are asked for: what lies in the one place that is, or everything. A facet of places needs the
   * records elsewhere too, unless it is counted over everything there is, and so do steps of distance.
   */
  #unscored({ facets = [], steps }: Question, must: readonly Filters[], sieve: Sieve): number[] {
    const [place, another] = must.flatMap(({ codes, spots = [] }) => (codes?.place ? [...codes.place, ...spots] : []))
    const isCounted = (facets.includes('place') && sieve.filtersOf('place') !== sieve.needed) || steps?.km !== undefined
    if (place === undefined || another !== undefined || isCounted) return numbersTo(this.#ids.length)
    const value = this.#columns.find('place', place)
    if (value === undefined) return []
    const { pool, starts, counts } = this.#columns.inPlace
    return Array.from(pool.subarray(starts[value], starts[value]! + counts[value]!))
  }

  #rank(question: Question, found: Found, distances: Distances | undefined): Pick<Answer, 'hits' | 'next'> {
    const { after, limit } = question
    const on = after?.on ?? question.on
    const keyOf = this.#keys({ ...question, on }, found, distances)
    const ranking = new Ranking(limit + 1, after)
    for (const slot of found.slots) ranking.offer(slot, keyOf(slot), this.#ids[slot]!)
    const ranked = ranking.sorted()
    const hits = ranked.slice(0, limit).map(({ slot, id, key }): Hit => {
      const km = distances && nearest(this.#columns, slot, distances)
      return { id, score: key / STEPS, ...(km !== undefined && Number.isFinite(km) && { km }) }
    })
    const last = ranked[limit - 1]
    const next = ranked.length > limit && last ? { key: last.key, id: last.id, attempt: found.number, on } : null
    return { hits, next }
  }

  /** What a page is sorted by, higher first; whole numbers, because they are written into a position. */
  #keys(question: Question, { sieve, isScored }: Found, distances: Distances | undefined): (slot: number) => number {
    const today = dayNumber(question.on)
    const { days } = this.#columns
    const { total } = this.#scores
    const score = (slot: number): number => {
      const age = Math.min(OLD, Math.max(0, today - days[slot]!))
      const wished = sieve.wished === 0 ? 0 : bitCount(sieve.bitsOf([slot])[0]! & sieve.wished)
      const own = isScored ? total[slot]! : 0
      return Math.round(STEPS * (own + WISH * wished) + NEW[age]!)
    }
    const { sort = 'best' } = question
    if (sort === 'newest') return (slot) => this.#columns.days[slot]! * BELOW + score(slot)
    if (sort === 'pay') return (slot) => this.#columns.stated[slot]! * BELOW + score(slot)
    if (sort === 'near' && distances)
      return (slot) => -Math.min(FAR, Math.round(nearest(this.#columns, slot, distances) * 10)) * BELOW + score(slot)
    return score
  }

  /** A spelling offered beside a page that found little. */
  #better(question: Question, { respelled, wishes, attempts }: Reading, total: number, live: number): string | null {
    if (total === 0 || total > FEW || question.after) return null
    const spelled = respelled()
    if (spelled === undefined) return null
    const { slots } = this.#try(question, wishes, attempts[1]!(), live, 1)
    return slots.length > total * MANY_TIMES ? spelled : null
  }
}

/** The words spelled anew and what was understood, to be searched instead of what was typed. */
const withWishes = (spelled: string | null, { wishes }: Reading): string | null =>
  spelled && [...new Set([spelled, ...wishes.map(({ text }) => text)])].join(' ')

const numbersTo = (end: number): number[] => {
  const numbers: number[] = []
  for (let number = 0; number < end; number++) numbers.push(number)
  return numbers
}

const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
