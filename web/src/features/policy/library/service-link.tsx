import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'

interface ServiceLinkProps {
  service: { key: string; title: { zh: string; en: string } }
}

/** The way to the service by which a policy is applied for. */
export function ServiceLink({ service: { key, title } }: ServiceLinkProps) {
  const { t } = useTranslation('policy')
  return (
    <Link className="button plain" to="/services/$serviceKey" params={{ serviceKey: key }}>
      {t('first.start', { service: nameIn(title) })}
    </Link>
  )
}
