import { IndexFull } from '../../errors.ts'
import { type Name, Numbering } from '../numbering.ts'

/** Classes are held in 32-bit columns, of which verdict rows are kept in memory: more than this is a mistake of the data. */
const MOST_CLASSES = 1 << 26

/** Parts by number, and the hashes of their names, those of the reserved ones apart. */
export type ClassesState<Part = unknown> = { parts: Part[]; hashes: Uint32Array }

/** Parts that one aspect tells apart, numbered in the order in which they came; equal names are one class. */
export class Classes<Part = unknown> {
  readonly parts: Part[]
  readonly #nameOf: (part: Part) => Name
  readonly #reserved: number
  readonly #numbers: Numbering

  /** @param known to go on from. @param reserved the first parts, which no other part is equal to */
  constructor(nameOf: (part: Part) => Name, known?: ClassesState<Part>, reserved: readonly Part[] = []) {
    this.#nameOf = nameOf
    this.#reserved = reserved.length
    this.parts = known?.parts ?? [...reserved]
    this.#numbers = new Numbering((number) => nameOf(this.parts[number + this.#reserved]!), known?.hashes)
  }

  /** @throws IndexFull */
  number(part: Part): number {
    const name = this.#nameOf(part)
    const found = this.#numbers.find(name)
    if (found >= 0) return found + this.#reserved
    if (this.parts.length >= MOST_CLASSES) throw new IndexFull('classes', this.parts.length + 1)
    this.#numbers.add(name)
    return this.parts.push(copyOf(part)) - 1
  }

  get size(): number {
    return this.parts.length
  }

  get state(): ClassesState<Part> {
    return { parts: this.parts, hashes: this.#numbers.hashes }
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
