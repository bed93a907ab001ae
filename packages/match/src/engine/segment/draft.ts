import { TRAITS } from '../classes/traits.ts'
import { SIEVE_WORDS } from '../kernel/index.ts'
import type { Encoded } from './encoder.ts'

/** A column of whole numbers below 2^32 that grows. */
export class Growing {
  #values = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length * 2)
    this.#values[this.length++] = value
  }

  get values(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }

  #grow(size: number): void {
    const values = this.#values
    this.#values = new Uint32Array(size)
    this.#values.set(values)
  }
}

/** Lists of whole numbers, one after the other: list r lies from `start[r]` up to `start[r + 1]`. */
export class Lists {
  readonly start = new Growing()
  readonly items = new Growing()

  constructor() {
    this.start.push(0)
  }

  push(list: ArrayLike<number>): void {
    for (let at = 0; at < list.length; at++) this.items.push(list[at]!)
    this.close()
  }

  /** Ends the list whose items have been pushed one by one. */
  close(): void {
    this.start.push(this.items.length)
  }
}

/** Records of one side in the order in which they came, to be laid out as a segment. */
export class Draft {
  readonly ids = new Lists()
  readonly codes = TRAITS.map(() => new Growing())
  /** In the order of {@link SIEVE_WORDS}. */
  readonly sieve = SIEVE_WORDS.map(() => new Growing())
  readonly occupations = new Lists()
  readonly skills = new Lists()
  readonly words = new Lists()
  /** Beside each word: how often it stands, until that is turned into its frequency. */
  readonly masses = new Growing()
  /** Words with repetition of each record. */
  readonly lengths = new Growing()

  get size(): number {
    return this.lengths.length
  }

  push({ id, codes, occupations, skills, words, counts, length }: Encoded): void {
    for (let at = 0; at < id.length; at++) this.ids.items.push(id.charCodeAt(at))
    this.ids.close()
    for (let trait = 0; trait < codes.length; trait++) this.codes[trait]!.push(codes[trait]!)
    this.occupations.push(occupations)
    this.skills.push(skills)
    this.words.push(words)
    for (const count of counts) this.masses.push(count)
    this.lengths.push(length)
  }

  /** Makes of how often each word stands its frequency in the text. */
  turnIntoFrequencies(frequency: (count: number, length: number) => number): void {
    const [start, masses, lengths] = [this.words.start.values, this.masses.values, this.lengths.values]
    for (let record = 0; record < this.size; record++)
      for (let at = start[record]!; at < start[record + 1]!; at++) masses[at] = frequency(masses[at]!, lengths[record]!)
  }

  /** @param work writes the words of the sieve for a record with these classes and skills */
  addSieve(work: (codes: Uint32Array, skills: Uint32Array, words: Uint32Array) => void): void {
    const columns = this.codes.map((column) => column.values)
    const [start, skills] = [this.skills.start.values, this.skills.items.values]
    const codes = new Uint32Array(columns.length)
    const words = new Uint32Array(this.sieve.length)
    for (let record = 0; record < this.size; record++) {
      for (let trait = 0; trait < columns.length; trait++) codes[trait] = columns[trait]![record]!
      work(codes, skills.subarray(start[record]!, start[record + 1]!), words)
      for (let word = 0; word < words.length; word++) this.sieve[word]!.push(words[word]!)
    }
  }
}
