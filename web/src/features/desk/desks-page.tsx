import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignedInOnly } from '../../app/layout/guards.tsx'
import { useMe } from '../../app/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { DeskName } from './desk-name.tsx'

/** The organisations the person may act for. */
export function DesksPage() {
  return (
    <SignedInOnly>
      <Desks />
    </SignedInOnly>
  )
}

function Desks() {
  const { t } = useTranslation(['desk', 'ui'])
  const { data: me } = useMe()
  const memberships = me?.memberships ?? []
  const register = (
    <ButtonLink to="/desk/new" kind="primary">
      {t('desks.register')}
    </ButtonLink>
  )
  return (
    <Page title={t('ui:nav.desk')} lead={t('desks.lead')} actions={memberships.length > 0 && register}>
      {memberships.length === 0 && (
        <Empty title={t('desks.none')} actions={register}>
          <p>{t('desks.noneText')}</p>
        </Empty>
      )}
      <ul className="plain tiles">
        {memberships.map(({ organisationId, role, throughOrganisationId }) => (
          <li key={`${organisationId} ${throughOrganisationId}`}>
            <Link to="/desk/$organisationId" params={{ organisationId }} className="card">
              <strong>
                <DeskName id={organisationId} />
              </strong>
              <p className="small quiet">
                {t(`role.${role}`)}
                {throughOrganisationId && t('desks.byMandate')}
              </p>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
