import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/form/fields/text-field.tsx'

/** An account as it is typed: it is stored sealed and shown masked from then on. */
export function AccountFields() {
  const { t } = useTranslation('payments')
  return (
    <>
      <TextField name="holder" label={t('account.holder')} maxLength={120} />
      <TextField
        name="number"
        label={t('account.number')}
        hint={t('account.numberHint')}
        inputMode="numeric"
        maxLength={60}
      />
      <TextField name="bank" label={t('account.bank')} maxLength={120} />
      <TextField name="reason" label={t('account.reason')} maxLength={200} />
    </>
  )
}
