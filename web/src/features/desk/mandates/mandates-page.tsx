import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { useOwns, useRecord } from '../queries.ts'
import { GivenMandates } from './given-mandates.tsx'
import { MandateForm } from './mandate-form.tsx'
import { ReceivedMandates } from './received-mandates.tsx'
import { useMandates } from './use-mandates.ts'

/** Who acts for this organisation, and for whom it acts. */
export function MandatesPage() {
  const { t } = useTranslation('desk')
  const owns = useOwns()
  const { data: record } = useRecord()
  return (
    <Page title={t('rooms.mandates')} lead={t('mandates.lead')}>
      <Answer of={useMandates()}>
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
