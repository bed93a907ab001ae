import type { Stage } from '@renshu/contracts'
import { isTakenUp, type State } from './state.ts'

const ORDER: readonly Stage[] = ['talking', 'interview', 'offered', 'accepted']

/**
 * How far an open process is: what the talent has not said yes to yet, what waits for a first answer, then its stage,
 * and last what a side has confirmed. Greater is further.
 */
export function progressOf(state: State): number {
  const { stage, confirmed } = state
  const at = ORDER.indexOf(stage) + 1
  if (at === 0) return isTakenUp(state) ? 1 : 0
  return 1 + at + Number(confirmed.talent || confirmed.employer)
}
