import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Status } from '../../../ui/status.tsx'
import { Reasons } from '../../seeker/recommendations/reasons.tsx'
import { seeker, useProfile } from '../../seeker/queries.ts'

/** Whether the posting fits whoever looks, and why; without a profile a short invitation. */
export function FitCard({ jobId }: { jobId: string }) {
  const { data: me } = useMe()
  return me ? <OwnFit jobId={jobId} /> : <Invitation />
}

function OwnFit({ jobId }: { jobId: string }) {
  const { t } = useTranslation('jobs')
  const { data: profile } = useProfile()
  const { data: fit } = useQuery({
    queryKey: ['me', 'fit', jobId],
    queryFn: () => seeker.fitOf({ params: { jobId } }),
    enabled: Boolean(profile),
    retry: false,
  })
  if (profile === null) return <Invitation />
  if (!fit) return null
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('fit.title')}</h2>
        <Status tone={fit.fits ? 'good' : 'warn'}>{t(fit.fits ? 'fit.fits' : 'fit.near')}</Status>
      </div>
      <Reasons of={fit} all />
    </section>
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
