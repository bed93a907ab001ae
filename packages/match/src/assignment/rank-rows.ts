import { MOST_WORTH } from './limits.ts'

/** Pairs in one piece, row after row: row r holds the entries from `start[r]` up to `start[r + 1]`. */
type Rows = { start: Uint32Array; post: Uint32Array }

/**
 * The pairs of each row by worth, the highest first, equal ones by the lower number of the post.
 *
 * @param posts how many there are. @returns the entries in their new order, each row in its own place
 */
export function rankRows({ start, post }: Rows, worth: Uint32Array, posts: number): Uint32Array {
  const order = new Uint32Array(post.length)
  const pairWith = new Uint32Array(posts)
  const keys = new Float64Array(posts)
  for (let row = 0; row + 1 < start.length; row++) {
    const from = start[row]!
    const count = start[row + 1]! - from
    let isRanked = true
    for (let i = 0; i < count; i++) {
      const p = post[from + i]!
      pairWith[p] = from + i
      keys[i] = (MOST_WORTH - worth[from + i]!) * 2 ** 32 + p
      isRanked &&= i === 0 || keys[i - 1]! < keys[i]!
    }
    if (!isRanked) keys.subarray(0, count).sort()
    // The lower 32 bits of a key are the post.
    for (let i = 0; i < count; i++) order[from + i] = pairWith[keys[i]! >>> 0]!
  }
  return order
}

/** The values of the entries, in the order of the entries. */
export function pick(values: ArrayLike<number>, entries: Uint32Array): Uint32Array {
  const picked = new Uint32Array(entries.length)
  for (let i = 0; i < entries.length; i++) picked[i] = values[entries[i]!]!
  return picked
}
