import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { AcceptInvitation } from './accept-invitation.tsx'

/** The person's home: applications will stand here; desks and invitations do. */
export function MePage() {
  const { t } = useTranslation(['me', 'ui'])
  return (
    <Answer of={useMe()}>
      {(me) => (
        <Page title={t('home.title', { name: me?.name ?? '' })}>
          <Empty title={t('ui:soon')} actions={<ButtonLink to="/jobs">{t('ui:nav.jobs')}</ButtonLink>}>
            <p>{t('home.soon')}</p>
          </Empty>
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
        </Page>
      )}
    </Answer>
  )
}
