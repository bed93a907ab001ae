import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

/** A page that failed: a defect, or code of an older version that the server no longer has. */
export function Broken() {
  const { t } = useTranslation('ui')
  return (
    <div className="note bad" role="alert">
      <p>{t('problem.broken')}</p>
      <Button onClick={() => location.reload()}>{t('problem.reload')}</Button>
    </div>
  )
}
