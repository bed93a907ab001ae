import type { SignedIn } from '@renshu/contracts'
import { useState } from 'react'
import { useMe, useSignedIn } from '../../../app/session.ts'
import { SecondFactor } from '../second-factor/second-factor.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface SignInStepsProps {
  returnTo: string
  onDone: () => void
  /** Offers to go on without the second factor. */
  onLater?: () => void
}

/** Signing in, then for officers the second factor. */
export function SignInSteps({ returnTo, onDone, onLater }: SignInStepsProps) {
  const signedIn = useSignedIn()
  const { data: me } = useMe()
  const [second, setSecond] = useState(false)
  const passed = async () => {
    onDone()
    await signedIn()
  }
  const entered = async ({ secondFactor }: SignedIn) => {
    if (secondFactor !== 'needed' && secondFactor !== 'enrol') return passed()
    setSecond(true)
    await signedIn()
  }
  if (second || (me?.officer && !me.officer.confirmed))
    return <SecondFactor onPassed={passed} {...(onLater && { onLater })} />
  return <SignInForm returnTo={returnTo} onSignedIn={entered} />
}
