import { weighWord } from '../../corpus.ts'
import { IndexFull } from '../../errors.ts'
import { Numbering } from '../numbering.ts'

/** Words by number with their weights, and the records in which they were counted. */
export type VocabularyState = { words: string[]; hashes: Uint32Array; weights: Uint32Array; documents: number }

/** Numbers of words or skills, and in how many records of both sides each stands. */
export class Vocabulary {
  readonly words: string[]
  readonly #most: number
  readonly #kind: string
  readonly #numbers: Numbering
  #found: Uint32Array
  #documents = 0
  /** Whole thousandths by number, once the counting is over. */
  #weights: Uint32Array | undefined

  /** @param most words it can number. @param known words of an earlier time with their weights, to go on from. */
  constructor(kind: string, most: number, known?: VocabularyState) {
    this.#kind = kind
    this.#most = most
    this.words = known?.words ?? []
    this.#numbers = new Numbering((number) => this.words[number]!, known?.hashes)
    this.#found = new Uint32Array(Math.max(1024, this.words.length))
    this.#weights = known?.weights
    this.#documents = known?.documents ?? 0
  }

  /** @throws IndexFull */
  number(word: string): number {
    const found = this.#numbers.find(word)
    if (found >= 0) return found
    if (this.words.length >= this.#most) throw new IndexFull(this.#kind, this.words.length + 1)
    this.words.push(word)
    return this.#numbers.add(word)
  }

  /** Counts the distinct words of one record; after {@link weigh} nothing is counted any more. */
  count(numbers: readonly number[]): void {
    if (this.#weights || numbers.length === 0) return
    this.#documents++
    if (this.words.length > this.#found.length) {
      const grown = new Uint32Array(this.words.length * 2)
      grown.set(this.#found)
      this.#found = grown
    }
    for (const number of numbers) this.#found[number]!++
  }

  /** Ends the counting: from now on every word has its weight, and a new one the weight of a word never seen. */
  weigh(): void {
    this.#weights = Uint32Array.from(this.words, (_, number) => weighWord(this.#documents, this.#found[number]!))
  }

  weight(number: number): number {
    return this.#weights?.[number] ?? weighWord(this.#documents, 0)
  }

  weightOf(word: string): number {
    return this.weight(this.#numbers.find(word))
  }

  /** Records in which each word stood when the counting was over. */
  get counts(): Uint32Array {
    return this.#found.slice(0, this.words.length)
  }

  /** Of all words that are numbered now. */
  get weights(): Uint32Array {
    const known = this.#weights ?? new Uint32Array(0)
    if (known.length === this.words.length) return known
    const weights = new Uint32Array(this.words.length).fill(weighWord(this.#documents, 0))
    weights.set(known)
    return weights
  }

  get state(): VocabularyState {
    return { words: this.words, hashes: this.#numbers.hashes, weights: this.weights, documents: this.#documents }
  }
}
