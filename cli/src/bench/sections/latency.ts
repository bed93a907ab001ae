import type { MatchEngine } from '@renshu/match'
import { distribution } from '../distribution.ts'
import type { Section } from '../figures.ts'
import type { BenchPlan } from '../plan.ts'
import { SIDES, drawIds, timeQuestions } from '../questions.ts'
import type { Town } from '../town/town.ts'

/** Two draws that have no question in common when there are records enough. */
const [FIRST, SECOND] = [0.25, 0.75]
const LEAST_WARM_UP = 2000

/** The first questions after building: nothing is remembered, no code has run before. They are the warm-up as well. */
export const measureCold = (engine: MatchEngine, town: Town, { questions }: BenchPlan): Section => ({
  name: 'cold',
  figures: SIDES.flatMap((asks) => {
    const ids = drawIds(town, asks, Math.max(questions, LEAST_WARM_UP), FIRST)
    return distribution(timeQuestions(engine, asks, ids), asks)
  }),
})

/** Other questions than those of the warm-up, one after the other and nothing beside. */
export const measureLatency = (engine: MatchEngine, town: Town, { questions }: BenchPlan): Section => ({
  name: 'latency',
  figures: SIDES.flatMap((asks) =>
    distribution(timeQuestions(engine, asks, drawIds(town, asks, questions, SECOND)), asks),
  ),
})
