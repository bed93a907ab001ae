import type { SignedIn } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeSignIn } from './code-sign-in.tsx'
import { OidcButton } from './oidc-button.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'

interface SignInFormProps {
  /** Where the city's unified identity brings the person back to. */
  returnTo: string
  onSignedIn: (signedIn: SignedIn) => Promise<void>
}

/** The ways to sign in: a code by text message, a password, the city's unified identity where it is connected. */
export function SignInForm({ returnTo, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('accounts')
  const [way, setWay] = useState<'code' | 'password'>('code')
  const { data: ways } = useQuery({ queryKey: ['signInWays'], queryFn: () => session.signInWays() })
  const development = ways?.development ?? false
  return (
    <div className="stack">
      {way === 'code' ? (
        <CodeSignIn development={development} onSignedIn={onSignedIn} />
      ) : (
        <PasswordSignIn onSignedIn={onSignedIn} />
      )}
      <div className="row">
        <Button kind="bare" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
          {t(way === 'code' ? 'signIn.byPassword' : 'signIn.byCode')}
        </Button>
        {ways?.oidc && <OidcButton returnTo={returnTo} />}
      </div>
    </div>
  )
}
