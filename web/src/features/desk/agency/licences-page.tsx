import type { Licence } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { LicenceTable } from '../../registry/licence-table.tsx'
import { LICENCE_TONE } from '../../registry/tones.ts'
import { LicenceForm } from './licence-form.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns, useRecord } from '../queries.ts'

/** Licences and filings of an agency; a new one counts once an officer has confirmed it. */
export function LicencesPage() {
  const { t } = useTranslation(['desk', 'registry', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const owns = useOwns()
  const more: Column<Licence>[] = [
    {
      key: 'status',
      short: true,
      title: t('verification.state'),
      cell: ({ status, reason }) => (
        <>
          <Status tone={LICENCE_TONE[status]}>{t(`registry:licenceStatus.${status}`)}</Status> {reason}
        </>
      ),
    },
    {
      key: 'withdraw',
      title: t('ui:table.actions'),
      cell: ({ id, status }) =>
        owns && status === 'proposed' ? (
          <Confirm
            action={t('licences.withdraw')}
            onConfirm={() => desk.withdrawLicence({ params: { organisationId, licenceId: id } }).then(changed)}
          >
            {t('licences.withdrawText')}
          </Confirm>
        ) : null,
    },
  ]
  return (
    <Page title={t('rooms.licences')} lead={t('licences.lead')}>
      <Answer of={useRecord()}>{({ licences }) => <LicenceTable licences={licences} more={more} />}</Answer>
      {owns && (
        <Card title={t('licences.add')}>
          <LicenceForm />
        </Card>
      )}
    </Page>
  )
}
