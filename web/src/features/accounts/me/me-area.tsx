import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Area } from '../../../app/layout/area.tsx'
import { SignedInOnly } from '../../../app/layout/guards.tsx'

const SEEKING = ['recommendations', 'applications', 'profile', 'searches', 'looks', 'visibility'] as const
/** What one has under way with the bureau. */
const AFFAIRS = ['cases', 'appointments', 'payments'] as const
const ROOMS = ['account', 'devices', 'privacy', 'consents', 'helpers', 'data'] as const

export function MeArea() {
  const { t } = useTranslation(['me', 'seeker'])
  return (
    <SignedInOnly>
      <Area
        title={t('title')}
        links={[
          <Link key="home" to="/me" activeOptions={{ exact: true }}>
            {t('rooms.home')}
          </Link>,
          ...SEEKING.map((room) => (
            <Link key={room} to={`/me/${room}`}>
              {t(`seeker:rooms.${room}`)}
            </Link>
          )),
          <Link key="policies" to="/me/policies">
            {t('rooms.policies')}
          </Link>,
          ...AFFAIRS.map((room) => (
            <Link key={room} to={`/me/${room}`}>
              {t(`rooms.${room}`)}
            </Link>
          )),
          ...ROOMS.map((room) => (
            <Link key={room} to={`/me/${room}`}>
              {t(`rooms.${room}`)}
            </Link>
          )),
        ]}
      />
    </SignedInOnly>
  )
}
