import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useMe } from '../session.ts'

/** For those who are signed in; others are asked to, and come back here. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const to = useRouterState({ select: ({ location }) => location.href })
  return (
    <Answer of={useMe()}>
      {(me) =>
        me ? (
          children
        ) : (
          <Page title={t('signIn.needed')}>
            <Empty
              title={t('signIn.needed')}
              actions={
                <ButtonLink kind="primary" to="/sign-in" search={{ to }}>
                  {t('nav.signIn')}
                </ButtonLink>
              }
            >
              <p>{t('signIn.neededText')}</p>
            </Empty>
          </Page>
        )
      }
    </Answer>
  )
}

interface OfficersOnlyProps {
  /** What stands here until the second factor has been passed. */
  unconfirmed: ReactNode
  children: ReactNode
}

/** For officers who have passed the second factor. */
export function OfficersOnly({ unconfirmed, children }: OfficersOnlyProps) {
  const { t } = useTranslation('ui')
  const { data: me } = useMe()
  if (!me?.officer)
    return (
      <SignedInOnly>
        <Page title={t('signIn.officersOnly')}>
          <Empty title={t('signIn.officersOnly')}>
            <p>{t('signIn.officersOnlyText')}</p>
          </Empty>
        </Page>
      </SignedInOnly>
    )
  return me.officer.confirmed ? children : unconfirmed
}
