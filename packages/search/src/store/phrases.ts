import { cleanTitle } from '@renshu/codes'
import { blurred, isHan, soundOf } from '../text/pinyin.ts'
import { wordsOf } from '../text/tokens.ts'
import type { Document } from '../types.ts'
import { Lists } from './lists.ts'

/** A title, a name, a skill or a word of them, and how it sounds. */
export type Phrase = { text: string; full: string; initials: string; count: number }

const LONGEST = 24
const SHORTEST_INITIALS = 2

/** What records are called and what that sounds like: for pinyin, for words written wrong, and for completions. */
export class Phrases {
  readonly #all: Phrase[] = []
  readonly #numbers = new Map<string, number>()
  /** By pinyin as speakers blur it, and by initials. */
  readonly #bySound = new Map<string, number[]>()
  readonly #byInitials = new Map<string, number[]>()
  /** By the first character, and by the first letter of the pinyin. */
  readonly #byStart = new Map<string, number[]>()
  readonly #ofSlot = new Lists()
  #longestSound = 0

  add(slot: number, document: Document): void {
    const title = cleanTitle(document.title).title
    const names = [title, ...(document.names ?? []), ...(document.skills ?? [])].map((name) => name.toLowerCase())
    for (const name of new Set(names.filter((text) => text !== '' && text.length <= LONGEST))) {
      const number = this.#learn(name)
      this.#all[number]!.count++
      this.#ofSlot.push(slot, number)
    }
  }

  remove(slot: number): void {
    const start = this.#ofSlot.start(slot)
    for (let at = 0; at < this.#ofSlot.count(slot); at++) this.#all[this.#ofSlot.pool[start + at]!]!.count--
    this.#ofSlot.clear(slot)
  }

  /** Texts that sound like what was typed in pinyin; those that sound exactly so alone, where there are any. */
  soundingLike(typed: string): string[] {
    const near = this.#texts(this.#bySound.get(blurred(typed)))
    const exact = near.filter(({ full }) => full === typed)
    return (exact.length > 0 ? exact : near).map(({ text }) => text)
  }

  /** Texts with these initials. */
  withInitials(typed: string): string[] {
    return this.#texts(this.#byInitials.get(typed)).map(({ text }) => text)
  }

  /** Names of records whose pinyin holds what was typed. */
  holdingSound(typed: string, most: number): string[] {
    const found = this.#all.filter(({ full, count }) => count > 0 && full.includes(typed))
    return found
      .toSorted(byCount)
      .slice(0, most)
      .map(({ text }) => text)
  }

  /** A run of pinyin in as few known words as possible; undefined where letters are left over. */
  splitSound(typed: string): string[] | undefined {
    const sound = blurred(typed)
    const best: (string[] | undefined)[] = [[]]
    for (let end = 1; end <= sound.length; end++)
      for (let from = Math.max(0, end - this.#longestSound); from < end; from++) {
        const before = best[from]
        const part = sound.slice(from, end)
        if (!before || !this.#bySound.has(part) || (best[end]?.length ?? Infinity) <= before.length + 1) continue
        best[end] = [...before, part]
      }
    return best[sound.length]
  }

  /** Names and words that are known; in no order. */
  texts(): IterableIterator<string> {
    return this.#numbers.keys()
  }

  /**
   * Names that begin with what was typed, in characters, pinyin or initials, the most frequent first; then those that
   * hold it further inside.
   */
  complete(typed: string, most: number): { text: string; count: number }[] {
    const wanted = typed.trim().toLowerCase()
    const first = this.#byStart.get(wanted[0] ?? '') ?? []
    const begins = first
      .map((number) => this.#all[number]!)
      .filter(
        ({ text, full, initials, count }) =>
          count > 0 && (text.startsWith(wanted) || full.startsWith(wanted) || initials.startsWith(wanted)),
      )
    const found = begins.toSorted(byCount).slice(0, most)
    if (found.length < most && wanted.length > 1) {
      const known = new Set(begins)
      const inside = this.#all.filter(
        (phrase) => phrase.count > 0 && phrase.text.includes(wanted) && !known.has(phrase),
      )
      found.push(...inside.toSorted(byCount).slice(0, most - found.length))
    }
    return found.map(({ text, count }) => ({ text, count }))
  }

  #texts(numbers: readonly number[] = []): Phrase[] {
    return numbers.map((number) => this.#all[number]!)
  }

  #learn(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#all.push({ text, ...soundOf(text), count: 0 }) - 1
    this.#numbers.set(text, number)
    this.#index(number)
    for (const word of wordsOf(text)) if (word.length > 1 && word.length < text.length) this.#learn(word)
    return number
  }

  #index(number: number): void {
    const { text, full, initials } = this.#all[number]!
    for (const start of new Set([text[0]!, full[0]!])) put(this.#byStart, start, number)
    if (!isHan(text)) return
    const sound = blurred(full)
    put(this.#bySound, sound, number)
    if (initials.length >= SHORTEST_INITIALS) put(this.#byInitials, initials, number)
    this.#longestSound = Math.max(this.#longestSound, sound.length)
  }
}

const byCount = (a: Phrase, b: Phrase): number => b.count - a.count || (a.text < b.text ? -1 : 1)

const put = (map: Map<string, number[]>, key: string, number: number): void => {
  const known = map.get(key)
  if (known) known.push(number)
  else map.set(key, [number])
}
