import type { Arena } from '../arena.ts'

type Lists = { start: Uint32Array; of: Uint16Array }

/**
 * For each skill the records that have it, in a sorted segment. Talents are listed only for skills that are rare enough to
 * lead somewhere; jobs for all, in the order of their reach: the share of the job's whole
 * weight that this skill and all lighter ones of the job make up, which bounds what somebody can share of whom it is the
 * heaviest skill shared.
 */
export type Postings = {
  start: Uint32Array
  record: Uint32Array
  isListed: Uint8Array
  reach: Uint16Array | undefined
}

export const FULL_REACH = 0xffff

/** A skill of more than one in so many talents is not listed. */
const RARE = 64

/** @param weights by skill; none for talents */
export function addPostings(arena: Arena, lists: Lists, skills: number, weights: Uint32Array | undefined): void {
  const { start, of } = lists
  const counts = new Uint32Array(skills)
  for (const skill of of) counts[skill]!++
  const most = weights ? Infinity : Math.max(1, (start.length - 1) / RARE)
  const isListed = arena.add('posting.isListed', 'u8', skills)
  const first = arena.add('posting.start', 'u32', skills + 1)
  for (let skill = 0; skill < skills; skill++) {
    isListed[skill] = Number(counts[skill]! <= most)
    first[skill + 1] = first[skill]! + (isListed[skill] ? counts[skill]! : 0)
  }
  const records = arena.add('posting.record', 'u32', first[skills]!)
  if (weights)
    placeByReach(lists, first, reachOfEach(lists, weights), records, arena.add('posting.reach', 'u16', of.length))
  else placeByRecord(lists, first, isListed, records)
}

function placeByRecord({ start, of }: Lists, first: Uint32Array, isListed: Uint8Array, records: Uint32Array): void {
  const end = first.slice()
  for (let record = 0; record + 1 < start.length; record++)
    for (let at = start[record]!; at < start[record + 1]!; at++)
      if (isListed[of[at]!]) records[end[of[at]!]!++] = record
}

/** Rounded up, so that a bound stays one. */
function reachOfEach({ start, of }: Lists, weights: Uint32Array): Uint16Array {
  const reach = new Uint16Array(of.length)
  for (let record = 0; record + 1 < start.length; record++) {
    const [from, to] = [start[record]!, start[record + 1]!]
    const places = Array.from({ length: to - from }, (_, i) => from + i)
    places.sort((a, b) => weights[of[a]!]! - weights[of[b]!]! || of[b]! - of[a]!)
    const total = places.reduce((sum, at) => sum + weights[of[at]!]!, 0)
    let lighter = 0
    for (const at of places) {
      lighter += weights[of[at]!]!
      reach[at] = Math.min(FULL_REACH, Math.ceil((lighter / total) * FULL_REACH))
    }
  }
  return reach
}

function placeByReach(
  { start, of }: Lists,
  first: Uint32Array,
  reach: Uint16Array,
  records: Uint32Array,
  sorted: Uint16Array,
): void {
  const owner = new Uint32Array(of.length)
  for (let record = 0; record + 1 < start.length; record++) owner.fill(record, start[record]!, start[record + 1]!)
  // A counting sort by falling reach; then each entry goes to the end of its skill's list.
  const next = new Uint32Array(FULL_REACH + 2)
  for (const share of reach) next[FULL_REACH - share + 1]!++
  for (let bucket = 0; bucket <= FULL_REACH; bucket++) next[bucket + 1]! += next[bucket]!
  const order = new Uint32Array(of.length)
  for (let at = 0; at < of.length; at++) order[next[FULL_REACH - reach[at]!]!++] = at
  const end = first.slice()
  for (const at of order) {
    const place = end[of[at]!]!++
    records[place] = owner[at]!
    sorted[place] = reach[at]!
  }
}

/** None in a segment that is not sorted. */
export function postingsOf(arena: Arena): Postings | undefined {
  const { columns } = arena.plan
  if (!('posting.start' in columns)) return undefined
  return {
    start: arena.column('posting.start', 'u32'),
    record: arena.column('posting.record', 'u32'),
    isListed: arena.column('posting.isListed', 'u8'),
    reach: 'posting.reach' in columns ? arena.column('posting.reach', 'u16') : undefined,
  }
}
