import { type Slots, unknownIn } from '../language/evaluate.ts'
import type { Judgement } from './judge.ts'
import type { PreparedPolicy } from '../policy/prepare.ts'

/** Weighs less than any condition, however many facts there are. */
const AMOUNT = 1e-6

/**
 * The keys of the facts whose answer can still change the outcome, in the order worth asking: first what settles a
 * condition alone or many of them, what only moves the amount last.
 */
export function missingFacts(prepared: PreparedPolicy, judgement: Judgement, slots: Slots): string[] {
  if (judgement.outcome !== 'unknown') return []
  const worth = new Map<number, number>()
  const rate = (unknown: readonly number[], weight: number) => {
    for (const slot of unknown) worth.set(slot, (worth.get(slot) ?? 0) + weight / unknown.length)
  }
  for (const [place, { when }] of prepared.conditions.entries())
    if (judgement.holds[place] === undefined) rate(unknownIn(when, slots), 1)
  for (const [place, { limit, parts }] of prepared.limits.entries()) {
    const unknown = [...new Set(Object.values(parts).flatMap((part) => unknownIn(part, slots)))]
    const movesAmount = limit.kind === 'share' || limit.kind === 'cap' || 'otherwise' in limit
    if (judgement.limits[place]!.holds === undefined) rate(unknown, movesAmount ? AMOUNT : 1)
  }
  rate(unknownIn(prepared.amount, slots), AMOUNT)
  return prepared.facts
    .filter(({ slot }) => worth.has(slot))
    .toSorted((a, b) => worth.get(b.slot)! - worth.get(a.slot)!)
    .map(({ fact }) => fact.key)
}
