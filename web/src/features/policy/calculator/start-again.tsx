import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../ui/dialog/confirm.tsx'

/** Clears what was answered, after asking once more. */
export function StartAgain({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('policy')
  return (
    <Confirm action={t('calculator.again')} onConfirm={() => Promise.resolve(onClear())}>
      <p>{t('calculator.againText')}</p>
    </Confirm>
  )
}
