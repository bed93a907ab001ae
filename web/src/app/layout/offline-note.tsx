import { useTranslation } from 'react-i18next'
import { useIsOnline } from '../network/online.ts'

/** Says that there is no network, and what that means for what one sees and sends. */
export function OfflineNote() {
  const { t } = useTranslation('ui')
  const online = useIsOnline()
  return <div role="status">{!online && <p className="offline">{t('offline')}</p>}</div>
}
