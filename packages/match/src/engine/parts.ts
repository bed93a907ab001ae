import type { Scene } from '../aspect.ts'
import { type Corpus, frequencyFor } from '../corpus.ts'
import { isDay } from '../days.ts'
import { InvalidSettings } from '../errors.ts'
import { type Settings, checkSettings } from '../settings.ts'
import { type TitleComparer, rememberVectors } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import type { ClassesState } from './classes/classes.ts'
import { GONE, type Side, TRAITS, openClasses, traitNumber } from './classes/index.ts'
import { OccupationBook, type OccupationState } from './occupation/book.ts'
import { MOST_SITES, Sieve, spreadSkills } from './search/sieve.ts'
import { openDelta } from './segment/delta.ts'
import { Draft } from './segment/draft.ts'
import { type Books, Encoder } from './segment/encoder.ts'
import { layOut } from './segment/layout.ts'
import { MOST_SKILLS, MOST_WORDS, type Segment, type SegmentState, openSegment, stateOf } from './segment/segment.ts'
import { Vocabulary, type VocabularyState } from './segment/vocabulary.ts'

type PerSide<T> = { jobs: T; talents: T }
const SIDES = ['jobs', 'talents'] as const
const PLACE = traitNumber('place')

/** What an engine is made of. */
export type EngineParts = {
  scene: Scene
  books: Books
  encoder: Encoder
  /** Places of work that have a bit of their own in the sieve. */
  sites: readonly string[]
  /** The bit of each skill in the sieve. */
  skillBits: Uint8Array
  /** A sorted base and what came after it, the newest last. */
  segments: PerSide<Segment[]>
  /** Words of the talents' texts, on average. */
  averageLength: number
  /** Places of the occupation classes in the order of the rows, as they were when the index was built. */
  ranks: PerSide<Uint32Array>
}

/** An engine in plain data and shared memory, as another thread or a file needs it. */
export type EngineState = {
  asOf: string
  settings: Settings
  /** Classes of each trait. */
  traits: PerSide<ClassesState>[]
  occupations: PerSide<OccupationState>
  skills: VocabularyState
  words: VocabularyState
  sites: readonly string[]
  skillBits: Uint8Array
  segments: PerSide<SegmentState[]>
  averageLength: number
  ranks: PerSide<Uint32Array>
}

/** A scene whose corpus is still to be counted. @throws InvalidSettings also when `asOf` is no ISO date */
export function openScene(asOf: string, settings: Settings, titles: TitleComparer): Scene {
  if (!isDay(asOf)) throw new InvalidSettings('asOf', asOf)
  return { settings: checkSettings(settings), asOf, titles: rememberVectors(titles), corpus: NOTHING_COUNTED }
}

const NOTHING_COUNTED: Corpus = { skillWeight: () => 1, termWeight: () => 1, frequency: () => 1 }

const corpusOf = ({ skills, words }: Books, averageLength: number): Corpus => ({
  skillWeight: (item) => skills.weightOf(item),
  termWeight: (term) => words.weightOf(term),
  frequency: frequencyFor(averageLength),
})

/** @throws DuplicateId, InvalidRecord, IndexFull */
export function buildParts(scene: Scene, jobs: Iterable<Job>, talents: Iterable<Talent>): EngineParts {
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
  scene.corpus = corpusOf(books, averageLength)
  const sites = commonSites(drafts.jobs, books)
  const skillBits = spreadSkills(books.skills.counts)
  const sieve = new Sieve(books.traits, scene, sites, skillBits)
  const ranks = { jobs: books.occupations.jobs.ranks(), talents: books.occupations.talents.ranks() }
  const layOutSide = (side: Side): Segment[] => {
    const draft = drafts[side]
    draft.turnIntoFrequencies(scene.corpus.frequency)
    draft.addSieve((codes, skills, words) => sieve.words(side, codes, skills, words))
    const weights = side === 'jobs' ? { skills: books.skills.weights, words: books.words.weights } : undefined
    return [layOut(draft, ranks[side], books.skills.words.length, weights), openDelta()]
  }
  return {
    scene,
    books,
    encoder,
    sites,
    skillBits,
    segments: { jobs: layOutSide('jobs'), talents: layOutSide('talents') },
    averageLength,
    ranks,
  }
}

export function stateOfParts({
  scene,
  books,
  sites,
  skillBits,
  segments,
  averageLength,
  ranks,
}: EngineParts): EngineState {
  return {
    asOf: scene.asOf,
    settings: scene.settings,
    traits: books.traits.map(({ jobs, talents }) => ({ jobs: jobs.state, talents: talents.state })),
    occupations: { jobs: books.occupations.jobs.state, talents: books.occupations.talents.state },
    skills: books.skills.state,
    words: books.words.state,
    sites,
    skillBits,
    segments: { jobs: segments.jobs.map(stateOf), talents: segments.talents.map(stateOf) },
    averageLength,
    ranks,
  }
}

export function openParts(scene: Scene, state: EngineState, thread: number): EngineParts {
  const { averageLength, sites, skillBits, ranks } = state
  const traits = TRAITS.map((trait, number) => {
    const { jobs, talents } = state.traits[number]!
    return { jobs: openClasses(trait, 'jobs', jobs), talents: openClasses(trait, 'talents', talents) }
  })
  const books: Books = {
    traits,
    occupations: {
      jobs: new OccupationBook(scene, state.occupations.jobs),
      talents: new OccupationBook(scene, state.occupations.talents),
    },
    skills: new Vocabulary('skills', MOST_SKILLS, state.skills),
    words: new Vocabulary('words', MOST_WORDS, state.words),
  }
  scene.corpus = corpusOf(books, averageLength)
  const [jobs, talents] = SIDES.map((side) => state.segments[side].map((segment) => openSegment(segment, thread)))
  const segments = { jobs: jobs!, talents: talents! }
  return { scene, books, encoder: new Encoder(books), sites, skillBits, segments, averageLength, ranks }
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
