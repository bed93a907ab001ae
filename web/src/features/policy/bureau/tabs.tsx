import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const ROOMS = ['', '/entitlements', '/subject', '/trial', '/budget', '/records', '/files'] as const

/** The officers' rooms of policies. */
export function BureauTabs() {
  const { t } = useTranslation(['policy', 'entitlements'])
  return (
    <nav className="tabs" aria-label={t('entitlements:bureau.rooms')}>
      {ROOMS.map((room) => (
        <Link key={room} to={`/bureau/policies${room}`} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`entitlements:bureau.room${room || '/'}`)}
        </Link>
      ))}
    </nav>
  )
}
