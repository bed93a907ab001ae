import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { AcceptInvitation } from './accept-invitation.tsx'

/** Desks the person works at, and the way into one by invitation. */
export function OtherRooms() {
  const { t } = useTranslation(['me', 'ui'])
  const { data: me } = useMe()
  return (
    <>
      <ul className="plain tiles">
        <li>
          <Link to="/desk" className="card">
            <strong>{t('ui:nav.desk')}</strong>
            <p className="small quiet">{t('home.desks', { count: me?.memberships.length ?? 0 })}</p>
          </Link>
        </li>
        {me?.officer && (
          <li>
            <Link to="/bureau" className="card">
              <strong>{t('ui:nav.bureau')}</strong>
              <p className="small quiet">{t('home.bureau')}</p>
            </Link>
          </li>
        )}
      </ul>
      <AcceptInvitation />
    </>
  )
}
