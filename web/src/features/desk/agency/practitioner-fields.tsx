import { useTranslation } from 'react-i18next'
import { TextField } from '../../../ui/form/fields/text-field.tsx'

/** Who works in the agency's trade, by which certificate, since when and until when. */
export function PractitionerFields() {
  const { t } = useTranslation('desk')
  return (
    <>
      <TextField name="name" label={t('members.name')} maxLength={40} />
      <TextField name="certificateNumber" label={t('practitioners.certificate')} maxLength={60} />
      <TextField name="fromOn" label={t('practitioners.fromOn')} type="date" />
      <TextField name="untilOn" label={t('practitioners.untilOn')} type="date" />
    </>
  )
}
