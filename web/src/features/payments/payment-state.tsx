import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'
import { PAYABLE_TONE } from './tones.ts'

type Payment = NonNullable<CaseFile['outcomes'][number]['payment']>

/** How far a payment is, by the bank's word. */
export function PaymentState({ of: { status, paidOn } }: { of: Payment }) {
  const { t } = useTranslation('payments')
  return (
    <>
      <Status tone={PAYABLE_TONE[status]}>{t(`status.${status}`)}</Status>
      {paidOn && <span className="small quiet"> {day(paidOn)}</span>}
    </>
  )
}
