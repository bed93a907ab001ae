import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { Page } from '../../ui/page.tsx'

export function NotFound() {
  const { t } = useTranslation('ui')
  return (
    <Page title={t('problem.notFound')}>
      <Empty title={t('problem.notFound')} actions={<ButtonLink to="/">{t('problem.home')}</ButtonLink>}>
        <p>{t('problem.notFoundText')}</p>
      </Empty>
    </Page>
  )
}
