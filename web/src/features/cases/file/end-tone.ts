import type { CaseCard } from '@renshu/contracts'
import type { Tone } from '../../../ui/status.tsx'

/** The tone of a stage: how the case ended, or that it is on its way. */
export function endTone(end: CaseCard['stage']['end']): Tone {
  if (end === 'done') return 'good'
  return end === 'refused' ? 'bad' : end === 'withdrawn' ? 'quiet' : 'warn'
}
