import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '../network/online.ts'

/** Says that there is no network, and what that means for what one sees and sends; with the network all is read again. */
export function OfflineNote() {
  const { t } = useTranslation('ui')
  const queries = useQueryClient()
  const online = useIsOnline()
  useEffect(() => (online ? undefined : () => void queries.invalidateQueries()), [online, queries])
  return <div role="status">{!online && <p className="offline">{t('offline')}</p>}</div>
}
