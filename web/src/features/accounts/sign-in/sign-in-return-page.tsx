import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownPath } from '../../../app/search.ts'
import { session, useSignedIn } from '../../../app/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Skeleton } from '../../../ui/state/skeleton.tsx'
import { takeAttempt } from './oidc-attempt.ts'

/** Ends a sign-in by the unified identity: what the provider appended to the address goes to the server once. */
export function SignInReturnPage() {
  const { t } = useTranslation('accounts')
  const router = useRouter()
  const signedIn = useSignedIn()
  const [error, setError] = useState<Error | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const finish = async () => {
      const body = { attempt: takeAttempt(), query: location.search.slice(1) }
      const { returnTo } = await session.finishOidc({ body })
      await signedIn()
      router.history.replace(ownPath(returnTo))
    }
    finish().catch((thrown: Error) => setError(thrown))
  }, [router, signedIn])
  return (
    <Page title={t('signIn.title')}>
      {error ? (
        <>
          <ProblemNote error={error} />
          <div>
            <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
          </div>
        </>
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}
