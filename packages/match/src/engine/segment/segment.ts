import { Arena, type ArenaState } from '../arena.ts'
import { GONE, TRAITS, traitNumber } from '../classes/traits.ts'
import { type Kernel, SIEVE_WORDS, type SieveColumns, loadKernel } from '../kernel/index.ts'
import { Ids } from './ids.ts'
import { type Postings, postingsOf } from './postings.ts'

/** Rows that are sifted at a time, and threads that may do so in one memory. */
export const SIFTED = 512
export const MOST_THREADS = 16
/** The kernel may write so many numbers too many. */
const SPILL = 16
export const FOUND_LENGTH = SIFTED + SPILL

/** A word's number in the upper 24 bits, its frequency (0–141, see `corpus.ts`) in the lower 8. */
export const WORD_SHIFT = 8
export const MASS_MASK = 0xff
export const MOST_WORDS = 2 ** 24
export const MOST_SKILLS = 2 ** 16

/**
 * The classes of each record in {@link TRAITS}, side by side, so that one look into memory brings all of them. A trait
 * takes 16 bits, or 32 where there are more classes than that.
 */
export type Codes = { of: Uint16Array; stride: number; low: Uint8Array; high: Uint8Array }

/** Records of one side in columns, and their rows: one for each record and occupation class. */
export type Segment = {
  arena: Arena
  kernel: Kernel
  ids: Ids
  size: { records: number; rows: number }
  codes: Codes
  occupations: { start: Uint32Array; of: Uint32Array }
  skills: { start: Uint32Array; of: Uint16Array; total: Uint32Array }
  words: { start: Uint32Array; of: Uint32Array; total: Float64Array }
  rows: { record: Uint32Array; words: Record<keyof SieveColumns, Uint32Array> }
  sieve: SieveColumns
  /** In a sorted segment, rows of each occupation class, and the classes in the order of the rows. */
  classes: { from: Uint32Array; to: Uint32Array; order: Uint32Array } | undefined
  /** Occupation class of each row in a segment that is not sorted. */
  occupationOf: Uint32Array | undefined
  /** In a sorted segment. */
  postings: Postings | undefined
  /** Row numbers that passed the sieve; every thread has its own. */
  found: Uint32Array
}

/** A segment as another thread or a file needs it. */
export type SegmentState = { arena: ArenaState; size: Segment['size'] }

const PLACE = traitNumber('place')

export const stateOf = ({ arena, size }: Segment): SegmentState => ({ arena: arena.state, size: { ...size } })

/** @param thread which of the scratch columns this thread may use, below {@link MOST_THREADS} */
export function openSegment(state: SegmentState, thread = 0): Segment {
  const { size } = state
  const arena = Arena.from(state.arena)
  const u32 = (name: string) => arena.column(name, 'u32')
  const perWord = <T>(of: (column: Uint32Array) => T) =>
    Object.fromEntries(SIEVE_WORDS.map((word) => [word, of(u32(`row.${word}`))])) as Record<keyof SieveColumns, T>
  const isSorted = 'class.first' in arena.plan.columns
  return {
    arena,
    kernel: loadKernel(arena.memory),
    ids: new Ids(arena),
    size,
    codes: codesOf(arena),
    occupations: { start: u32('occupation.start'), of: u32('occupation.of') },
    skills: { start: u32('skill.start'), of: arena.column('skill.of', 'u16'), total: u32('skill.total') },
    words: { start: u32('word.start'), of: u32('word.of'), total: arena.column('word.total', 'f64') },
    rows: { record: u32('row.record'), words: perWord((column) => column) },
    sieve: perWord((column) => column.byteOffset),
    occupationOf: isSorted ? undefined : u32('row.occupation'),
    classes: isSorted ? { from: u32('class.first'), to: u32('class.end'), order: u32('class.order') } : undefined,
    postings: postingsOf(arena),
    found: u32('found').subarray(thread * FOUND_LENGTH, (thread + 1) * FOUND_LENGTH),
  }
}

/** Bit t of the mask says that trait t takes 32 bits. */
export function addCodes(arena: Arena, records: number, wide: number): void {
  arena.add('code.wide', 'u32', 1)[0] = wide
  arena.add('code.of', 'u16', records * (TRAITS.length + bitCount(wide)))
}

const bitCount = (mask: number): number => TRAITS.reduce((count, _, trait) => count + ((mask >> trait) & 1), 0)

export function codesOf(arena: Arena): Codes {
  const [wide] = arena.column('code.wide', 'u32') as unknown as [number]
  const [low, high] = [new Uint8Array(TRAITS.length), new Uint8Array(TRAITS.length)]
  let stride = 0
  for (const trait of TRAITS.keys()) {
    low[trait] = stride++
    if ((wide >> trait) & 1) high[trait] = stride++
  }
  return { of: arena.column('code.of', 'u16'), stride, low, high }
}

/** The class of a record in one trait. */
export function codeOf({ of, stride, low, high }: Codes, record: number, trait: number): number {
  const at = record * stride
  // The first half of the first trait stands at 0, so 0 means that there is no upper half.
  return high[trait] === 0 ? of[at + low[trait]!]! : of[at + low[trait]!]! + of[at + high[trait]!]! * 2 ** 16
}

export function setCode({ of, stride, low, high }: Codes, record: number, trait: number, code: number): void {
  const at = record * stride
  of[at + low[trait]!] = code
  if (high[trait] !== 0) of[at + high[trait]!] = code >>> 16
}

export const isGone = (segment: Segment, record: number): boolean => codeOf(segment.codes, record, PLACE) === GONE

/** From now on no question finds the record. */
export const withdraw = (segment: Segment, record: number): void => setCode(segment.codes, record, PLACE, GONE)
