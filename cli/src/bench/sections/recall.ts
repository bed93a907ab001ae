import type { Job, MatchEngine, Talent } from '@renshu/match'
import type { Progress } from '../../progress.ts'
import { drawEvenly } from '../town/draw.ts'
import { type Section, type SectionName, type Side, figure } from '../figures.ts'
import { type Truth, bestJobs, bestTalents, compareAnswers } from '../oracle.ts'
import { askEngine } from '../questions.ts'
import type { Population, Town } from '../town/town.ts'

/** Pairs judged by the definition in one direction, about; the least and the most questions. */
const EFFORT = { jobs: { pairs: 800_000, least: 8, most: 100 }, talents: { pairs: 400_000, least: 40, most: 200 } }

export type Truths = { jobs: Truth<Job, Talent>[]; talents: Truth<Talent, Job>[] }

/** Everybody judged by the definition for a sample of questions in both directions, against the engine's answers. */
export function measureRecall(
  engine: MatchEngine,
  town: Town,
  progress: Progress,
  name: SectionName = 'recall',
): { truths: Truths; section: Section } {
  const { scene } = engine
  const jobs = sample(town.jobs, 'jobs', town.talents.size)
  const talents = sample(town.talents, 'talents', town.jobs.size)
  const all = town.talents.size + town.jobs.size
  const truths = {
    jobs: bestTalents(jobs, watched(town.talents.records(), progress, 0, all), scene),
    talents: bestJobs(talents, watched(town.jobs.records(), progress, town.talents.size, all), scene),
  }
  const scores = [compareAll(engine, 'jobs', truths.jobs), compareAll(engine, 'talents', truths.talents)]
  const figures = scores.flatMap(({ asks, questions, places, equal }) => [
    figure('questions', questions, 'count', asks),
    figure('places', places, 'count', asks),
    figure('recall', places === 0 ? 1 : equal / places, 'share', asks),
  ])
  const failure = scores.find(({ difference }) => difference)?.difference
  return { truths, section: failure === undefined ? { name, figures } : { name, figures, failure } }
}

function sample<R extends Job | Talent>(asking: Population<R>, side: Side, answering: number): R[] {
  const { pairs, least, most } = EFFORT[side]
  const count = Math.min(most, Math.max(least, Math.floor(pairs / answering)))
  return drawEvenly(asking.size, count, 0.5).map((number) => asking.record(asking.liveFrom(number)))
}

function* watched<R>(records: Iterable<R>, progress: Progress, done: number, all: number): Generator<R> {
  let passed = done
  for (const record of records) {
    progress.show(passed++ / all)
    yield record
  }
}

function compareAll<A extends Job | Talent, R extends Job | Talent>(
  engine: MatchEngine,
  asks: Side,
  truths: readonly Truth<A, R>[],
) {
  const sum = { asks, questions: truths.length, places: 0, equal: 0, difference: '' }
  for (const { asker, best } of truths) {
    const { places, equal, difference } = compareAnswers(best, askEngine(engine, asks, asker.id))
    sum.places += places
    sum.equal += equal
    if (difference) sum.difference ||= `${asker.id} ${difference}`
  }
  return sum
}
