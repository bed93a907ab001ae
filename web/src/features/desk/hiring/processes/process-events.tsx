import { type ProcessEvent, RefusalReason, SystemReason, WithdrawReason } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { instant } from '../../../../ui/format.ts'
import { Timeline } from '../../../../ui/timeline.tsx'

/** Why a step was taken, in words: one code may stand in several lists, so the step tells which. */
export function useReasonName() {
  const { t } = useTranslation('work')
  return ({ step, reason }: Pick<ProcessEvent, 'step' | 'reason'>): string | null => {
    const refusal = RefusalReason.safeParse(reason).data
    const withdrawal = WithdrawReason.safeParse(reason).data
    const system = SystemReason.safeParse(reason).data
    if (system) return t(`system.${system}`)
    if (refusal && (step === 'refuse' || !withdrawal)) return t(`refusal.${refusal}`)
    return withdrawal ? t(`withdrawal.${withdrawal}`) : null
  }
}

/** 求职者 4F2A says already which side he is of. */
const byWhom = (party: string, name: string): string => (name.startsWith(party) ? name : `${party} ${name}`.trim())

/** Every step: what, when, who, why. */
export function ProcessEvents({ of: events }: { of: readonly ProcessEvent[] }) {
  const { t } = useTranslation(['work', 'ui'])
  const reasonName = useReasonName()
  return (
    <Timeline
      of={events.map((event) => {
        const reason = reasonName(event)
        const answer = event.followUp && t(`work:followUp.${event.followUp.answer}`, { days: event.followUp.days })
        const said = [event.slotAt && instant(event.slotAt), answer, reason, event.note]
          .filter(Boolean)
          .join(t('ui:colon'))
        return {
          id: event.id,
          title: t(`work:step.${event.step}`),
          about: `${instant(event.at)} ${byWhom(t(`work:party.${event.by}`), event.byName)}`,
          text: said || undefined,
        }
      })}
    />
  )
}
