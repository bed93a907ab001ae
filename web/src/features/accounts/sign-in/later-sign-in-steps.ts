import { lazy } from 'react'

/** The form is fetched when it is needed, so that the first view of a page does not carry it. */
export const LaterSignInSteps = lazy(async () => {
  const { SignInSteps } = await import('./sign-in-steps.tsx')
  return { default: SignInSteps }
})
