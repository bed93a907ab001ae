import type { Arena } from '../arena.ts'
import { GONE, TRAITS, traitNumber } from '../classes/traits.ts'
import { type Kernel, type SieveColumns, loadKernel } from '../kernel/index.ts'
import { Ids } from './ids.ts'
import { type Postings, postingsOf } from './postings.ts'

/** Rows that are sifted at a time, and threads that may do so in one memory. */
export const SIFTED = 4096
export const MOST_THREADS = 16
/** The kernel may write so many numbers too many. */
const SPILL = 16
export const FOUND_LENGTH = SIFTED + SPILL

/** A word's number in the upper 24 bits, its frequency (0–141, see `corpus.ts`) in the lower 8. */
export const WORD_SHIFT = 8
export const MASS_MASK = 0xff
export const MOST_WORDS = 2 ** 24
export const MOST_SKILLS = 2 ** 16

export type Codes = Uint16Array | Uint32Array

/** Records of one side in columns, and their rows: one for each record and occupation class. */
export type Segment = {
  arena: Arena
  kernel: Kernel
  ids: Ids
  size: { records: number; rows: number }
  /** Class of each record, for each trait. */
  codes: Codes[]
  occupations: { start: Uint32Array; of: Uint32Array }
  skills: { start: Uint32Array; of: Uint16Array; total: Uint32Array }
  words: { start: Uint32Array; of: Uint32Array; total: Uint32Array }
  rows: { record: Uint32Array; ordinals: Uint32Array; magnitudes: Uint32Array; places: Uint32Array }
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

const PLACE = traitNumber('place')

/** @param thread which of the scratch columns this thread may use */
export function openSegment(arena: Arena, size: Segment['size'], thread: number): Segment {
  const u32 = (name: string) => arena.column(name, 'u32')
  const rows = {
    record: u32('row.record'),
    ordinals: u32('row.ordinals'),
    magnitudes: u32('row.magnitudes'),
    places: u32('row.places'),
  }
  const isSorted = 'class.from' in arena.plan.columns
  return {
    arena,
    kernel: loadKernel(arena.memory),
    ids: new Ids(arena),
    size,
    codes: TRAITS.map(({ name }) => codesOf(arena, name)),
    occupations: { start: u32('occupation.start'), of: u32('occupation.of') },
    skills: { start: u32('skill.start'), of: arena.column('skill.of', 'u16'), total: u32('skill.total') },
    words: { start: u32('word.start'), of: u32('word.of'), total: u32('word.total') },
    rows,
    sieve: {
      ordinals: rows.ordinals.byteOffset,
      magnitudes: rows.magnitudes.byteOffset,
      places: rows.places.byteOffset,
    },
    occupationOf: isSorted ? undefined : u32('row.occupation'),
    classes: isSorted ? { from: u32('class.from'), to: u32('class.to'), order: u32('class.order') } : undefined,
    postings: postingsOf(arena),
    found: u32('found').subarray(thread * FOUND_LENGTH, (thread + 1) * FOUND_LENGTH),
  }
}

function codesOf(arena: Arena, trait: string): Codes {
  const name = `code.${trait}`
  return arena.plan.columns[name]?.type === 'u16' ? arena.column(name, 'u16') : arena.column(name, 'u32')
}

export const isGone = (segment: Segment, record: number): boolean => segment.codes[PLACE]![record] === GONE

/** From now on no question finds the record. */
export function withdraw(segment: Segment, record: number): void {
  segment.codes[PLACE]![record] = GONE
}
