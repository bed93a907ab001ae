import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'

const LaterOwnFit = lazy(async () => ({ default: (await import('./own-fit.tsx')).OwnFit }))

/** Whether the posting fits whoever looks, and why; without a profile a short invitation. */
export function FitCard({ jobId }: { jobId: string }) {
  const { data: me } = useMe()
  if (!me) return <Invitation />
  return (
    <Suspense fallback={null}>
      <LaterOwnFit jobId={jobId}>
        <Invitation />
      </LaterOwnFit>
    </Suspense>
  )
}

function Invitation() {
  const { t } = useTranslation('jobs')
  return (
    <section className="card row">
      <div>
        <h2>{t('fit.title')}</h2>
        <p className="small quiet">{t('fit.invite')}</p>
      </div>
      <ButtonLink to="/me/profile">{t('fit.fill')}</ButtonLink>
    </section>
  )
}
