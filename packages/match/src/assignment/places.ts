/**
 * The places of all posts. Each has a key and perhaps a holder; the place with the lowest key is always at hand, for
 * that is the one to be won. The places of a post are a binary heap in one stretch of a common array.
 */
export class Places {
  readonly start: Uint32Array
  readonly key: Float64Array
  readonly holder: Int32Array

  /** @param count places of each post. @param keys first key of the places of each post */
  constructor(count: Uint32Array, keys: Float64Array) {
    this.start = new Uint32Array(count.length + 1)
    for (let post = 0; post < count.length; post++) this.start[post + 1] = this.start[post]! + count[post]!
    this.key = new Float64Array(this.start[count.length]!)
    this.holder = new Int32Array(this.key.length).fill(-1)
    for (let post = 0; post < count.length; post++) this.key.fill(keys[post]!, this.start[post]!, this.start[post + 1]!)
  }

  /** The lowest key among the places of a post that has one. */
  lowest(post: number): number {
    return this.key[this.start[post]!]!
  }

  /** Gives the lowest place a higher key and a new holder. @returns the holder who has to leave, or -1 */
  win(post: number, key: number, holder: number): number {
    const { key: keys, holder: holders } = this
    const first = this.start[post]!
    const count = this.start[post + 1]! - first
    const leaving = holders[first]!
    let place = 0
    for (let below = 1; below < count; below = 2 * place + 1) {
      if (below + 1 < count && keys[first + below + 1]! < keys[first + below]!) below++
      if (keys[first + below]! >= key) break
      keys[first + place] = keys[first + below]!
      holders[first + place] = holders[first + below]!
      place = below
    }
    keys[first + place] = key
    holders[first + place] = holder
    return leaving
  }
}

/** Places that can be of use: a post never needs more than it has pairs. */
export function usefulPlaces(capacity: Uint32Array, post: Uint32Array): Uint32Array {
  const count = new Uint32Array(capacity.length)
  for (let pair = 0; pair < post.length; pair++) {
    const p = post[pair]!
    if (count[p]! < capacity[p]!) count[p]!++
  }
  return count
}
