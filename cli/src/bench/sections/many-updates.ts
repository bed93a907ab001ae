import { setImmediate as breathe } from 'node:timers/promises'
import type { MatchEngine } from '@renshu/match'
import type { Progress } from '../../progress.ts'
import { type Section, figure } from '../figures.ts'
import type { Merging } from '../merging.ts'
import type { BenchPlan } from '../plan.ts'
import { Stopwatch } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'
import { prepareUpdate } from '../town/updates.ts'
import { measureRecall } from './recall.ts'

const MOST = 100_000
/** Updates between two looks at the merges. */
const BLOCK = 256
/** Records that wait before they are merged, and before an update waits for that; an engine takes 16,384. */
const [WAITING, MOST_WAITING] = [6000, 12_000]

/**
 * Updates as fast as they are taken, with merges in the background, and then everybody judged again over what is live.
 *
 * @param done updates that the town and the engine have seen already
 */
export async function measureManyUpdates(
  engine: MatchEngine,
  town: Town,
  { talents }: BenchPlan,
  done: number,
  merging: Merging,
  progress: Progress,
): Promise<Section> {
  const all = Math.max(done, Math.min(MOST, talents))
  const applying = new Stopwatch()
  for (let from = done; from < all; from += BLOCK) {
    const length = Math.min(BLOCK, all - from)
    const updates = Array.from({ length }, (_, place) => prepareUpdate(town, from + place))
    applying.start()
    for (const { apply } of updates) apply(engine)
    applying.stop()
    merging.start(WAITING)
    await (isFull(engine) ? merging.finish() : breathe())
    progress.show((from + length) / all)
  }
  await merging.finish()
  const { section } = measureRecall(engine, town, progress, 'recallAfterUpdates')
  const figures = [figure('updates', all, 'count', 'updates')]
  if (all > done) figures.push(figure('updatesPerSecond', (all - done) / applying.seconds, 'perSecond', 'updates'))
  figures.push(figure('merges', merging.merges, 'count', 'updates'))
  figures.push(figure('longestBlock', merging.longestBlock, 'ms', 'updates'))
  return { ...section, figures: [...section.figures, ...figures] }
}

const isFull = (engine: MatchEngine): boolean =>
  Math.max(engine.waiting('jobs'), engine.waiting('talents')) > MOST_WAITING
