import type { Scene } from '../aspect.ts'
import { frequencyFor } from '../corpus.ts'
import { MergeUnderWay, StaleMerge, UnknownId } from '../errors.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts'
import { LEARNED_TITLES, type TitleComparer } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { OTHER, type Side } from './classes/index.ts'
import { type EngineParts, type EngineState, buildParts, openParts, openScene, stateOfParts } from './parts.ts'
import { SIEVE_WORDS } from './kernel/index.ts'
import { Inquiry } from './search/inquiry.ts'
import { type Asker, SEGMENT_SIZE } from './search/judge.ts'
import { Sieve } from './search/sieve.ts'
import { append, openDelta } from './segment/delta.ts'
import type { Encoded } from './segment/encoder.ts'
import { type MergeOrder, mergeSegments } from './segment/merge.ts'
import { type Segment, type SegmentState, isGone, openSegment, stateOf, withdraw } from './segment/segment.ts'

export type EngineInput = {
  jobs: Iterable<Job>
  talents: Iterable<Talent>
  /** The day on which the match is made, ISO date. */
  asOf: string
  settings?: Settings
  titles?: TitleComparer
}

/** A found record: points are whole hundredths (0–10,000), as in `Fit`. */
export type Found = { id: string; points: number; isNearMiss: boolean }

/** An order to merge all that one side holds into one segment, to be carried out anywhere. */
export type Merge = { side: Side; order: MergeOrder }

/** A merge under way, the ids withdrawn meanwhile from what is being merged, and, at its end, the segment it made. */
type Merging = { merge: Merge; gone: Set<string>; base: Segment | undefined }

/**
 * The matching engine: an index over jobs and talents that answers in both directions what the definition would answer,
 * and takes updates while it does. It holds codes, not records.
 */
export class MatchEngine {
  readonly scene: Scene
  readonly #parts: EngineParts
  readonly #sieve: Sieve
  readonly #inquiries: { jobs: Inquiry; talents: Inquiry }
  readonly #words = new Uint32Array(SIEVE_WORDS.length)
  readonly #merging: Record<Side, Merging | undefined> = { jobs: undefined, talents: undefined }

  private constructor(parts: EngineParts) {
    const { scene, books, sites, skillBits } = parts
    this.scene = scene
    this.#parts = parts
    this.#sieve = new Sieve(books.traits, scene, sites, skillBits)
    this.#inquiries = {
      jobs: new Inquiry('jobs', scene, books, this.#sieve),
      talents: new Inquiry('talents', scene, books, this.#sieve),
    }
  }

  /**
   * Builds an index over all records, which are read once and not kept.
   *
   * @throws InvalidSettings also when `asOf` is no ISO date; DuplicateId, InvalidRecord, IndexFull
   */
  static build({
    jobs,
    talents,
    asOf,
    settings = DEFAULT_SETTINGS,
    titles = LEARNED_TITLES,
  }: EngineInput): MatchEngine {
    return new MatchEngine(buildParts(openScene(asOf, settings, titles), jobs, talents))
  }

  /**
   * Goes on from the state of another thread or an earlier time.
   *
   * @param titles the comparer with which the state was made
   * @param thread a number of its own for each thread that works on one state at the same time, below MOST_THREADS; an
   *   engine of any thread but 0 only answers, since what updates and merges open belongs to thread 0
   */
  static open(state: EngineState, titles: TitleComparer = LEARNED_TITLES, thread = 0): MatchEngine {
    return new MatchEngine(openParts(openScene(state.asOf, state.settings, titles), state, thread))
  }

  /** Everything the engine knows, in plain data and shared memory; not a copy. */
  get state(): EngineState {
    return stateOfParts(this.#parts)
  }

  /** @throws UnknownId when the index holds no such job */
  talentsForJob(id: string, k: number, near = 0): Found[] {
    return this.#ask('jobs', id, k, near)
  }

  /** @throws UnknownId when the index holds no such talent */
  jobsForTalent(id: string, k: number, near = 0): Found[] {
    return this.#ask('talents', id, k, near)
  }

  /** Inserts a job, or puts it in the place of the one with its id. @throws InvalidRecord, IndexFull */
  putJob(job: Job): void {
    this.#put('jobs', this.#parts.encoder.job(job))
  }

  /** Inserts a talent, or puts it in the place of the one with its id. @throws InvalidRecord, IndexFull */
  putTalent(talent: Talent): void {
    this.#put('talents', this.#parts.encoder.talent(talent))
  }

  /** @throws UnknownId */
  withdrawJob(id: string): void {
    this.#withdraw('jobs', id)
  }

  /** @throws UnknownId */
  withdrawTalent(id: string): void {
    this.#withdraw('talents', id)
  }

  /** Records that one side has held since the last merge, those withdrawn included: positions lie below it. */
  count(side: Side): number {
    return this.#parts.segments[side].reduce((sum, { size }) => sum + size.records, 0)
  }

  /** The id at a position; undefined when that record has been withdrawn. Near positions ask for like things. */
  idAt(side: Side, position: number): string | undefined {
    let record = position
    for (const segment of this.#parts.segments[side]) {
      if (record < segment.size.records) return isGone(segment, record) ? undefined : segment.ids.text(record)
      record -= segment.size.records
    }
    return undefined
  }

  /** Bytes of shared memory that hold one side. */
  bytes(side: Side): number {
    return this.#parts.segments[side].reduce((sum, { arena }) => sum + arena.used, 0)
  }

  /** Records that wait for a merge. */
  waiting(side: Side): number {
    return this.#parts.segments[side].slice(1).reduce((sum, { size }) => sum + size.records, 0)
  }

  /**
   * Closes what one side holds and opens room for more. Carry the order out by {@link mergeSegments} in any thread, then
   * give the result to {@link endMerge}, or give the merge up; questions and updates go on meanwhile.
   *
   * @throws MergeUnderWay until the merge before has been ended or given up
   */
  beginMerge(side: Side): Merge {
    if (this.#merging[side]) throw new MergeUnderWay(side)
    const { segments, books, ranks } = this.#parts
    const closed = segments[side]
    segments[side] = [...closed, openDelta()]
    const order = {
      segments: closed.map(stateOf),
      ranks: ranksOf(ranks[side], books.occupations[side].size),
      skills: books.skills.words.length,
      weights: side === 'jobs' ? { skills: books.skills.weights, words: books.words.weights } : undefined,
    }
    const merge = { side, order }
    this.#merging[side] = { merge, gone: new Set(), base: undefined }
    return merge
  }

  /**
   * Puts the merged segment in the place of those it was made of; what has been withdrawn since stays withdrawn.
   *
   * @param most withdrawals that are replayed by this call, each about a microsecond of this thread
   * @returns whether the merge has ended; otherwise it is to be called again, and everything else may happen in between
   * @throws StaleMerge when the merge has been ended or given up; the engine stays as it is
   */
  endMerge(merge: Merge, merged: SegmentState, most = Infinity): boolean {
    const { side, order } = merge
    const merging = this.#mergingOf(merge)
    const base = (merging.base ??= openSegment(merged))
    let replayed = 0
    for (const id of merging.gone) {
      if (replayed++ >= most) return false
      merging.gone.delete(id)
      const record = base.ids.find(id)
      if (record >= 0) withdraw(base, record)
    }
    this.#merging[side] = undefined
    this.#parts.segments[side].splice(0, order.segments.length, base)
    return true
  }

  /** Forgets a merge, unless it has ended; the next one takes all that it would have taken. */
  giveUpMerge(merge: Merge): void {
    if (this.#merging[merge.side]?.merge === merge) this.#merging[merge.side] = undefined
  }

  /** Merges a side in this thread, which does nothing else for as long; a merge under way is given up. @throws IndexFull */
  mergeAtOnce(side: Side): void {
    this.#merging[side] = undefined
    const merge = this.beginMerge(side)
    try {
      this.endMerge(merge, mergeSegments(merge.order))
    } finally {
      this.giveUpMerge(merge)
    }
  }

  #mergingOf(merge: Merge): Merging {
    const merging = this.#merging[merge.side]
    if (merging?.merge !== merge) throw new StaleMerge(merge.side)
    return merging
  }

  #ask(asks: Side, id: string, k: number, near: number): Found[] {
    const found = this.#find(asks, id)
    if (!found) throw new UnknownId(id)
    const answering = this.#parts.segments[OTHER[asks]]
    const segmentOf = (handle: number) => answering[Math.floor(handle / SEGMENT_SIZE)]!
    const comesBefore = (a: number, b: number) =>
      segmentOf(a).ids.compare(a % SEGMENT_SIZE, segmentOf(b).ids, b % SEGMENT_SIZE) < 0
    const { fits, misses } = this.#inquiries[asks].ask(found, { k, near }, answering, comesBefore)
    return [fits, misses].flatMap((best) =>
      best.records.map((handle, place) => ({
        id: segmentOf(handle).ids.text(handle % SEGMENT_SIZE),
        points: best.points[place]!,
        isNearMiss: best === misses,
      })),
    )
  }

  /** Where a record that is not gone stands; the newest segment knows it best. */
  #find(side: Side, id: string): Asker | undefined {
    for (const segment of this.#parts.segments[side].toReversed()) {
      const record = segment.ids.find(id)
      // Another thread may have appended a record that this one does not count yet.
      if (record >= 0 && record < segment.size.records && !isGone(segment, record)) return { segment, record }
    }
    return undefined
  }

  #put(side: Side, encoded: Encoded): void {
    const { segments, books, averageLength } = this.#parts
    const earlier = this.#find(side, encoded.id)
    this.#sieve.words(side, encoded.codes, encoded.skills, this.#words)
    append(segments[side].at(-1)!, encoded, this.#words, {
      skillWeight: (skill) => books.skills.weight(skill),
      wordWeight: (word) => books.words.weight(word),
      frequency: frequencyFor(averageLength),
    })
    if (earlier) this.#remove(side, earlier, encoded.id)
  }

  #withdraw(side: Side, id: string): void {
    const found = this.#find(side, id)
    if (!found) throw new UnknownId(id)
    this.#remove(side, found, id)
  }

  #remove(side: Side, { segment, record }: Asker, id: string): void {
    withdraw(segment, record)
    if (segment !== this.#parts.segments[side].at(-1)) this.#merging[side]?.gone.add(id)
  }
}

/** Classes that came later stand behind the others. */
function ranksOf(known: Uint32Array, size: number): Uint32Array {
  const ranks = new Uint32Array(size)
  ranks.set(known)
  for (let number = known.length; number < size; number++) ranks[number] = number
  return ranks
}
