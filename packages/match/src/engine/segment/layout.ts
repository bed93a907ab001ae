import { DuplicateId } from '../../errors.ts'
import { Arena } from '../arena.ts'
import { TRAITS, traitNumber } from '../classes/traits.ts'
import { SIEVE_WORDS } from '../kernel/index.ts'
import type { Draft } from './draft.ts'
import { Ids, textOf } from './ids.ts'
import {
  FOUND_LENGTH,
  MOST_THREADS,
  type Segment,
  WORD_SHIFT,
  addCodes,
  codesOf,
  openSegment,
  setCode,
} from './segment.ts'
import { addPostings } from './postings.ts'
import { gatherLists, sortedRows } from './sorting.ts'

/** Weights of skills and words by number, whole thousandths; only a job has a total. */
export type Weights = { skills: Uint32Array; words: Uint32Array }

const PLACE = traitNumber('place')
/** Room for what every column begins with and ends on. */
const SLACK = 64 * 1024

/**
 * Lays a draft out as a sorted segment: rows by the rank of their occupation class, then by place; records in the order
 * of the row of their first occupation.
 *
 * @param ranks place of each occupation class in the order of the tree
 * @param skills how many there are
 * @param weights for the totals of jobs; none for talents
 * @throws DuplicateId, IndexFull
 */
export function layOut(draft: Draft, ranks: Uint32Array, skills: number, weights: Weights | undefined): Segment {
  const rows = sortedRows(draft.occupations, ranks, draft.codes[PLACE]!.values)
  const arena = Arena.ofSize(bytesFor(draft, rows.record.length, ranks.length))
  layOutRows(arena, draft, rows, ranks.length)
  layOutRecords(arena, draft, rows.order)
  layOutTotals(arena, weights)
  const lists = { start: arena.column('skill.start', 'u32'), of: arena.column('skill.of', 'u16') }
  addPostings(arena, lists, skills, weights?.skills)
  arena.add('found', 'u32', MOST_THREADS * FOUND_LENGTH)
  return openSegment({ arena: arena.state, size: { records: draft.size, rows: rows.record.length } })
}

function bytesFor(draft: Draft, rows: number, classes: number): number {
  const lists = [draft.occupations, draft.skills, draft.words, draft.ids]
  const items = lists.reduce((sum, { items }) => sum + items.length, 0)
  const perRecord = (TRAITS.length + lists.length + 3) * 4
  return (
    SLACK +
    (draft.size + 1) * perRecord +
    items * 4 +
    rows * (SIEVE_WORDS.length + 1) * 4 +
    classes * 12 +
    MOST_THREADS * FOUND_LENGTH * 4
  )
}

type Rows = ReturnType<typeof sortedRows>

function layOutRows(arena: Arena, draft: Draft, { record, occupation, order }: Rows, classes: number): void {
  const numbers = inverted(order)
  const target = arena.add('row.record', 'u32', record.length)
  for (let row = 0; row < record.length; row++) target[row] = numbers[record[row]!]!
  for (const [word, name] of SIEVE_WORDS.entries()) {
    const column = arena.add(`row.${name}`, 'u32', record.length)
    const source = draft.sieve[word]!.values
    for (let row = 0; row < record.length; row++) column[row] = source[record[row]!]!
  }
  const from = arena.add('class.first', 'u32', classes)
  const to = arena.add('class.end', 'u32', classes)
  layOutOrder(arena, occupation)
  for (let row = record.length - 1; row >= 0; row--) from[occupation[row]!] = row
  for (let row = 0; row < record.length; row++) to[occupation[row]!] = row + 1
}

/** The classes that have rows, in the order of the rows. */
function layOutOrder(arena: Arena, occupation: Uint32Array): void {
  const order = occupation.filter((one, row) => row === 0 || occupation[row - 1] !== one)
  arena.add('class.order', 'u32', order.length).set(order)
}

/** For each old number of a record its new one. */
function inverted(order: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(order.length)
  for (let number = 0; number < order.length; number++) numbers[order[number]!] = number
  return numbers
}

function layOutRecords(arena: Arena, draft: Draft, order: Uint32Array): void {
  layOutCodes(arena, draft, order)
  const add = (name: string, length: number) => arena.add(name, 'u32', length)
  const { occupations, skills, words } = draft
  const columns = (name: string) => add(`${name}.start`, order.length + 1)
  gatherLists(occupations, order, columns('occupation'), add('occupation.of', occupations.items.length))
  gatherLists(skills, order, columns('skill'), arena.add('skill.of', 'u16', skills.items.length))
  const packed = packWords(words.items.values, draft.masses.values)
  const wordLists = { start: words.start.values, items: packed }
  gatherLists(wordLists, order, columns('word'), add('word.of', packed.length))
  const mostUnit = draft.ids.items.values.reduce((most, unit) => Math.max(most, unit), 0)
  Ids.addColumns(arena, order.length, draft.ids.items.length, mostUnit)
  const ids = new Ids(arena)
  const [start, units] = [draft.ids.start.values, draft.ids.items.values]
  for (let number = 0; number < order.length; number++) {
    const record = order[number]!
    const id = textOf(units.subarray(start[record]!, start[record + 1]!))
    if (ids.push(number, id)) throw new DuplicateId(id)
  }
}

function layOutCodes(arena: Arena, draft: Draft, order: Uint32Array): void {
  const columns = draft.codes.map((column) => column.values)
  const wide = columns.reduce(
    (mask, column, trait) => mask | (column.some((code) => code >= 2 ** 16) ? 1 << trait : 0),
    0,
  )
  addCodes(arena, order.length, wide)
  const codes = codesOf(arena)
  for (const [trait, column] of columns.entries())
    for (let number = 0; number < order.length; number++) setCode(codes, number, trait, column[order[number]!]!)
}

function packWords(numbers: Uint32Array, masses: Uint32Array): Uint32Array {
  const packed = new Uint32Array(numbers.length)
  for (let at = 0; at < numbers.length; at++) packed[at] = ((numbers[at]! << WORD_SHIFT) | masses[at]!) >>> 0
  return packed
}

/** The whole weight of each job's skills and words, against which what is shared is set. */
function layOutTotals(arena: Arena, weights: Weights | undefined): void {
  const sum = (name: 'skill' | 'word', items: Uint16Array | Uint32Array, weightOf: (item: number) => number) => {
    const start = arena.column(`${name}.start`, 'u32')
    // As many skills as there can be stay below 2^32, as many words do not.
    const total = arena.add(`${name}.total`, name === 'skill' ? 'u32' : 'f64', weights ? start.length - 1 : 0)
    for (let record = 0; record < total.length; record++)
      for (let at = start[record]!; at < start[record + 1]!; at++) total[record]! += weightOf(items[at]!)
  }
  sum('skill', arena.column('skill.of', 'u16'), (skill) => weights!.skills[skill]!)
  sum('word', arena.column('word.of', 'u32'), (word) => weights!.words[word >>> WORD_SHIFT]!)
}
