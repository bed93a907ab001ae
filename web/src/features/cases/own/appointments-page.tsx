import type { Appointment } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import { download } from '../../../ui/table/download.ts'
import { type Applicant, useApplicant } from './applicant.ts'
import { Booking } from './booking.tsx'

/** Times at counters: book, cancel, take into one's own calendar. */
export function AppointmentsPage() {
  const { t } = useTranslation('cases')
  const applicant = useApplicant()
  const query = useQuery({ queryKey: [...applicant.key, 'appointments'], queryFn: () => applicant.bookings() })
  return (
    <Page
      title={t('booking.title')}
      lead={t('booking.lead')}
      actions={
        <DialogButton action={t('booking.book')} kind="primary">
          {(close) => <Booking caseId={null} service={null} onDone={close} />}
        </DialogButton>
      }
    >
      <Answer of={query}>
        {({ items }) =>
          items.length ? (
            <ul className="plain stack">
              {items.map((appointment) => (
                <OneAppointment key={appointment.id} of={appointment} applicant={applicant} />
              ))}
            </ul>
          ) : (
            <Empty title={t('booking.none')}>
              <p>{t('booking.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

const TONE = { booked: 'warn', cancelled: 'quiet', came: 'good', missed: 'bad' } as const

function OneAppointment({ of: appointment, applicant }: { of: Appointment; applicant: Applicant }) {
  const { t } = useTranslation(['cases', 'ui'])
  const client = useQueryClient()
  const { id, counter, service, startsAt, minutes, status, note } = appointment
  const open = status === 'booked' && new Date(startsAt) > now()
  const cancel = async () => {
    await applicant.cancelBooking(id)
    await client.invalidateQueries({ queryKey: applicant.key })
  }
  const take = async () => {
    const { name, type, bytes } = await applicant.bookingFile(id)
    download(name || 'appointment.ics', type, bytes)
  }
  return (
    <li className="card stack">
      <div className="row spread">
        <strong>{t('booking.when', { at: instant(startsAt), minutes })}</strong>
        <Status tone={TONE[status]}>{t(`booking.${status}`)}</Status>
      </div>
      <p>
        {counter.name} {counter.address} {service && nameIn(service.title)} {note}
      </p>
      {open && (
        <div className="row">
          <Button onClick={() => void take()}>{t('booking.calendar')}</Button>
          <Confirm action={t('booking.cancel')} stay={t('ui:keep')} danger onConfirm={cancel}>
            {t('booking.cancelText')}
          </Confirm>
        </div>
      )}
    </li>
  )
}
