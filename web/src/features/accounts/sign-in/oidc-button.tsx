import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { keepAttempt } from './oidc-attempt.ts'

/** Leaves for the city's unified identity, which asks `again` where it must; `/sign-in/return` ends what begins here. */
export function OidcButton({ returnTo, again = false }: { returnTo: string; again?: boolean }) {
  const { t } = useTranslation('accounts')
  const [error, setError] = useState<Error | null>(null)
  const leave = async () => {
    try {
      const { url, attempt } = await session.startOidc({ body: { returnTo, again } })
      keepAttempt(attempt)
      location.assign(url)
    } catch (thrown) {
      setError(thrown as Error)
    }
  }
  return (
    <>
      <Button onClick={() => void leave()}>{t('signIn.byOidc')}</Button>
      {error && <ProblemNote error={error} />}
    </>
  )
}
