import type { Job, MatchEngine, Talent } from '@renshu/match'
import { distribution } from '../distribution.ts'
import type { Section, Side } from '../figures.ts'
import { type Truth, compareAnswers } from '../oracle.ts'
import { askEngine } from '../questions.ts'
import { timed } from '../stopwatch.ts'
import type { Truths } from './recall.ts'

/** Winners that go and come back, of each side. */
const MOST = 500

type Doors<R> = { withdraw: (id: string) => void; put: (record: R) => void }

/** Each winner of an answer is withdrawn and put again: the very next question must know, and the time is that of both. */
export function measureVisibility(engine: MatchEngine, truths: Truths): Section {
  const talents = { withdraw: (id: string) => engine.withdrawTalent(id), put: (one: Talent) => engine.putTalent(one) }
  const jobs = { withdraw: (id: string) => engine.withdrawJob(id), put: (one: Job) => engine.putJob(one) }
  const seen = [sendAway(engine, 'jobs', truths.jobs, talents), sendAway(engine, 'talents', truths.talents, jobs)]
  const figures = seen.flatMap(({ asks, times }) => (times.length > 0 ? distribution(times, asks, 'updates') : []))
  const failure = seen.find(({ difference }) => difference)?.difference
  return failure === undefined ? { name: 'visibility', figures } : { name: 'visibility', figures, failure }
}

function sendAway<A extends Job | Talent, R extends Job | Talent>(
  engine: MatchEngine,
  asks: Side,
  truths: readonly Truth<A, R>[],
  { withdraw, put }: Doors<R>,
): { asks: Side; times: number[]; difference?: string } {
  const times: number[] = []
  const ask = (asker: A) => askEngine(engine, asks, asker.id)
  for (const { asker, best } of truths)
    for (const { record } of best) {
      if (times.length >= 2 * MOST) return { asks, times }
      const gone = timed(() => (withdraw(record.id), ask(asker)))
      const back = timed(() => (put(record), ask(asker)))
      times.push(gone.milliseconds, back.milliseconds)
      if (gone.result.some(({ id }) => id === record.id))
        return { asks, times, difference: `${asker.id}: ${record.id}` }
      const { difference } = compareAnswers(best, back.result)
      if (difference) return { asks, times, difference: `${asker.id} ${difference}` }
    }
  return { asks, times }
}
