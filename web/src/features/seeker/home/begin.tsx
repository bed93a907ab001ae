import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'

/** Nobody can be helped of whom nothing is known: the way to a first wish. */
export function Begin({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('seeker')
  return (
    <Empty
      title={t('home.begin')}
      actions={
        <>
          <ButtonLink kind="primary" to="/me/profile">
            {t('home.beginAction')}
          </ButtonLink>
          {children}
        </>
      }
    >
      <p>{t('home.beginText')}</p>
    </Empty>
  )
}
