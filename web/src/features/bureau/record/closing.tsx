import { type OrganisationRecord, registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, dayOf } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { bureau } from '../queries.ts'
import { useRecordChange } from './use-record-change.ts'

interface ClosingProps {
  organisation: OrganisationRecord
  onDone: () => void
}

/** Records that an organisation was dissolved, from which day and on what ground. */
export function Closing({ organisation: { id, name, closedOn, version }, onDone }: ClosingProps) {
  const { t } = useTranslation(['bureau', 'registry'])
  const change = useRecordChange()
  const form = useForm({
    route: registryRoutes.closeOrganisation,
    initial: { on: dayOf(now()), reason: '' },
    given: { version },
    draft: `closing.${id}`,
    send: async (body) => {
      await change(() => bureau.closeOrganisation({ params: { organisationId: id }, body: { ...body, version } }))
      notify(t('record.closed'))
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action={t('record.close')}
      danger
      stale={
        <Facts
          of={[
            [t('registry:directory.name'), name],
            [t('record.closedOn'), closedOn ? day(closedOn) : t('record.notClosed')],
          ]}
        />
      }
    >
      <p>{t('record.closeText', { name })}</p>
      <TextField name="on" label={t('record.closedOn')} type="date" hint={t('record.closedOnHint')} />
      <LongTextField name="reason" label={t('record.reason')} hint={t('record.closeReasonHint')} />
    </Form>
  )
}
