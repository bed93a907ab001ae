import { ProblemError } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Card } from '../../../ui/card.tsx'
import { type Fact, Facts } from '../../../ui/facts.tsx'
import { ago, day, monthlyPay, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { useConditions } from '../job-card.tsx'
import { usePlaceName } from '../place-names.ts'
import { useJob } from '../queries.ts'
import { ApplyBar } from './apply.tsx'
import { ClosedJob } from './closed-job.tsx'
import { EmployerCard } from './employer-card.tsx'
import { FitCard } from './fit-card.tsx'
import { LikeJobs } from './like-jobs.tsx'
import { LinkedData } from './linked-data.tsx'
import { MarketPay } from './market-pay.tsx'
import type { JobPage as OnePosting } from '@renshu/contracts'
import { ReportJob } from './report/report-job.tsx'

const route = getRouteApi('/jobs/$jobId')

/** A posting: what it pays against the market, where, for whom, with whom, and the way to apply. */
export function JobPage() {
  const { jobId } = route.useParams()
  const query = useJob(jobId)
  const gone = query.error instanceof ProblemError && query.error.problem.status === 404
  if (gone) return <ClosedJob jobId={jobId} />
  return <Answer of={query}>{(job) => <Posting job={job} />}</Answer>
}

function Posting({ job }: { job: OnePosting }) {
  const { t } = useTranslation(['jobs', 'work'])
  const fresh = t('card.fresh', { ago: ago(job.confirmedOn, now()) })
  return (
    <Page title={job.title} lead={useConditions(job).join(' · ')}>
      <div className="split">
        <div className="stack">
          <section className="card">
            <p className="pay large">{monthlyPay(job.salary)}</p>
            <MarketPay job={job} />
            {job.welfare.length > 0 && (
              <ul className="plain tags" aria-label={t('filter.welfare')}>
                {job.welfare.map(({ code, name }) => (
                  <li key={code}>{name}</li>
                ))}
              </ul>
            )}
            <p className="small quiet">
              {fresh}
              {t('job.until', { day: day(job.validUntil) })}
            </p>
          </section>
          <FitCard jobId={job.id} />
          <Card title={t('job.description')}>
            <p className="as-written">{job.description}</p>
          </Card>
          <Card title={t('job.conditions')}>
            <Facts of={useFacts(job)} />
          </Card>
        </div>
        <div className="stack">
          <EmployerCard job={job} />
          <ReportJob jobId={job.id} />
        </div>
      </div>
      <LikeJobs job={job} />
      <ApplyBar job={job} />
      <LinkedData of={job} />
    </Page>
  )
}

/** What is asked for and offered, item by item. */
function useFacts(job: OnePosting): readonly Fact[] {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const placeName = usePlaceName()
  const { places, certificates, age, skills } = job
  const comma = t('ui:comma')
  return [
    [t('job.occupation'), job.occupation?.name],
    [
      t('job.places'),
      <ul key="places" className="plain">
        {places.map(({ place, name, address, openings }) => (
          <li key={`${place} ${address}`}>
            {placeName(name)} {address} <span className="quiet">{t('work:openings', { count: openings })}</span>
          </li>
        ))}
      </ul>,
    ],
    [t('job.education'), job.education && t(`work:education.${job.education}`)],
    [t('job.years'), job.years ? t('work:years', { count: job.years }) : t('work:anyYears')],
    [
      t('job.certificates'),
      certificates.map(({ name, required }) => `${name}${t(required ? 'job.required' : 'job.preferred')}`).join(comma),
    ],
    [t('job.skills'), skills.join(comma)],
    [t('job.employment'), job.employment.map((each) => t(`work:employment.${each}`)).join(comma)],
    [t('job.shifts'), job.shifts.map((each) => t(`work:shift.${each}`)).join(comma)],
    [t('job.age'), age && t('job.ageSpan', { min: number(age.min ?? 16), max: age.max ? number(age.max) : '-' })],
    [t('job.startBy'), job.startBy && day(job.startBy)],
    [t('job.industry'), job.industry?.name],
    [t('job.publishedOn'), day(job.publishedOn)],
  ]
}
