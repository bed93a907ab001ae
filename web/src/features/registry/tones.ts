import type { Tone } from '../../ui/status.tsx'

export const VERIFICATION_TONE: Record<'submitted' | 'accepted' | 'refused' | 'withdrawn', Tone> = {
  submitted: 'warn',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
}
export const LICENCE_TONE: Record<'proposed' | 'confirmed' | 'refused' | 'withdrawn', Tone> = {
  proposed: 'warn',
  confirmed: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
}
