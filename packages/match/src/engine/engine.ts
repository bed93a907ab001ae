import type { Scene } from '../aspect.ts'
import { frequencyFor } from '../corpus.ts'
import { isDay } from '../days.ts'
import { DuplicateId, InvalidSettings, UnknownId } from '../errors.ts'
import { DEFAULT_SETTINGS, type Settings, checkSettings } from '../settings.ts'
import { LEARNED_TITLES, type TitleComparer, rememberVectors } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { GONE, OTHER, type Side, TRAITS, openClasses, traitNumber } from './classes/index.ts'
import { OccupationBook } from './occupation/book.ts'
import { Inquiry, SEGMENT_SIZE } from './search/inquiry.ts'
import { MOST_SITES, Sieve } from './search/sieve.ts'
import { append, openDelta } from './segment/delta.ts'
import { Draft } from './segment/draft.ts'
import { type Books, type Encoded, Encoder } from './segment/encoder.ts'
import { layOut } from './segment/layout.ts'
import { MOST_SKILLS, MOST_WORDS, type Segment, isGone, withdraw } from './segment/segment.ts'
import { Vocabulary } from './segment/vocabulary.ts'

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

const PLACE = traitNumber('place')
/** Records that may wait for a merge. */
const DELTA = 16_384

/** What is known of each side: a sorted base and what came after it. */
type Segments = { jobs: Segment[]; talents: Segment[] }

export class MatchEngine {
  readonly scene: Scene
  readonly #books: Books
  readonly #encoder: Encoder
  readonly #sieve: Sieve
  readonly #frequency: ReturnType<typeof frequencyFor>
  readonly #segments: Segments
  readonly #inquiries: { jobs: Inquiry; talents: Inquiry }
  readonly #words = new Uint32Array(3)

  private constructor(scene: Scene, books: Books, encoder: Encoder, sieve: Sieve, segments: Segments, length: number) {
    this.scene = scene
    this.#books = books
    this.#encoder = encoder
    this.#sieve = sieve
    this.#segments = segments
    this.#frequency = frequencyFor(length)
    this.#inquiries = {
      jobs: new Inquiry('jobs', scene, books, sieve),
      talents: new Inquiry('talents', scene, books, sieve),
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
    if (!isDay(asOf)) throw new InvalidSettings('asOf', asOf)
    const scene: Scene = {
      settings: checkSettings(settings),
      asOf,
      titles: rememberVectors(titles),
      corpus: undefined as unknown as Scene['corpus'],
    }
    const books: Books = {
      traits: TRAITS.map((trait) => ({ jobs: openClasses(trait, 'jobs'), talents: openClasses(trait, 'talents') })),
      occupations: { jobs: new OccupationBook(scene), talents: new OccupationBook(scene) },
      skills: new Vocabulary('skills', MOST_SKILLS),
      words: new Vocabulary('words', MOST_WORDS),
    }
    const encoder = new Encoder(books)
    const drafts = { jobs: new Draft(), talents: new Draft() }
    for (const job of jobs) drafts.jobs.push(encoder.job(job))
    for (const talent of talents) drafts.talents.push(encoder.talent(talent))
    books.skills.weigh()
    books.words.weigh()
    const averageLength = averageOf(drafts.talents.lengths.values)
    const frequency = frequencyFor(averageLength)
    scene.corpus = {
      skillWeight: (item) => books.skills.weightOf(item),
      termWeight: (term) => books.words.weightOf(term),
      frequency,
    }
    const sieve = new Sieve(books.traits, scene, commonSites(drafts.jobs, books))
    const weights = { skills: books.skills.state.weights, words: books.words.state.weights }
    const layOutSide = (side: Side): Segment => {
      const draft = drafts[side]
      turnIntoFrequencies(draft, frequency)
      addSieve(draft, side, sieve)
      const ranks = books.occupations[side].ranks()
      const base = layOut(draft, ranks, books.skills.words.length, side === 'jobs' ? weights : undefined)
      checkIds(base)
      return base
    }
    const segments = {
      jobs: [layOutSide('jobs'), openDelta(DELTA)],
      talents: [layOutSide('talents'), openDelta(DELTA)],
    }
    return new MatchEngine(scene, books, encoder, sieve, segments, averageLength)
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
    this.#put('jobs', this.#encoder.job(job))
  }

  /** Inserts a talent, or puts it in the place of the one with its id. @throws InvalidRecord, IndexFull */
  putTalent(talent: Talent): void {
    this.#put('talents', this.#encoder.talent(talent))
  }

  /** @throws UnknownId */
  withdrawJob(id: string): void {
    this.#withdraw('jobs', id)
  }

  /** @throws UnknownId */
  withdrawTalent(id: string): void {
    this.#withdraw('talents', id)
  }

  #ask(asks: Side, id: string, k: number, near: number): Found[] {
    const found = this.#find(asks, id)
    if (!found) throw new UnknownId(id)
    const answering = this.#segments[OTHER[asks]]
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
  #find(side: Side, id: string): { segment: Segment; record: number } | undefined {
    for (const segment of this.#segments[side].toReversed()) {
      const record = segment.ids.find(id)
      if (record >= 0 && !isGone(segment, record)) return { segment, record }
    }
    return undefined
  }

  #put(side: Side, encoded: Encoded): void {
    const earlier = this.#find(side, encoded.id)
    this.#sieve.words(side, encoded.codes, this.#words)
    append(this.#segments[side].at(-1)!, encoded, this.#words, {
      skillWeight: (skill) => this.#books.skills.weight(skill),
      wordWeight: (word) => this.#books.words.weight(word),
      frequency: this.#frequency,
    })
    if (earlier) withdraw(earlier.segment, earlier.record)
  }

  #withdraw(side: Side, id: string): void {
    const found = this.#find(side, id)
    if (!found) throw new UnknownId(id)
    withdraw(found.segment, found.record)
  }
}

function averageOf(lengths: Uint32Array): number {
  let sum = 0
  let texts = 0
  for (const length of lengths) {
    sum += length
    texts += Number(length > 0)
  }
  return sum / Math.max(1, texts) || 1
}

function turnIntoFrequencies(draft: Draft, frequency: (count: number, length: number) => number): void {
  const { start } = draft.words
  const [starts, masses, lengths] = [start.values, draft.masses.values, draft.lengths.values]
  for (let record = 0; record < draft.size; record++)
    for (let at = starts[record]!; at < starts[record + 1]!; at++) masses[at] = frequency(masses[at]!, lengths[record]!)
}

function addSieve(draft: Draft, side: Side, sieve: Sieve): void {
  const columns = draft.codes.map((column) => column.values)
  const codes = new Uint32Array(columns.length)
  const words = new Uint32Array(3)
  for (let record = 0; record < draft.size; record++) {
    for (const [trait, column] of columns.entries()) codes[trait] = column[record]!
    sieve.words(side, codes, words)
    for (const [word, column] of draft.sieve.entries()) column.push(words[word]!)
  }
}

/** The places of work that most jobs name. */
function commonSites(jobs: Draft, books: Books): string[] {
  const perClass = new Uint32Array(books.traits[PLACE]!.jobs.size)
  for (const place of jobs.codes[PLACE]!.values) perClass[place]!++
  const counts = new Map<string, number>()
  for (const [place, part] of books.traits[PLACE]!.jobs.parts.entries())
    if (place !== GONE)
      for (const site of (part as { places: string[] }).places)
        counts.set(site, (counts.get(site) ?? 0) + perClass[place]!)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_SITES)
    .map(([site]) => site)
}

function checkIds({ ids, size }: Segment): void {
  for (let record = 0; record < size.records; record++)
    if (ids.find(ids.text(record)) !== record) throw new DuplicateId(ids.text(record))
}
