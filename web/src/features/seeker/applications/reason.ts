import { type ProcessEvent, RefusalReason, SystemReason, WithdrawReason } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'

/** A reason in words: the same code means another thing when the other side gave it. */
export function useReason() {
  const { t } = useTranslation('work')
  return (reason: NonNullable<ProcessEvent['reason']>, by: ProcessEvent['by']): string => {
    const system = SystemReason.options.find((each) => each === reason)
    if (system) return t(`system.${system}`)
    const refusal = RefusalReason.options.find((each) => each === reason)
    const withdrawal = WithdrawReason.options.find((each) => each === reason)
    if (refusal && (by === 'employer' || !withdrawal)) return t(`refusal.${refusal}`)
    return withdrawal ? t(`withdrawal.${withdrawal}`) : reason
  }
}
