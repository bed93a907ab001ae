import { useTranslation } from 'react-i18next'
import { Empty } from './empty.tsx'
import { Page } from '../page.tsx'

/** A room that is not built yet says so, and what will stand in it. */
export function Soon({ title, children }: { title: string; children: string }) {
  const { t } = useTranslation('ui')
  return (
    <Page title={title}>
      <Empty title={t('soon')}>
        <p>{children}</p>
      </Empty>
    </Page>
  )
}
