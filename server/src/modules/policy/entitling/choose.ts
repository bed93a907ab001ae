import { createHash } from 'node:crypto'
import type { Decision, Policy } from '@renshu/policy'
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

/** A measure of which each year is a new one. */
const isYearly = ({ limits = [] }: Policy): boolean =>
  limits.some((limit) => 'within' in limit && limit.within === 'year')

const yearOf = (day: string): string => day.slice(0, 4)

type Known = Pick<EntitlementRow, 'id' | 'state' | 'factsHash' | 'foundOn'>

export type Choice = 'keep' | 'offer' | 'replace' | 'nothing'

/**
 * What becomes of somebody who would be granted a policy: what was declined is not offered again, but in a new year
 * where the measure begins anew; what was taken up is offered again only on other facts.
 * @param before his entitlements to it, the newest first
 */
export function choose(policy: Policy, before: readonly Known[], hash: string, today: string): Choice {
  const open = before.find(({ state }) => state === 'open')
  if (open) return open.factsHash === hash ? 'keep' : 'replace'
  const isOver = ({ foundOn }: Known) => isYearly(policy) && yearOf(foundOn) < yearOf(today)
  const stands = before.some((one) => {
    if (isOver(one)) return false
    return one.state === 'declined' || (one.state === 'taken' && one.factsHash === hash)
  })
  return stands ? 'nothing' : 'offer'
}
