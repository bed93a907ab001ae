import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { StandingOnDay } from '../registry/standing-on-day.tsx'
import { desk, useOrganisationId } from './queries.ts'

/** Why the organisation could or could not act on some day. */
export function StandingPage() {
  const { t } = useTranslation(['desk', 'registry'])
  const organisationId = useOrganisationId()
  return (
    <Page title={t('rooms.standing')} lead={t('registry:standing.historyLead')}>
      <StandingOnDay
        of={['desk', organisationId]}
        ask={(query) => desk.standingHistory({ params: { organisationId }, query })}
      />
    </Page>
  )
}
