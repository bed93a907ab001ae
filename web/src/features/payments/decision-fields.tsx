import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'

/** Whether what one person says is confirmed by another. */
export function DecisionField() {
  const { t } = useTranslation('payments')
  return (
    <ChoiceField
      name="decision"
      label={t('answer.decision')}
      choices={[
        { value: 'confirmed', label: t('account.confirm') },
        { value: 'refused', label: t('account.refuse') },
      ]}
    />
  )
}

/** The same, with the reason. */
export function DecisionFields() {
  const { t } = useTranslation('payments')
  return (
    <>
      <DecisionField />
      <TextField name="reason" label={t('answer.why')} maxLength={400} />
    </>
  )
}
