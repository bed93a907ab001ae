import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { desk, useOrganisationId, useOwns, useRecord } from '../queries.ts'
import { GivenMandates } from './given-mandates.tsx'
import { MandateForm } from './mandate-form.tsx'
import { ReceivedMandates } from './received-mandates.tsx'

/** Who acts for this organisation, and for whom it acts. */
export function MandatesPage() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const owns = useOwns()
  const { data: record } = useRecord()
  const query = useQuery({
    queryKey: ['desk', organisationId, 'mandates'],
    queryFn: () => desk.listMandates({ params: { organisationId } }),
  })
  return (
    <Page title={t('rooms.mandates')} lead={t('mandates.lead')}>
      <Answer of={query}>
        {({ given, received }) => (
          <>
            {(record?.kind === 'agency' || received.length > 0) && <ReceivedMandates of={received} />}
            <GivenMandates of={given} />
          </>
        )}
      </Answer>
      {owns ? (
        <Card title={t('mandates.give')}>
          <MandateForm />
        </Card>
      ) : (
        <p className="quiet">{t('mandates.ownerOnly')}</p>
      )}
    </Page>
  )
}
