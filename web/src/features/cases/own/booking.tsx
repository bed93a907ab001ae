import { personCaseRoutes, type Slot } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { hall } from '../hall/queries.ts'
import { type Applicant, useApplicant } from './applicant.ts'

interface BookingProps {
  caseId: string | null
  service: string | null
  onDone: () => void
}

/** A time at a counter: the place, then one of its free times. */
export function Booking(props: BookingProps) {
  const { t } = useTranslation('cases')
  const applicant = useApplicant()
  const counters = usePages(['counters', 'all'], (cursor) => hall.counters({ query: { cursor, limit: 200 } }))
  return (
    <Answer of={counters}>
      {({ rows, total }) =>
        rows.length ? (
          <>
            <Choosing {...props} applicant={applicant} counters={rows} />
            {counters.more && (
              <PagedFoot shown={rows.length} total={total} onMore={counters.more} pending={counters.pending} />
            )}
          </>
        ) : (
          <Empty title={t('booking.noCounters')} />
        )
      }
    </Answer>
  )
}

type Counters = Awaited<ReturnType<typeof hall.counters>>['items']

function Choosing({
  caseId,
  service,
  onDone,
  applicant,
  counters,
}: BookingProps & { applicant: Applicant; counters: Counters }) {
  const { t } = useTranslation('cases')
  const client = useQueryClient()
  const districtName = useDistrictName()
  const form = useForm({
    route: personCaseRoutes.myBook,
    initial: { counterId: counters[0]?.id ?? '', startsAt: '', note: '' },
    given: { service, caseId },
    required: ['startsAt'],
    send: async (body) => {
      await applicant.book(body)
      await client.invalidateQueries({ queryKey: applicant.key })
      await client.invalidateQueries({ queryKey: ['slots'] })
      notify(t('booking.done'))
      onDone()
    },
  })
  const counterId = String(form.values['counterId'] ?? '')
  const slots = useQuery({
    queryKey: ['slots', counterId],
    queryFn: () => hall.slots({ query: { counter: counterId } }),
    enabled: counterId !== '',
  })
  const free = (slots.data?.items ?? []).filter((slot) => slot.free > 0)
  return (
    <Form form={form} action={t('booking.book')}>
      <ChoiceField
        name="counterId"
        label={t('booking.counter')}
        choices={counters.map(({ id, name, address, district }) => ({
          value: id,
          label: `${nameIn(district.name) || districtName(district.code)} ${name} ${address}`,
        }))}
      />
      <ChoiceField
        name="startsAt"
        label={t('booking.time')}
        hint={slots.data && !free.length ? t('booking.noTimes') : t('booking.timeHint')}
        choices={free.map((slot) => ({ value: slot.startsAt, label: labelOf(slot, t('booking.afterHours')) }))}
      />
      <TextField name="note" label={t('booking.note')} maxLength={200} />
    </Form>
  )
}

const labelOf = ({ startsAt, afterHours }: Slot, word: string) =>
  afterHours ? `${instant(startsAt)} ${word}` : instant(startsAt)
