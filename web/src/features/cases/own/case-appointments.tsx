import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { instant } from '../../../ui/format.ts'
import { Booking } from './booking.tsx'

/** Times at a counter for this case, and another one. */
export function CaseAppointments({ of: { id, service, appointments, stage } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  if (stage.end && !appointments.length) return null
  return (
    <Card title={t('booking.title')}>
      <div className="stack">
        {appointments.length > 0 && (
          <ul className="plain">
            {appointments.map((appointment) => (
              <li key={appointment.id}>
                {t('booking.at', {
                  at: instant(appointment.startsAt),
                  minutes: appointment.minutes,
                  place: appointment.place,
                })}
              </li>
            ))}
          </ul>
        )}
        {!stage.end && (
          <div>
            <DialogButton action={t('booking.book')}>
              {(close) => <Booking caseId={id} service={service.key} onDone={close} />}
            </DialogButton>
          </div>
        )}
      </div>
    </Card>
  )
}
