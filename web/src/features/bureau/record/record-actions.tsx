import type { OrganisationRecord } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Closing } from './closing.tsx'
import { Correction } from './correction.tsx'
import { OwnerAppointment } from './owner-appointment.tsx'

/** What only the bureau does to a record. */
export function RecordActions({ of: organisation }: { of: OrganisationRecord }) {
  const { t } = useTranslation('bureau')
  return (
    <>
      <DialogButton action={t('record.correct')}>
        {(close) => <Correction organisation={organisation} onDone={close} />}
      </DialogButton>
      <DialogButton action={t('record.appoint')}>
        {(close) => <OwnerAppointment organisationId={organisation.id} onDone={close} />}
      </DialogButton>
      <DialogButton action={t('record.close')} kind="danger" disabled={organisation.closedOn !== null}>
        {(close) => <Closing organisation={organisation} onDone={close} />}
      </DialogButton>
    </>
  )
}
