import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Owner } from './owner.ts'

const ROOMS = ['', '/entitlements', '/decisions', '/records'] as const

/** The rooms of policies of a person or an organisation. */
export function Tabs({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const options = { exact: true, includeSearch: false }
  return (
    <nav className="tabs" aria-label={t('entitlements:own.rooms')}>
      {ROOMS.map((room) =>
        owner.kind === 'person' ? (
          <Link key={room} to={`/me/policies${room}`} activeOptions={options}>
            {t(`entitlements:own.room${room || '/'}`)}
          </Link>
        ) : (
          <Link
            key={room}
            to={`/desk/$organisationId/policies${room}`}
            params={{ organisationId: owner.organisationId }}
            activeOptions={options}
          >
            {t(`entitlements:own.room${room || '/'}`)}
          </Link>
        ),
      )}
    </nav>
  )
}
