import { registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { bureau } from '../queries.ts'

interface OwnerAppointmentProps {
  organisationId: string
  onDone: () => void
}

/** Makes the person of a phone owner of an organisation that a register brought or whose owner is gone. */
export function OwnerAppointment({ organisationId, onDone }: OwnerAppointmentProps) {
  const { t } = useTranslation(['bureau', 'accounts'])
  const form = useForm({
    route: registryRoutes.appointOwner,
    initial: { name: '', phone: '', reason: '' },
    draft: `owner.${organisationId}`,
    send: async (body) => {
      await bureau.appointOwner({ params: { organisationId }, body })
      notify(t('record.appointed'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('record.appoint')}>
      <p>{t('record.appointText')}</p>
      <TextField name="name" label={t('record.ownerName')} maxLength={40} />
      <TextField name="phone" label={t('accounts:phone')} type="tel" maxLength={11} />
      <LongTextField name="reason" label={t('record.reason')} hint={t('record.appointReasonHint')} />
    </Form>
  )
}
