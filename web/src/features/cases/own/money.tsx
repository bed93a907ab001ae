import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { yuan } from '../../../ui/format.ts'
import { PaymentState } from '../../payments/payment-state.tsx'
import { PaymentsLink } from './links.tsx'
import { useApplicant } from './applicant.ts'

/** The money that came of a case: where it is, and what to do where the bank sent it back. */
export function Money({ of: { outcomes } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const applicant = useApplicant()
  const paid = outcomes.flatMap(({ name, fen, payment }) => (payment ? [{ name, fen, payment }] : []))
  if (!paid.length) return null
  return (
    <Card title={t('money.title')}>
      <ul className="plain stack">
        {paid.map(({ name, fen, payment }) => (
          <li key={name.zh}>
            {nameIn(name)} {fen !== null && <strong>{yuan(fen)}</strong>} <PaymentState of={payment} />
            {payment.status === 'returned' && <p>{t('money.returned')}</p>}
          </li>
        ))}
      </ul>
      <PaymentsLink of={applicant}>{t('money.see')}</PaymentsLink>
    </Card>
  )
}
