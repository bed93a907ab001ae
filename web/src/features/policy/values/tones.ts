import type { CheckResult, Outcome } from './types.ts'
import type { Tone } from '../../../ui/status.tsx'

export const OUTCOME_TONE: Record<Outcome, Tone> = {
  granted: 'good',
  refused: 'bad',
  unknown: 'warn',
  notInForce: 'quiet',
}
export const CHECK_TONE: Record<CheckResult, Tone> = { pass: 'good', fail: 'bad', unknown: 'warn' }
