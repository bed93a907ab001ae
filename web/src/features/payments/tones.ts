import type { BatchStatus, PayableStatus, RecoveryStatus } from '@renshu/contracts'
import type { Tone } from '../../ui/status.tsx'

export const PAYABLE_TONE: Record<PayableStatus, Tone> = {
  open: 'warn',
  drafted: 'quiet',
  sent: 'quiet',
  paid: 'good',
  returned: 'bad',
  withdrawn: 'quiet',
}
export const BATCH_TONE: Record<ReturnType<typeof BatchStatus.parse>, Tone> = {
  drafted: 'warn',
  released: 'quiet',
  settled: 'good',
  discarded: 'quiet',
}
export const RECOVERY_TONE: Record<ReturnType<typeof RecoveryStatus.parse>, Tone> = {
  opened: 'warn',
  demanded: 'warn',
  partly: 'warn',
  recovered: 'good',
  writtenOff: 'quiet',
}
