import type { Found, MatchEngine } from '@renshu/match'
import { drawEvenly } from './town/draw.ts'
import type { Side } from './figures.ts'
import { ANSWER_SIZE } from './peers/index.ts'
import { timed } from './stopwatch.ts'
import type { Town } from './town/town.ts'

export const SIDES = ['jobs', 'talents'] as const satisfies readonly Side[]

/** The best matches of one record. */
export const askEngine = (engine: MatchEngine, asks: Side, id: string): Found[] =>
  asks === 'jobs' ? engine.talentsForJob(id, ANSWER_SIZE) : engine.jobsForTalent(id, ANSWER_SIZE)

/** Ids drawn evenly over all records of one side; see {@link drawEvenly} for `phase`. */
export const drawIds = (town: Town, side: Side, count: number, phase: number): string[] =>
  drawEvenly(town[side].size, count, phase).map((number) => town[side].record(town[side].liveFrom(number)).id)

/** Asks one question after the other. @returns how long each took, ms */
export const timeQuestions = (engine: MatchEngine, asks: Side, ids: readonly string[]): number[] =>
  ids.map((id) => timed(() => askEngine(engine, asks, id)).milliseconds)
