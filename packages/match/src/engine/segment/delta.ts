import { IndexFull } from '../../errors.ts'
import { Arena } from '../arena.ts'
import { SIEVE_WORDS } from '../kernel/index.ts'
import { TRAITS } from '../classes/traits.ts'
import type { Encoded } from './encoder.ts'
import { Ids } from './ids.ts'
import {
  FOUND_LENGTH,
  MOST_THREADS,
  type Segment,
  WORD_SHIFT,
  addCodes,
  isGone,
  openSegment,
  setCode,
  withdraw,
} from './segment.ts'

/** Room for each record on average; a delta is full when any of them runs out. */
const ROOM = { rows: 3, skills: 48, words: 128, idUnits: 40 } as const

/** Classes that are still to come may be many. */
const ALL_WIDE = 2 ** TRAITS.length - 1

/** Records a delta takes. */
const CAPACITY = 16_384

/** A segment that takes records one by one, unsorted. @param capacity most records */
export function openDelta(capacity = CAPACITY): Segment {
  const arena = Arena.ofSize(capacity * 1024)
  for (const name of ['record', 'occupation', ...SIEVE_WORDS]) arena.add(`row.${name}`, 'u32', capacity * ROOM.rows)
  addCodes(arena, capacity, ALL_WIDE)
  for (const name of ['occupation', 'skill', 'word'] as const) arena.add(`${name}.start`, 'u32', capacity + 1)
  arena.add('occupation.of', 'u32', capacity * ROOM.rows)
  arena.add('skill.of', 'u16', capacity * ROOM.skills)
  arena.add('word.of', 'u32', capacity * ROOM.words)
  arena.add('skill.total', 'u32', capacity)
  arena.add('word.total', 'f64', capacity)
  Ids.addColumns(arena, capacity, capacity * ROOM.idUnits)
  arena.add('found', 'u32', MOST_THREADS * FOUND_LENGTH)
  return openSegment({ arena: arena.state, size: { records: 0, rows: 0 } })
}

/** What the scene knows of words. */
export type Masses = {
  skillWeight: (skill: number) => number
  wordWeight: (word: number) => number
  frequency: (count: number, length: number) => number
}

/**
 * Appends a record; an earlier one of the same id in this segment is withdrawn.
 *
 * @param sieve its words, in the order of SIEVE_WORDS
 * @throws IndexFull when the segment has no room; it is then as it was
 */
export function append(segment: Segment, encoded: Encoded, sieve: Uint32Array, masses: Masses): void {
  checkRoom(segment, encoded)
  const { ids, size, codes, occupations, skills, words, rows } = segment
  const record = size.records
  const earlier = ids.find(encoded.id)
  if (earlier >= 0 && !isGone(segment, earlier)) withdraw(segment, earlier)
  for (const [trait, code] of encoded.codes.entries()) setCode(codes, record, trait, code)
  for (const occupation of encoded.occupations) {
    rows.record[size.rows] = record
    for (const [word, name] of SIEVE_WORDS.entries()) rows.words[name][size.rows] = sieve[word]!
    segment.occupationOf![size.rows++] = occupation
  }
  pushList(occupations, record, encoded.occupations)
  pushList(skills, record, encoded.skills)
  pushList(
    words,
    record,
    encoded.words.map((word, at) => (word << WORD_SHIFT) | masses.frequency(encoded.counts[at]!, encoded.length)),
  )
  skills.total[record] = encoded.skills.reduce((sum, skill) => sum + masses.skillWeight(skill), 0)
  words.total[record] = encoded.words.reduce((sum, word) => sum + masses.wordWeight(word), 0)
  ids.push(record, encoded.id)
  // Last, so that whoever looks from another thread sees whole records.
  size.records++
}

function pushList(column: { start: Uint32Array; of: Uint16Array | Uint32Array }, record: number, list: number[]): void {
  const from = column.start[record]!
  column.of.set(list, from)
  column.start[record + 1] = from + list.length
}

function checkRoom({ ids, size, codes, occupations, skills, words, rows }: Segment, encoded: Encoded): void {
  const hasRoom =
    (size.records + 1) * codes.stride <= codes.of.length &&
    size.rows + encoded.occupations.length <= rows.record.length &&
    occupations.start[size.records]! + encoded.occupations.length <= occupations.of.length &&
    skills.start[size.records]! + encoded.skills.length <= skills.of.length &&
    words.start[size.records]! + encoded.words.length <= words.of.length &&
    encoded.id.length <= ids.room(size.records)
  if (!hasRoom) throw new IndexFull('updates that wait for a merge', size.records + 1)
}
