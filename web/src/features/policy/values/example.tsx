import { useTranslation } from 'react-i18next'
import { Status } from '../../../ui/status.tsx'

/** Nobody stated it; the city has set it. */
export function Example() {
  const { t } = useTranslation('policy')
  return <Status tone="warn">{t('example')}</Status>
}
