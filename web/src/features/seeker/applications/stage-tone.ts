import type { Stage } from '@renshu/contracts'
import type { Tone } from '../../../ui/status.tsx'

const TONES: Partial<Record<Stage, Tone>> = {
  invited: 'warn',
  recommended: 'warn',
  interview: 'good',
  offered: 'warn',
  accepted: 'good',
  placed: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
  lapsed: 'bad',
}
export const stageTone = (stage: Stage): Tone => TONES[stage] ?? 'quiet'
