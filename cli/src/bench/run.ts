import type { MatchEngine } from '@renshu/match'
import { type Progress, openProgress } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import type { Section, SectionName } from './figures.ts'
import { Merging } from './merging.ts'
import type { BenchPlan } from './plan.ts'
import { measureAssignment } from './sections/assignment.ts'
import { measureBuild } from './sections/build.ts'
import { measureCity } from './sections/city.ts'
import { measureExplanation } from './sections/explanation.ts'
import { measureCold, measureLatency } from './sections/latency.ts'
import { describeMachine } from './sections/machine.ts'
import { measureManyUpdates } from './sections/many-updates.ts'
import { measurePeers } from './sections/peers.ts'
import { measureRecall } from './sections/recall.ts'
import { measureSnapshot } from './sections/snapshot.ts'
import { measureStream } from './sections/stream.ts'
import { measureVisibility } from './sections/visibility.ts'
import { type Town, openTown } from './town/town.ts'

/** Measures one thing after the other on one engine; each section comes when it is done. */
export async function* measureAll(plan: BenchPlan, terminal: Terminal): AsyncGenerator<Section> {
  const progressOf = (name: SectionName) => openProgress(terminal, terminal.messages.bench.section[name])
  yield describeMachine(plan)
  const town = openTown(plan)
  const { engine, section } = measureBuild(town, plan, progressOf('build'))
  yield section
  yield measureCold(engine, town, plan)
  const recall = measureRecall(engine, town, progressOf('recall'))
  yield recall.section
  yield measureLatency(engine, town, plan)
  yield measureExplanation(engine, recall.truths)
  yield measureVisibility(engine, recall.truths)
  yield* measureUpdates(engine, town, plan, progressOf('recallAfterUpdates'))
  yield await measureSnapshot(engine, town)
  yield await measureCity(engine, plan, progressOf('city'))
  yield measureAssignment(town)
  if (plan.peers.length > 0) yield await measurePeers(engine, town, plan.peers, progressOf('peers'))
}

async function* measureUpdates(
  engine: MatchEngine,
  town: Town,
  plan: BenchPlan,
  progress: Progress,
): AsyncGenerator<Section> {
  const merging = new Merging(engine)
  try {
    const { section, updates } = await measureStream(engine, town, plan, merging)
    yield section
    yield await measureManyUpdates(engine, town, plan, updates, merging, progress)
  } finally {
    await merging.close()
  }
}
