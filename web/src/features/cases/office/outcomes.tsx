import type { CaseFile } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { instant, yuan } from '../../../ui/format.ts'
import { PaymentState } from '../../payments/payment-state.tsx'

/** What came of the case, each once. */
export function Outcomes({ of: { id, outcomes } }: { of: CaseFile }) {
  const { t } = useTranslation('office')
  if (!outcomes.length) return null
  return (
    <Card title={t('file.outcomes')}>
      <ul className="plain">
        {outcomes.map(({ kind, name, at, fen, payment }) => (
          <li key={`${kind} ${at}`}>
            {nameIn(name)} {fen !== null && <strong>{yuan(fen)}</strong>}{' '}
            <span className="small quiet">{instant(at)}</span> {payment && <PaymentState of={payment} />}{' '}
            {kind === 'pay' && (
              <Link to="/bureau/payments/payables" search={{ record: id }}>
                {t('file.payment')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
