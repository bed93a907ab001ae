import { createHash } from 'node:crypto'
import type { Decision } from '@renshu/policy'
import type { EntitlementRow } from '../tables.ts'

/** What a decision rests on and comes to: the same again is the same offer. */
export function hashOfOffer({ facts, amount }: Decision): string {
  const known = Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([known, amount?.value]))
    .digest('hex')
}

type Known = Pick<EntitlementRow, 'id' | 'state' | 'factsHash' | 'foundOn'>

/**
 * Whether the measure has begun anew since a day, by its limits: an entitlement found then was to a year, or to months
 * or days, that are over, and the next one is another.
 */
type IsOver = (foundOn: string) => boolean

/** When somebody was told that he is entitled, by what is open or by another offer that is not over. */
export function toldBefore(
  isOver: IsOver,
  before: readonly Pick<EntitlementRow, 'state' | 'foundOn' | 'toldAt'>[],
): Date | null {
  return before.find((one) => one.toldAt && (one.state === 'open' || !isOver(one.foundOn)))?.toldAt ?? null
}

export type Choice = 'keep' | 'offer' | 'replace' | 'nothing'

/**
 * What becomes of somebody who would be granted a policy: what was declined is not offered again, but once the measure
 * has begun anew; what was taken up is offered again only on other facts.
 * @param before his entitlements to it, the newest first
 */
export function choose(isOver: IsOver, before: readonly Known[], hash: string): Choice {
  const open = before.find(({ state }) => state === 'open')
  if (open) return open.factsHash === hash ? 'keep' : 'replace'
  const stands = before.some((one) => {
    if (isOver(one.foundOn)) return false
    return one.state === 'declined' || (one.state === 'taken' && one.factsHash === hash)
  })
  return stands ? 'nothing' : 'offer'
}
