import type { Context } from '../../../../platform/http/index.ts'
import { outlineOf } from '../../../../platform/log.ts'
import type { AskedTally } from './asked.ts'
import { dayOf } from '../../../../platform/clock.ts'
import { askedCallers } from '../../settings.ts'
import { addAsked, addAskedFilters } from './store.ts'

/** Written down at most so often. */
const PAUSE_MS = 60_000
const keptAt = new WeakMap<AskedTally, number>()

/**
 * Writes down what was asked for, once a minute and behind the answer: nobody waits for it, and where it fails, a
 * minute of a statistic is lost.
 */
export function keepAsked(context: Context, tally: AskedTally): void {
  const { database, city, now, log } = context
  const at = now().getTime()
  if (at - (keptAt.get(tally) ?? 0) < PAUSE_MS) return
  keptAt.set(tally, at)
  const { words, filters } = tally.take(askedCallers(context, dayOf(now())))
  if (words.length === 0 && filters.length === 0) return
  database
    .transaction({ kind: 'system', city }, async (tx) => {
      if (words.length > 0) await addAsked(tx, city, words)
      if (filters.length > 0) await addAskedFilters(tx, city, filters)
    })
    .catch((error: unknown) => log.warn(outlineOf(error), 'searches asked for'))
}
