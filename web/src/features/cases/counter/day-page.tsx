import type { Appointment } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { DayFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { day, dayOf, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { office, officeDesk } from '../office/queries.ts'

const route = getRouteApi('/bureau/appointments')
const TONE = { booked: 'warn', cancelled: 'quiet', came: 'good', missed: 'bad' } as const

/** Who comes to the officer's counters on a day. */
export function DayPage() {
  const { t } = useTranslation(['office', 'cases'])
  const on = route.useSearch().on ?? dayOf(now())
  const navigate = useNavigate({ from: '/bureau/appointments' })
  const list = usePages([...officeDesk.key, 'appointments', on], (cursor) =>
    office.counterAppointments({ query: { on, cursor } }),
  )
  return (
    <Page title={t('day.title')} lead={t('day.lead')}>
      <Toolbar>
        <DayFilter
          label={t('day.on')}
          value={on}
          onChange={(value) => void navigate({ search: value ? { on: value } : {}, replace: true })}
        />
      </Toolbar>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <DataTable
                caption={t('day.of', { day: day(on) })}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'at', title: t('day.time'), short: true, cell: ({ startsAt }) => instant(startsAt) },
                  { key: 'name', title: t('day.name'), cell: ({ name }) => name },
                  { key: 'counter', title: t('day.counter'), cell: ({ counter }) => counter.name },
                  {
                    key: 'for',
                    title: t('day.for'),
                    cell: ({ service, note }) => [service && nameIn(service.title), note].filter(Boolean).join(' '),
                  },
                  { key: 'status', title: t('task.stage'), cell: (appointment) => <Mark of={appointment} /> },
                ]}
              />
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('day.none', { day: day(on) })} />
          )
        }
      </Answer>
    </Page>
  )
}

function Mark({ of: { id, status } }: { of: Appointment }) {
  const { t } = useTranslation(['office', 'cases'])
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const mark = (as: 'came' | 'missed') =>
    attempt(async () => {
      await office.markAppointment({ params: { appointmentId: id }, body: { status: as } })
      await client.invalidateQueries({ queryKey: [...officeDesk.key, 'appointments'] })
    })
  return (
    <>
      <Status tone={TONE[status]}>{t(`cases:booking.${status}`)}</Status>
      {status === 'booked' && (
        <span className="row">
          <Button disabled={pending} onClick={() => void mark('came')}>
            {t('day.came')}
          </Button>
          <Button disabled={pending} onClick={() => void mark('missed')}>
            {t('day.missed')}
          </Button>
        </span>
      )}
      {error && <ProblemNote error={error} />}
    </>
  )
}
