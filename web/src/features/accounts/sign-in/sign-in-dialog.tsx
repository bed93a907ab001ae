import { useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { answerSignIn } from '../../../app/sign-in-request.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Skeleton } from '../../../ui/state/skeleton.tsx'
import { LaterSignInSteps } from './later-sign-in-steps.ts'

/** Signing in over an open page: the work under it waits and then goes on. */
export function SignInDialog() {
  const { t } = useTranslation('ui')
  const { data: me } = useMe()
  const path = useRouterState({ select: ({ location }) => location.href })
  return (
    <Dialog title={t(me ? 'signIn.again' : 'signIn.first')} onClose={() => answerSignIn(false)}>
      <p className="quiet">{t(me ? 'signIn.kept' : 'signIn.firstText')}</p>
      <Suspense fallback={<Skeleton />}>
        <LaterSignInSteps returnTo={path} onDone={() => answerSignIn(true)} />
      </Suspense>
    </Dialog>
  )
}
