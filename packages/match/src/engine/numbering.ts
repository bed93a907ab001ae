/** FNV-1a over UTF-16 units. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Numbers are looked up in less time than texts. */
export type Name = string | number

/**
 * Numbers of names. The names stay with their owner; their hashes by number are all that another thread or a file needs.
 * What was numbered before is found by its hash, so whoever opens a large table neither reads its names nor waits for a
 * map of them; what has been asked for or added here is in a map.
 */
export class Numbering {
  readonly #nameOf: (number: number) => Name
  readonly #met = new Map<Name, number>()
  #hashes: Uint32Array
  #size: number
  /** Number + 1 of what was numbered before, by hash; 0 is free. */
  readonly #slots: Uint32Array

  /** @param nameOf the name of a number. @param known hashes of those that are numbered already */
  constructor(nameOf: (number: number) => Name, known: Uint32Array = new Uint32Array(0)) {
    this.#nameOf = nameOf
    this.#hashes = known
    this.#size = known.length
    this.#slots = slotsOf(known)
  }

  /** The number of a name; -1 when it has none. */
  find(name: Name): number {
    const met = this.#met.get(name)
    if (met !== undefined) return met
    const number = this.#findKnown(name)
    if (number >= 0) this.#met.set(name, number)
    return number
  }

  /** Gives the next number to a name that has none. */
  add(name: Name): number {
    if (this.#size === this.#hashes.length) {
      const hashes = new Uint32Array(Math.max(FIRST_ROOM, this.#size * 2))
      hashes.set(this.#hashes)
      this.#hashes = hashes
    }
    this.#hashes[this.#size] = hashOf(String(name))
    this.#met.set(name, this.#size)
    return this.#size++
  }

  /** The hash of each number's name. */
  get hashes(): Uint32Array {
    return this.#hashes.slice(0, this.#size)
  }

  #findKnown(name: Name): number {
    const slots = this.#slots
    if (slots.length === 0) return -1
    const last = slots.length - 1
    const hash = hashOf(String(name))
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = slots[slot]! - 1
      if (number < 0 || (this.#hashes[number] === hash && this.#nameOf(number) === name)) return number
    }
  }
}

const FIRST_ROOM = 256

/** An open table of a power of two, at least a third of it free. */
function slotsOf(hashes: Uint32Array): Uint32Array {
  if (hashes.length === 0) return new Uint32Array(0)
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(hashes.length * 1.5 + 1)))
  const last = slots.length - 1
  for (let number = 0; number < hashes.length; number++) {
    let slot = hashes[number]! & last
    while (slots[slot] !== 0) slot = (slot + 1) & last
    slots[slot] = number + 1
  }
  return slots
}
