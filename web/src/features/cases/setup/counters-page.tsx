import { casesRoutes, type Counter } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { newId } from '../../../app/new-id.ts'
import { useMe } from '../../../app/session.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { NumberField } from '../../../ui/form/fields/number-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { hall } from '../hall/queries.ts'
import { office } from '../office/queries.ts'
import { HoursField } from './hours-field.tsx'

type OneCounter = ReturnType<typeof Counter.parse>

/** Where people are taken in, and at which times they may book. */
export function CountersPage() {
  const { t } = useTranslation('office')
  const { data: me } = useMe()
  const isAdministrator = me?.officer?.administrator === true
  const list = usePages(['counters'], (cursor) => hall.counters({ query: { cursor } }))
  return (
    <Page
      title={t('counters.title')}
      lead={t('counters.lead')}
      actions={
        isAdministrator && (
          <DialogButton action={t('counters.add')} kind="primary">
            {(close) => <Setting of={null} onDone={close} />}
          </DialogButton>
        )
      }
    >
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              {rows.map((counter) => (
                <OnCounter key={counter.id} of={counter} isAdministrator={isAdministrator} />
              ))}
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('counters.none')} />
          )
        }
      </Answer>
    </Page>
  )
}

function OnCounter({ of: counter, isAdministrator }: { of: OneCounter; isAdministrator: boolean }) {
  const { t } = useTranslation('office')
  const { name, address, district, minutes, places, hours } = counter
  return (
    <Card title={name}>
      <p>
        {nameIn(district.name)} {address} {t('counters.about', { minutes, places })}
      </p>
      <ul>
        {hours.map(({ weekday, from, until, afterHours }) => (
          <li key={`${weekday} ${from}`}>
            {t(`weekday.d${weekday as 1}`)} {from}–{until} {afterHours && t('counters.afterHours')}
          </li>
        ))}
      </ul>
      {isAdministrator && (
        <DialogButton action={t('counters.change')}>{(close) => <Setting of={counter} onDone={close} />}</DialogButton>
      )}
    </Card>
  )
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '16:30', afterHours: false }))

function Setting({ of: counter, onDone }: { of: OneCounter | null; onDone: () => void }) {
  const { t } = useTranslation(['office', 'ui'])
  const client = useQueryClient()
  const districts = useDistrictChoices()
  const form = useForm({
    route: casesRoutes.setCounter,
    initial: {
      district: counter?.district.code ?? '',
      name: counter?.name ?? '',
      address: counter?.address ?? '',
      minutes: counter?.minutes ?? 30,
      places: counter?.places ?? 2,
      hours: counter?.hours ?? WEEK,
    },
    given: { version: counter?.version ?? null },
    send: async (body) => {
      await office.setCounter({ params: { counterId: counter?.id ?? newId() }, body })
      await client.invalidateQueries({ queryKey: ['counters'] })
      notify(t('ui:form.saved'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('ui:form.save')}>
      <TextField name="name" label={t('counters.name')} maxLength={100} />
      <ChoiceField name="district" label={t('duties.district')} choices={districts} />
      <TextField name="address" label={t('counters.address')} maxLength={200} />
      <NumberField name="minutes" label={t('counters.minutes')} min={5} max={240} />
      <NumberField name="places" label={t('counters.places')} min={1} max={100} />
      <HoursField name="hours" label={t('counters.hours')} />
    </Form>
  )
}
