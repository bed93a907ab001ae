import type { Recovery } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { yuan } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { RECOVERY_TONE } from '../tones.ts'

/** A recovery in one line of another page. */
export function RecoveryLine({
  of: { id, status, amountFen, recoveredFen, reason },
}: {
  of: ReturnType<typeof Recovery.parse>
}) {
  const { t } = useTranslation('payments')
  return (
    <li className="row">
      <Link to="/bureau/payments/recoveries/$recoveryId" params={{ recoveryId: id }}>
        {t(`recovery.reason.${reason}`)}
      </Link>
      <Status tone={RECOVERY_TONE[status]}>{t(`recovery.status.${status}`)}</Status>
      <span>{t('recovery.of', { recovered: yuan(recoveredFen), amount: yuan(amountFen) })}</span>
    </li>
  )
}
