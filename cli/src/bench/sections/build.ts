import { MatchEngine } from '@renshu/match'
import type { Progress } from '../../progress.ts'
import { type Section, figure } from '../figures.ts'
import { usedHeap } from '../heap.ts'
import type { BenchPlan } from '../plan.ts'
import { Stopwatch } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'

const BLOCK = 10_000

/**
 * Builds the engine over the whole town. Records are made in blocks while the clock of the engine stands still, so the
 * time of building is that of the engine alone.
 */
export function measureBuild(
  town: Town,
  plan: BenchPlan,
  progress: Progress,
): { engine: MatchEngine; section: Section } {
  const [making, building] = [new Stopwatch(), new Stopwatch()]
  const heapBefore = usedHeap()
  let made = 0
  const all = plan.jobs + plan.talents
  const inBlocks = <R>(records: Iterator<R>) =>
    handOver(records, making, building, (count) => progress.show((made += count) / all))
  building.start()
  const jobs = inBlocks(town.jobs.records())
  const engine = MatchEngine.build({ jobs, talents: inBlocks(town.talents.records()), asOf: town.asOf })
  building.stop()
  const dictionaries = Math.max(0, usedHeap() - heapBefore)
  return {
    engine,
    section: {
      name: 'build',
      figures: [
        figure('making', making.seconds, 's'),
        figure('building', building.seconds, 's'),
        figure('recordsPerSecond', all / building.seconds, 'perSecond'),
        figure('bytesPerTalent', engine.bytes('talents') / plan.talents, 'bytes'),
        figure('bytesPerJob', engine.bytes('jobs') / plan.jobs, 'bytes'),
        figure('columns', engine.bytes('talents') + engine.bytes('jobs'), 'bytes'),
        figure('dictionaries', dictionaries, 'bytes'),
        figure('resident', process.memoryUsage().rss, 'bytes'),
      ],
    },
  }
}

function* handOver<R>(
  records: Iterator<R>,
  making: Stopwatch,
  building: Stopwatch,
  onBlock: (count: number) => void,
): Generator<R> {
  for (;;) {
    building.stop()
    making.start()
    const block = take(records, BLOCK)
    making.stop()
    onBlock(block.length)
    if (block.length === 0) return building.start()
    building.start()
    yield* block
  }
}

function take<R>(records: Iterator<R>, count: number): R[] {
  const taken: R[] = []
  while (taken.length < count) {
    const { done, value } = records.next()
    if (done) break
    taken.push(value as R)
  }
  return taken
}
