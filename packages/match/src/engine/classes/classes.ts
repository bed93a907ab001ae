import { IndexFull } from '../../errors.ts'

type Key = string | number
/** Classes are held in 32-bit columns, of which verdict rows are kept in memory: more than this is a mistake of the data. */
const MOST_CLASSES = 1 << 26

/** Parts that one aspect tells apart, numbered in the order in which they came; equal keys are one class. */
export class Classes<Part = unknown> {
  readonly parts: Part[]
  readonly #keyOf: (part: Part) => Key
  readonly #reserved: number
  #numbers: Map<Key, number> | undefined

  /** @param known the parts of an earlier time, to go on from. @param reserved how many of them no other part is equal to */
  constructor(keyOf: (part: Part) => Key, known: Part[] = [], reserved = 0) {
    this.#keyOf = keyOf
    this.#reserved = reserved
    this.parts = known
  }

  /** Makes what is needed to find a part's number; otherwise the first part that comes has to wait for it. */
  prepare(): Map<Key, number> {
    if (this.#numbers) return this.#numbers
    const numbers = new Map<Key, number>()
    for (let number = this.#reserved; number < this.parts.length; number++)
      numbers.set(this.#keyOf(this.parts[number]!), number)
    return (this.#numbers = numbers)
  }

  /** @throws IndexFull */
  number(part: Part): number {
    const key = this.#keyOf(part)
    const numbers = this.#numbers ?? this.prepare()
    const found = numbers.get(key)
    if (found !== undefined) return found
    if (this.parts.length >= MOST_CLASSES) throw new IndexFull('classes', this.parts.length + 1)
    numbers.set(key, this.parts.length)
    return this.parts.push(copyOf(part)) - 1
  }

  get size(): number {
    return this.parts.length
  }
}

/** A class outlives the record that it was met in, and whoever holds the record may change it. */
function copyOf<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(copyOf) as Part
  const copy: Partial<Part> = {}
  for (const name in part) copy[name] = copyOf(part[name])
  return copy as Part
}
