import { InvalidContest } from './errors.ts'
import { MOST_SEEKERS, MOST_WORTH } from './limits.ts'
import { pick, rankRows } from './rank-rows.ts'

/** A seeker and a post that may come together; each worth is whole, 0–10,000. */
export type Pair = {
  /** 0 up to the number of seekers. */
  seeker: number
  /** 0 up to the number of posts. */
  post: number
  /** How much the seeker prefers this post. */
  forSeeker: number
  /** How much the post prefers this seeker. */
  forPost: number
  /** What the pair adds to the total. */
  fit: number
}

/** The pairs of all seekers in one piece: seeker s holds the entries from `start[s]` up to `start[s + 1]`, in any order. */
export type ContestColumns = {
  seekers: number
  /** Places of each post. */
  capacity: ArrayLike<number>
  start: ArrayLike<number>
  post: ArrayLike<number>
  forSeeker: ArrayLike<number>
  forPost: ArrayLike<number>
  fit: ArrayLike<number>
}

/**
 * Who may come together with whom, checked, and laid out so that each seeker's pairs stand in the order of preference:
 * the highest worth first, equal ones by the lower number of the post. The order of the input never shows.
 */
export class Contest implements ContestColumns {
  readonly seekers: number
  readonly capacity: Uint32Array
  readonly start: Uint32Array
  readonly post: Uint32Array
  readonly forSeeker: Uint32Array
  readonly forPost: Uint32Array
  readonly fit: Uint32Array

  private constructor(columns: ContestColumns) {
    const [post, forSeeker] = [new Uint32Array(columns.post), new Uint32Array(columns.forSeeker)]
    this.seekers = columns.seekers
    this.capacity = new Uint32Array(columns.capacity)
    this.start = new Uint32Array(columns.start)
    const order = rankRows({ start: this.start, post }, forSeeker, this.capacity.length)
    this.post = pick(post, order)
    this.forSeeker = pick(forSeeker, order)
    this.forPost = pick(columns.forPost, order)
    this.fit = pick(columns.fit, order)
  }

  /**
   * @param capacity places of each post, whole, 0 to 2^32 - 1
   * @throws InvalidContest naming the first number that is out of its range, or a pair that is named twice
   * @example Contest.of(2, [1], [{ seeker: 0, post: 0, forSeeker: 9_000, forPost: 8_000, fit: 8_500 }])
   */
  static of(seekers: number, capacity: readonly number[], pairs: readonly Pair[]): Contest {
    checkSize(seekers, capacity)
    const start = new Uint32Array(seekers + 1)
    for (const { seeker } of pairs) {
      demand('seeker', seeker, seekers - 1)
      start[seeker + 1]!++
    }
    for (let seeker = 0; seeker < seekers; seeker++) start[seeker + 1]! += start[seeker]!
    const next = start.slice()
    const rows = new Uint32Array(pairs.length)
    for (const [pair, { seeker }] of pairs.entries()) rows[next[seeker]!++] = pair
    // Not whole numbers must get as far as their check.
    const column = (name: 'post' | 'forSeeker' | 'forPost' | 'fit') =>
      Float64Array.from(rows, (pair) => pairs[pair]![name])
    const [post, forSeeker, forPost, fit] = [column('post'), column('forSeeker'), column('forPost'), column('fit')]
    return Contest.fromColumns({ seekers, capacity, start, post, forSeeker, forPost, fit })
  }

  /** @throws InvalidContest as {@link Contest.of}, and for columns of unequal length */
  static fromColumns(columns: ContestColumns): Contest {
    checkSize(columns.seekers, columns.capacity)
    checkStart(columns)
    checkPairs(columns)
    return new Contest(columns)
  }
}

function demand(field: string, value: number, most: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= most)) throw new InvalidContest(field, value)
}

function checkSize(seekers: number, capacity: ArrayLike<number>): void {
  demand('seekers', seekers, MOST_SEEKERS)
  for (let post = 0; post < capacity.length; post++) demand('capacity', capacity[post]!, 0xffff_ffff)
}

function checkStart({ seekers, start, post }: ContestColumns): void {
  if (start.length !== seekers + 1) throw new InvalidContest('length of start', start.length)
  if (start[0] !== 0) throw new InvalidContest('start', start[0])
  for (let seeker = 0; seeker < seekers; seeker++) {
    demand('start', start[seeker + 1]!, post.length)
    if (start[seeker + 1]! < start[seeker]!) throw new InvalidContest('start', start[seeker + 1])
  }
  if (start[seekers] !== post.length) throw new InvalidContest('length of post', post.length)
}

function checkPairs({ seekers, capacity, start, post, ...worths }: ContestColumns): void {
  const lastSeeker = new Int32Array(capacity.length).fill(-1)
  for (let seeker = 0; seeker < seekers; seeker++)
    for (let pair = start[seeker]!; pair < start[seeker + 1]!; pair++) {
      demand('post', post[pair]!, capacity.length - 1)
      if (lastSeeker[post[pair]!] === seeker) throw new InvalidContest('pair', `${seeker}–${post[pair]} twice`)
      lastSeeker[post[pair]!] = seeker
    }
  for (const name of ['forSeeker', 'forPost', 'fit'] as const) {
    const worth = worths[name]
    if (worth.length !== post.length) throw new InvalidContest(`length of ${name}`, worth.length)
    for (let pair = 0; pair < worth.length; pair++) demand(name, worth[pair]!, MOST_WORTH)
  }
}
