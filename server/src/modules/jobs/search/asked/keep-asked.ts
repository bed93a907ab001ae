import type { Context } from '../../../../platform/http/index.ts'
import { outlineOf } from '../../../../platform/log.ts'
import type { AskedTally } from './asked.ts'
import { addAsked } from '../store.ts'

/** Written down at most so often. */
const PAUSE_MS = 60_000
const keptAt = new WeakMap<AskedTally, number>()

/**
 * Writes down what was asked for, once a minute and behind the answer: nobody waits for it, and where it fails, a
 * minute of a statistic is lost.
 */
export function keepAsked({ database, city, now, log }: Context, tally: AskedTally): void {
  const at = now().getTime()
  if (at - (keptAt.get(tally) ?? 0) < PAUSE_MS) return
  keptAt.set(tally, at)
  const asked = tally.take()
  if (asked.length === 0) return
  database
    .transaction({ kind: 'system', city }, (tx) => addAsked(tx, city, asked))
    .catch((error: unknown) => log.warn(outlineOf(error), 'searches asked for'))
}
