import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Status } from '../../../ui/status.tsx'
import { seeker, useProfile } from '../../seeker/queries.ts'
import { Reasons } from '../../seeker/recommendations/reasons.tsx'

/** Whether the posting fits, and each reason; `children` where there is no profile to compare with. */
export function OwnFit({ jobId, children }: { jobId: string; children: ReactNode }) {
  const { t } = useTranslation('jobs')
  const { data: profile } = useProfile()
  const { data: fit } = useQuery({
    queryKey: ['me', 'fit', jobId],
    queryFn: () => seeker.fitOf({ params: { jobId } }),
    enabled: Boolean(profile),
    retry: false,
  })
  if (profile === null) return children
  if (!fit) return null
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('fit.title')}</h2>
        <Verdict of={fit} />
      </div>
      <Reasons of={fit} all />
    </section>
  )
}

/** Near is what the lists of recommendations call so; what lacks more does not suit, and is not dressed up. */
function Verdict({ of: { fits, near } }: { of: { fits: boolean; near: boolean } }) {
  const { t } = useTranslation('jobs')
  if (fits) return <Status tone="good">{t('fit.fits')}</Status>
  return near ? <Status tone="warn">{t('fit.near')}</Status> : <Status tone="quiet">{t('fit.unfit')}</Status>
}
