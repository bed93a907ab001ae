import { join } from 'node:path'
import type { MatchEngine } from '@renshu/match'
import { loadSnapshot, saveSnapshot } from '@renshu/match-runtime'
import { type Figure, type Section, type Side, figure } from '../figures.ts'
import { makeTemporaryFolder } from '@renshu/temporary-postgres'
import { SIDES, askEngine, drawIds } from '../questions.ts'
import { timed } from '../stopwatch.ts'
import type { Town } from '../town/town.ts'

/** Questions of each side that the loaded engine must answer like the one that was saved. */
const COMPARED = 100

/** The engine written to a file and read again, the file still being in the memory of the operating system. */
export async function measureSnapshot(engine: MatchEngine, town: Town): Promise<Section> {
  const folder = makeTemporaryFolder({}, () => undefined)
  try {
    const path = join(folder.path, 'engine')
    const saving = await lasting(() => saveSnapshot(engine, path))
    const loading = await lasting(() => loadSnapshot(path))
    const asked = SIDES.map((asks) => compare(engine, loading.result, asks, drawIds(town, asks, COMPARED, 0.5)))
    const figures = [
      figure('saving', saving.seconds, 's'),
      figure('snapshotSize', saving.result, 'bytes'),
      figure('loading', loading.seconds, 's'),
      ...asked.map(({ first }) => first),
    ]
    const failure = asked.find(({ different }) => different)?.different
    return failure === undefined ? { name: 'snapshot', figures } : { name: 'snapshot', figures, failure }
  } finally {
    folder.remove()
  }
}

async function lasting<T>(run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const startedAt = performance.now()
  const result = await run()
  return { result, seconds: (performance.now() - startedAt) / 1000 }
}

/** The first question of one side after loading, and the first id that is answered otherwise than before. */
function compare(
  saved: MatchEngine,
  loaded: MatchEngine,
  asks: Side,
  ids: readonly string[],
): { first: Figure; different: string | undefined } {
  const { milliseconds } = timed(() => askEngine(loaded, asks, ids[0]!))
  const answer = (engine: MatchEngine, id: string) => JSON.stringify(askEngine(engine, asks, id))
  return {
    first: figure(asks === 'jobs' ? 'firstForJob' : 'firstForTalent', milliseconds, 'ms'),
    different: ids.find((id) => answer(saved, id) !== answer(loaded, id)),
  }
}
