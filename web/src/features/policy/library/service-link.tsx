import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'

interface ServiceLinkProps {
  service: { key: string; title: { zh: string; en: string } }
  kind?: 'primary' | 'plain'
}

/** The way to the service by which a policy is applied for. */
export function ServiceLink({ service: { key, title }, kind = 'plain' }: ServiceLinkProps) {
  const { t } = useTranslation('policy')
  return (
    <a className={`button ${kind}`} href={`/services/${key}`}>
      {t('first.start', { service: nameIn(title) })}
    </a>
  )
}
