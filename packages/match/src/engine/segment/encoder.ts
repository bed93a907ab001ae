import { InvalidRecord } from '../../errors.ts'
import { broughtBy, preferredOf } from '../../factors/skill-items.ts'
import type { Job, OccupationGuess, Talent } from '../../types.ts'
import type { Classes } from '../classes/classes.ts'
import { TRAITS } from '../classes/traits.ts'
import type { OccupationBook } from '../occupation/book.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A record in numbers. The lists are used again for the next record. */
export type Encoded = {
  id: string
  /** Class in each of {@link TRAITS}. */
  codes: Uint32Array
  occupations: number[]
  /** Distinct skills, distinct words, and how often each word stands. */
  skills: number[]
  words: number[]
  counts: number[]
  /** Words with repetition. */
  length: number
}

export type Books = {
  /** Classes of each of {@link TRAITS}. */
  traits: { jobs: Classes; talents: Classes }[]
  occupations: { jobs: OccupationBook; talents: OccupationBook }
  skills: Vocabulary
  words: Vocabulary
}

/** Turns records into numbers, with one set of books for both sides. */
export class Encoder {
  readonly #books: Books
  readonly #encoded: Encoded = {
    id: '',
    codes: new Uint32Array(TRAITS.length),
    occupations: [],
    skills: [],
    words: [],
    counts: [],
    length: 0,
  }
  /** Which record last held each skill or word, and where. */
  readonly #skillsSeen = new Marks()
  readonly #wordsSeen = new Marks()

  constructor(books: Books) {
    this.#books = books
  }

  /** @throws InvalidRecord naming the field that is no number, or no share; IndexFull */
  job(job: Job): Encoded {
    checkNumbers(job.id, { years: job.years, 'age.min': job.age?.min, 'age.max': job.age?.max })
    checkConfidence(job.id, job.occupations)
    for (const [i, { partOf }] of TRAITS.entries())
      this.#encoded.codes[i] = this.#books.traits[i]!.jobs.number(partOf.jobs(job))
    const { title, occupations } = job
    this.#encoded.occupations.length = 0
    this.#encoded.occupations.push(this.#books.occupations.jobs.number({ title, occupations }))
    return this.#finish(job, preferredOf(job))
  }

  /** @throws InvalidRecord naming the field that is no number, or no share; IndexFull */
  talent(talent: Talent): Encoded {
    checkNumbers(talent.id, { years: talent.years, commuteKm: talent.commuteKm, born: talent.born })
    for (const [i, { partOf }] of TRAITS.entries())
      this.#encoded.codes[i] = this.#books.traits[i]!.talents.number(partOf.talents(talent))
    const { occupations } = this.#encoded
    occupations.length = 0
    for (const wish of talent.wishes) {
      checkConfidence(talent.id, wish.occupations)
      const number = this.#books.occupations.talents.number(wish)
      if (!occupations.includes(number)) occupations.push(number)
    }
    if (occupations.length === 0) occupations.push(this.#books.occupations.talents.number(undefined))
    return this.#finish(talent, broughtBy(talent))
  }

  #finish({ id, skills, terms }: Job | Talent, certificates: readonly string[]): Encoded {
    const encoded = this.#encoded
    encoded.id = id
    encoded.length = terms.length
    this.#listSkills(skills, certificates)
    this.#listWords(terms)
    this.#books.skills.count(encoded.skills)
    this.#books.words.count(encoded.words)
    return encoded
  }

  #listSkills(...lists: (readonly string[])[]): void {
    const { skills } = this.#encoded
    skills.length = 0
    this.#skillsSeen.next()
    for (const list of lists)
      for (const item of list) {
        const number = this.#books.skills.number(item)
        if (this.#skillsSeen.mark(number, skills.length) < 0) skills.push(number)
      }
  }

  #listWords(terms: readonly string[]): void {
    const { words, counts } = this.#encoded
    words.length = 0
    counts.length = 0
    this.#wordsSeen.next()
    for (const term of terms) {
      const number = this.#books.words.number(term)
      const place = this.#wordsSeen.mark(number, words.length)
      if (place < 0) counts[words.push(number) - 1] = 1
      else counts[place]!++
    }
  }
}

/** Remembers where in the current list a number stands, without being cleared between lists. */
class Marks {
  #list = 0
  #lists = new Uint32Array(1024)
  #places = new Uint32Array(1024)

  next(): void {
    this.#list++
  }

  /** The place of the number in this list, or -1 and the given place from now on. */
  mark(number: number, place: number): number {
    if (number >= this.#lists.length) this.#grow(number)
    if (this.#lists[number] === this.#list) return this.#places[number]!
    this.#lists[number] = this.#list
    this.#places[number] = place
    return -1
  }

  #grow(number: number): void {
    const [lists, places] = [this.#lists, this.#places]
    this.#lists = new Uint32Array(number * 2)
    this.#places = new Uint32Array(number * 2)
    this.#lists.set(lists)
    this.#places.set(places)
  }
}

/** A reading surer than sure would be closer than the tree allows. */
function checkConfidence(id: string, occupations: readonly OccupationGuess[]): void {
  for (const { confidence } of occupations)
    if (!(confidence >= 0 && confidence <= 1)) throw new InvalidRecord(id, 'confidence', confidence)
}

function checkNumbers(id: string, values: Record<string, number | undefined>): void {
  for (const field in values) {
    const value = values[field]
    if (value !== undefined && !Number.isFinite(value)) throw new InvalidRecord(id, field, value)
  }
}
