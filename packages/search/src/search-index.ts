import { Columns } from './store/columns.ts'
import { Phrases } from './store/phrases.ts'
import { MOST_SLOTS, Terms } from './store/terms.ts'
import { Answers } from './question/answers.ts'
import { ALL_PARTS, type Parts } from './question/groups.ts'
import type { Answer, Document, Question } from './types.ts'

/** More records than slots; the index stays as it was. */
export class IndexFull extends Error {
  override readonly name = 'IndexFull'
}

/** Dead slots are swept when they are as many as this share of the live ones. */
const DEAD_SHARE = 0.25
const FEWEST_DEAD = 1000

/** Full-text search in memory over records that come and go; what it finds and counts is exact. */
export class SearchIndex {
  readonly #terms: Terms
  readonly #columns = new Columns()
  readonly #phrases = new Phrases()
  readonly #answers: Answers
  readonly #slots = new Map<string, number>()
  /** Id of the record in a slot; undefined where it has gone. */
  readonly #ids: (string | undefined)[] = []
  readonly #free: number[] = []
  #dead: number[] = []

  readonly #fewestDead: number

  /** @param parts for measures of what each part adds */
  constructor(parts: Parts = ALL_PARTS, { fewestDead = FEWEST_DEAD } = {}) {
    this.#fewestDead = fewestDead
    this.#terms = new Terms(parts)
    const tools = { terms: this.#terms, phrases: this.#phrases, parts }
    this.#answers = new Answers(tools, this.#columns, this.#ids)
  }

  get size(): number {
    return this.#slots.size
  }

  has(id: string): boolean {
    return this.#slots.has(id)
  }

  /**
   * Adds a record, or replaces the one with its id.
   * @throws IndexFull
   */
  put(document: Document): void {
    this.remove(document.id)
    const slot = this.#free.pop() ?? this.#ids.length
    if (slot >= MOST_SLOTS) throw new IndexFull()
    this.#ids[slot] = document.id
    this.#slots.set(document.id, slot)
    this.#terms.add(slot, document)
    this.#columns.add(slot, document)
    this.#phrases.add(slot, document)
  }

  /** Takes a record out, if it is there. */
  remove(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#ids[slot] = undefined
    this.#columns.remove(slot)
    this.#phrases.remove(slot)
    this.#dead.push(slot)
    if (this.#dead.length > Math.max(this.#fewestDead, this.#slots.size * DEAD_SHARE)) this.#sweep()
  }

  search(question: Question): Answer {
    return this.#answers.answer(question, this.#slots.size)
  }

  /** Ids of all records that a question finds, in no order; of its page nothing is asked. */
  matching(question: Omit<Question, 'limit' | 'after'>): string[] {
    return this.#answers.all({ ...question, limit: 0 }, this.#slots.size)
  }

  /** Completions of what is being typed: characters, pinyin or initials. */
  complete(typed: string, most: number): { text: string; count: number }[] {
    return this.#phrases.complete(typed, most)
  }

  /** Takes the dead out of the lists; their slots are given to others. */
  #sweep(): void {
    const isLive = (slot: number): boolean => this.#ids[slot] !== undefined
    this.#terms.purge(isLive)
    this.#columns.purge(isLive)
    this.#free.push(...this.#dead)
    this.#dead = []
  }
}
