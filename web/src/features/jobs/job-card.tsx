import type { JobCard as Card } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../app/clock.ts'
import { ago, monthlyPay, number } from '../../ui/format.ts'
import { usePlaceName } from './place-names.ts'

export type OneJob = ReturnType<typeof Card.parse>

interface JobCardProps {
  job: OneJob
  /** By which way the list came about, where it was no search: an application made from it says so. */
  from?: 'recommendation'
  /** Reasons, and what may be done with it. */
  children?: ReactNode
}

const MOST_WELFARE = 6

/** A posting in a list: what, for how much, where, with whom, and how fresh. */
export function JobCard({ job, from, children }: JobCardProps) {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const { id, title, salary, employer, agency, welfare, confirmedOn } = job
  return (
    <article className="card job-card">
      <h3>
        <Link to="/jobs/$jobId" params={{ jobId: id }} search={from ? { from } : {}}>
          {title}
        </Link>
      </h3>
      <p className="pay">{monthlyPay(salary)}</p>
      <p>
        {employer.name} <span className="status good">{t('card.verified')}</span>
        {agency && <span className="small quiet"> {t('card.agency', { name: agency.name })}</span>}
      </p>
      <p className="small quiet">{useConditions(job).join(' · ')}</p>
      {welfare.length > 0 && (
        <ul className="plain tags" aria-label={t('filter.welfare')}>
          {welfare.slice(0, MOST_WELFARE).map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        </ul>
      )}
      <p className="small quiet">{t('card.fresh', { ago: ago(confirmedOn, now()) })}</p>
      {children}
    </article>
  )
}

/** Place, distance, education, experience, kind of employment, openings: what is stated, in the order it is asked. */
export function useConditions(job: OneJob): string[] {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const placeName = usePlaceName()
  const [first, ...others] = job.places
  return [
    first && placeName(first.name) + (others.length ? t('card.morePlaces', { count: others.length }) : ''),
    !job.distanceKm ? '' : t('card.distance', { km: number(Math.round(job.distanceKm * 10) / 10) }),
    job.remote ? t('work:remote') : '',
    job.education && job.education !== 'none'
      ? t('card.education', { name: t(`work:education.${job.education}`) })
      : '',
    job.years ? t('work:years', { count: job.years }) : '',
    ...job.employment.map((each) => t(`work:employment.${each}`)),
    ...job.shifts.map((each) => t(`work:shift.${each}`)),
    t('work:openings', { count: job.openings }),
  ].filter((part): part is string => Boolean(part))
}
