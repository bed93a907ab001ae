import { type Sound, soundOf } from '@renshu/search'

interface Entry<T> {
  value: T
  /** Everything it is found by, the name first. */
  words: readonly string[]
}

/** Width, case and spaces aside. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
/** One letter is the beginning of too much. */
const TYPED_SOUND = /^[a-z]{2,}$/

/** How well one word answers: 0 is the word itself, more is worse. */
const rankOfWord = (word: string, typed: string): number =>
  word === typed ? 0 : word.startsWith(typed) ? 1 : word.includes(typed) ? 2 : Infinity

const rankOfSound = ({ full, initials }: Sound, typed: string): number =>
  full.startsWith(typed) ? 1 : initials.startsWith(typed) ? 1.5 : Infinity

const lengthOf = ({ words }: Entry<unknown>): number => words[0]?.length ?? 0

/** A list one types into: by a part of a word, by pinyin or initials of the name, the nearest first. */
export class Finder<T> {
  readonly #entries: readonly Entry<T>[]
  #sounds: readonly Sound[] | undefined

  constructor(entries: readonly Entry<T>[]) {
    this.#entries = entries.map(({ value, words }) => ({ value, words: words.map(plain) }))
  }

  /** At most `most`; of equally near ones the shorter name first, then the order of the list. */
  find(text: string, most: number): T[] {
    const typed = plain(text)
    if (!typed) return []
    return this.#entries
      .map((entry, at) => ({ entry, rank: this.#rank(entry, at, typed) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank || lengthOf(a.entry) - lengthOf(b.entry))
      .slice(0, most)
      .map(({ entry: { value } }) => value)
  }

  #rank({ words }: Entry<T>, at: number, typed: string): number {
    const rank = Math.min(...words.map((word) => rankOfWord(word, typed)))
    return rank > 1 && TYPED_SOUND.test(typed) ? Math.min(rank, rankOfSound(this.#soundAt(at), typed)) : rank
  }

  /** Sounds take a moment to make: only for who types letters. */
  #soundAt(at: number): Sound {
    this.#sounds ??= this.#entries.map(({ words: [name = ''] }) => soundOf(name))
    return this.#sounds[at]!
  }
}
