import type { MatchEngine } from '@renshu/match'
import { matchCity, readLines } from '@renshu/match-runtime'
import type { Progress } from '../../progress.ts'
import { type Section, type Side, figure } from '../figures.ts'
import { ANSWER_SIZE } from '../peers/index.ts'
import type { BenchPlan } from '../plan.ts'
import { SIDES, askEngine } from '../questions.ts'

type Matched = { asks: Side; answers: number; seconds: number; share: number; difference: string | undefined }

/** Each side is broken off after so many seconds: a whole city where an engine does its work, a part on a slow machine. */
const secondsFor = ({ jobs, talents }: BenchPlan): number => Math.max(10, (jobs + talents) / 10_000)

/** Everybody's matches, both ways, by worker threads whose start is part of the time. */
export async function measureCity(engine: MatchEngine, plan: BenchPlan, progress: Progress): Promise<Section> {
  const sides: Matched[] = []
  for (const asks of SIDES) sides.push(await matchSide(engine, asks, plan, progress))
  const figures = sides.flatMap(({ asks, answers, seconds, share }) => [
    figure('answers', answers, 'count', asks),
    figure('matchedShare', share, 'share', asks),
    figure('matching', seconds, 's', asks),
    figure('answersPerSecond', answers / seconds, 'perSecond', asks),
    figure('wholeCity', seconds / share, 's', asks),
  ])
  const failure = sides.find(({ difference }) => difference)?.difference
  return failure === undefined ? { name: 'city', figures } : { name: 'city', figures, failure }
}

async function matchSide(engine: MatchEngine, asks: Side, plan: BenchPlan, progress: Progress): Promise<Matched> {
  const startedAt = performance.now()
  const endsAt = startedAt + secondsFor(plan) * 1000
  const onProgress = ({ fraction }: { fraction: number }) => progress.show((share = fraction))
  const { threads } = plan
  let [answers, share] = [0, 0]
  let first: Uint8Array | undefined
  for await (const chunk of matchCity(engine, { sides: [asks], k: ANSWER_SIZE, threads, onProgress })) {
    answers += chunk.records
    first ??= chunk.lines
    if (performance.now() > endsAt) break
  }
  const seconds = (performance.now() - startedAt) / 1000
  progress.clear()
  return { asks, answers, seconds, share, difference: first && findDifference(engine, asks, first) }
}

/** The first of these answers that the engine would not give. */
const findDifference = (engine: MatchEngine, asks: Side, lines: Uint8Array): string | undefined =>
  readLines(lines).find(({ id, best }) => JSON.stringify(best) !== JSON.stringify(askEngine(engine, asks, id)))?.id
