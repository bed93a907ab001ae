import { TRAITS } from '../classes/index.ts'
import { SIEVE_WORDS } from '../kernel/index.ts'
import { Draft } from './draft.ts'
import { type Weights, layOut } from './layout.ts'
import {
  MASS_MASK,
  type Segment,
  type SegmentState,
  WORD_SHIFT,
  codeOf,
  isGone,
  openSegment,
  stateOf,
} from './segment.ts'

/** What a merge needs to know; any thread can carry it out. */
export type MergeOrder = {
  segments: SegmentState[]
  /** Place of each occupation class in the order of the rows. */
  ranks: Uint32Array
  /** Skills that are numbered. */
  skills: number
  /** Only for jobs. */
  weights: Weights | undefined
}

/** One sorted segment of all records of several that have not been withdrawn. @throws IndexFull */
export function mergeSegments({ segments, ranks, skills, weights }: MergeOrder): SegmentState {
  const draft = new Draft()
  for (const state of segments) addLive(draft, openSegment(state))
  return stateOf(layOut(draft, ranks, skills, weights))
}

function addLive(draft: Draft, segment: Segment): void {
  const rowOf = lastRows(segment)
  for (let record = 0; record < segment.size.records; record++)
    if (!isGone(segment, record)) addRecord(draft, segment, record, rowOf[record]!)
}

/** Any row of each record: all carry the same words of the sieve. */
function lastRows({ rows, size }: Segment): Uint32Array {
  const rowOf = new Uint32Array(size.records)
  for (let row = 0; row < size.rows; row++) rowOf[rows.record[row]!] = row
  return rowOf
}

function addRecord(draft: Draft, segment: Segment, record: number, row: number): void {
  for (const trait of TRAITS.keys()) draft.codes[trait]!.push(codeOf(segment.codes, record, trait))
  for (const [word, name] of SIEVE_WORDS.entries()) draft.sieve[word]!.push(segment.rows.words[name][row]!)
  draft.occupations.push(listOf(segment.occupations, record))
  draft.skills.push(listOf(segment.skills, record))
  const words = listOf(segment.words, record)
  draft.words.push(words.map((word) => word >>> WORD_SHIFT))
  for (const word of words) draft.masses.push(word & MASS_MASK)
  draft.lengths.push(words.length)
  draft.ids.push(segment.ids.units(record))
}

const listOf = <T extends Uint16Array | Uint32Array>(lists: { start: Uint32Array; of: T }, record: number): T =>
  lists.of.subarray(lists.start[record]!, lists.start[record + 1]!) as T
