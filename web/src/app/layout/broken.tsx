import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useMissingCode } from '../network/missing-code.ts'

/** A page that failed: a defect, or code that cannot be had just now. */
export function Broken() {
  const { t } = useTranslation('ui')
  const isMissing = useMissingCode()
  return (
    <div className={isMissing ? 'note warn' : 'note bad'} role="alert">
      <p>{t(isMissing ? 'problem.unseen' : 'problem.broken')}</p>
      <Button onClick={() => location.reload()}>{t('problem.reload')}</Button>
    </div>
  )
}
