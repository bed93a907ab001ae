import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'

interface ServiceLinkProps {
  service: { key: string; title: { zh: string; en: string } }
  kind?: 'primary' | 'plain'
}

/** The way to the service by which a policy is applied for. */
export function ServiceLink({ service: { key, title }, kind = 'plain' }: ServiceLinkProps) {
  const { t } = useTranslation('policy')
  return (
    <ButtonLink kind={kind} to="/services/$serviceKey" params={{ serviceKey: key }}>
      {t('first.start', { service: nameIn(title) })}
    </ButtonLink>
  )
}
