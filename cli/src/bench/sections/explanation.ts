import { type MatchEngine, explain } from '@renshu/match'
import { distribution } from '../distribution.ts'
import type { Section } from '../figures.ts'
import { SIDES } from '../questions.ts'
import { timed } from '../stopwatch.ts'
import type { Truths } from './recall.ts'

const ROUNDS = 20

/** What it costs to say why of a whole answer, beside finding it. */
export function measureExplanation({ scene }: MatchEngine, truths: Truths): Section {
  const explainers = {
    jobs: truths.jobs.map(
      ({ asker, best }) =>
        () =>
          best.map(({ record }, at) => explain(asker, record, at + 1, scene)),
    ),
    talents: truths.talents.map(
      ({ asker, best }) =>
        () =>
          best.map(({ record }, at) => explain(record, asker, at + 1, scene)),
    ),
  }
  const figures = SIDES.flatMap((asks) => {
    const rounds = Array.from({ length: ROUNDS + 1 }, () => explainers[asks].map((run) => timed(run).milliseconds))
    // The first round warms up.
    const times = rounds.slice(1).flat()
    return distribution(times, asks, 'answers')
  })
  return { name: 'explanation', figures }
}
