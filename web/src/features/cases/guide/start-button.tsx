import type { ServiceDetail } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { useMe, useSignedIn } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { useApplicantWays } from '../own/links.tsx'

export interface StartProps {
  service: ServiceDetail
  mode: string
}
interface StartButtonProps extends StartProps {
  organisationId?: string
  /** Whom a helper acts for. */
  personId?: string
  primary?: boolean
  children: ReactNode
}

/** Begins the form of a service, or goes on with the one that lies there. */
export function StartButton({ service, mode, organisationId, personId, primary, children }: StartButtonProps) {
  const { pending, error, attempt } = useAttempt()
  const ways = useApplicantWays()
  const signedIn = useSignedIn()
  const { data: me } = useMe()
  const begin = () =>
    attempt(async () => {
      // What only who begins needs is not loaded by who looks.
      const { applicantOf } = await import('../own/applicant.ts')
      const applicant = applicantOf(organisationId ?? null, personId ?? null)
      const draft = await applicant.begin({ service: service.key, mode: mode as 'easy' })
      if (!me) await signedIn()
      await ways.toDraft(applicant, draft.id)
    })
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} disabled={pending} onClick={() => void begin()}>
        {children}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  )
}
