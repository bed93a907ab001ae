import { IndexFull } from '../errors.ts'

const TYPES = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const
export type ColumnType = keyof typeof TYPES
type Columns = { u8: Uint8Array; i8: Int8Array; u16: Uint16Array; i32: Int32Array; u32: Uint32Array; f64: Float64Array }
export type ColumnOf<T extends ColumnType> = Columns[T]

/** Where each column lies: enough to see an arena from another thread or to read it back from a file. */
export type ArenaPlan = { used: number; columns: Record<string, { type: ColumnType; offset: number; length: number }> }

/** An arena as another thread or a file needs it. */
export type ArenaState = { memory: WebAssembly.Memory; plan: ArenaPlan }

const PAGE = 65_536
/** Every column begins at a multiple of 64 bytes and is followed by as much, so that a vector may read past its end. */
const LINE = 64
/** The first page belongs to the kernel's own tables. */
const FIRST = PAGE
/** Most that WebAssembly can address, in pages. */
const MOST_PAGES = 65_536

const roundUp = (bytes: number): number => Math.ceil(bytes / LINE) * LINE

/** Named columns in one shared memory. */
export class Arena {
  readonly memory: WebAssembly.Memory
  readonly #columns: ArenaPlan['columns'] = {}
  #used = FIRST

  private constructor(memory: WebAssembly.Memory) {
    this.memory = memory
  }

  /** @param bytes room for columns. @throws IndexFull beyond 4 GiB, or when the machine has no such memory left */
  static ofSize(bytes: number): Arena {
    const pages = Math.ceil((FIRST + bytes) / PAGE)
    if (pages > MOST_PAGES) throw new IndexFull('bytes', bytes)
    try {
      return new Arena(new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true }))
    } catch {
      throw new IndexFull('bytes', bytes)
    }
  }

  /** The same columns in a memory that came from another thread or a file. */
  static from({ memory, plan }: ArenaState): Arena {
    const arena = new Arena(memory)
    arena.#used = plan.used
    Object.assign(arena.#columns, plan.columns)
    return arena
  }

  /** Bytes a column takes, padding included. */
  static bytesFor(type: ColumnType, length: number): number {
    return roundUp(TYPES[type].BYTES_PER_ELEMENT * length) + LINE
  }

  /** A new column of zeros. @throws IndexFull when 4 GiB do not hold it */
  add<T extends ColumnType>(name: string, type: T, length: number): ColumnOf<T> {
    const end = this.#used + Arena.bytesFor(type, length)
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / PAGE)
    if (missing > 0) this.#grow(missing, end)
    this.#columns[name] = { type, offset: this.#used, length }
    this.#used = end
    return this.column(name, type)
  }

  /** @throws Error when the arena has no such column, which is a mistake of the program */
  column<T extends ColumnType>(name: string, type: T): ColumnOf<T> {
    const found = this.#columns[name]
    if (found?.type !== type) throw new Error(`no column ${name} of ${type}`)
    return new TYPES[type](this.memory.buffer as unknown as ArrayBuffer, found.offset, found.length) as Columns[T]
  }

  get plan(): ArenaPlan {
    return { used: this.#used, columns: { ...this.#columns } }
  }

  get state(): ArenaState {
    return { memory: this.memory, plan: this.plan }
  }

  /** Bytes in use, the kernel's page and padding included. */
  get used(): number {
    return this.#used
  }

  /** Views of a shared memory stay valid when it grows. */
  #grow(pages: number, end: number): void {
    try {
      this.memory.grow(pages)
    } catch {
      throw new IndexFull('bytes', end)
    }
  }
}
