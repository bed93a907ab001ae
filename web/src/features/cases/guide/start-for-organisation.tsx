import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DeskName } from '../../desk/desk-name.tsx'
import { StartButton, type StartProps } from './start-button.tsx'

/** For one of the organisations somebody may act for; only loaded for who is signed in. */
export function StartForOrganisation({ service, mode }: StartProps) {
  const { t } = useTranslation('services')
  const memberships = (useMe().data?.memberships ?? []).filter(({ role }) => role !== 'viewer')
  const mine = [...new Set(memberships.map(({ organisationId }) => organisationId))]
  if (!mine.length)
    return (
      <div className="stack">
        <p>{t('start.noOrganisation')}</p>
        <div className="row">
          <ButtonLink to="/desk/new">{t('start.register')}</ButtonLink>
        </div>
      </div>
    )
  return (
    <>
      <p>{t('start.whichOrganisation')}</p>
      {mine.map((organisationId) => (
        <StartButton
          key={organisationId}
          service={service}
          mode={mode}
          organisationId={organisationId}
          primary={mine.length === 1}
        >
          <DeskName id={organisationId} />
        </StartButton>
      ))}
    </>
  )
}
